import type { OutputStream } from "./output-stream.ts";
import type { Release } from "./release.ts";
import type { Slug } from "./slug.ts";

/** A push to main as the API shows it. */
export type Build = {
  readonly id: string;
  readonly commit: string;
  readonly stack: string;
  readonly output: OutputStream;
  readonly createdAt: string;
  updatedAt: string;
  status: "pending" | "succeeded" | "failed";
  slug: Slug | null;
  release: Release | null;
};
