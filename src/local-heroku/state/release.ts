import type { OutputStream } from "./output-stream.ts";
import type { Slug } from "./slug.ts";

/** One version of an app: a slug and the user's config vars as they were. */
export type Release = {
  readonly id: string;
  readonly version: number;
  readonly description: string;
  readonly slug: Slug | null;
  readonly configVars: ReadonlyMap<string, string>;
  readonly addonPlanNames: readonly string[];
  readonly createdAt: string;
  updatedAt: string;
  status: "pending" | "succeeded" | "failed" | "expired";
  /** What its release phase printed, null when it has none. */
  output: OutputStream | null;
  /** Settles when the release phase is over. */
  finished: Promise<void>;
};

/** True for a release that can be gone back to: one that ran code. */
export function eligibleForRollback({ status, slug }: Release): boolean {
  return status === "succeeded" && slug !== null;
}
