import type { Build } from "./build.ts";
import type { Dyno } from "./dyno.ts";
import type { Formation } from "./formation.ts";
import type { LogBuffer } from "./log-buffer.ts";
import type { Release } from "./release.ts";
import type { Slug } from "./slug.ts";

/** The door of an app. */
export type WebRouter = { readonly url: string; close(): Promise<void> };

export type App = {
  readonly id: string;
  name: string;
  readonly team: string | null;
  readonly region: string;
  /** The stack of the current slug, and the one that the next build takes. */
  stack: string;
  buildStack: string;
  readonly generation: "cedar" | "fir";
  maintenance: boolean;
  readonly createdAt: string;
  updatedAt: string;
  releasedAt: string | null;
  buildpacks: string[];
  /** What the user set; the values of add-ons come from their attachments. */
  readonly configVars: Map<string, string>;
  readonly releases: Release[];
  readonly slugs: Map<string, Slug>;
  readonly builds: Build[];
  readonly formation: Map<string, Formation>;
  readonly dynos: Dyno[];
  readonly logs: LogBuffer;
  readonly router: WebRouter;
  /** The bare repository that is pushed to. */
  readonly repository: string;
};

/** The release that the app runs: the newest that succeeded. */
export function currentRelease(app: App): Release | undefined {
  return app.releases.findLast(({ status }) => status === "succeeded");
}
