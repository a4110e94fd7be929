import type { End } from "../../rehearsal/notice.ts";

type More = {
  /** The last line, where it is not the one of a buildpack that has failed. */
  readonly verdict?: string;
  /** What kind of an end this is, for whoever started the local Heroku. */
  readonly end?: End["end"];
};

/** A build that ends with a refusal of the push. `lines` is what the buildpack says about it. */
export class BuildFailed extends Error {
  override readonly name = "BuildFailed";
  readonly lines: readonly string[];
  readonly end: End["end"] | undefined;

  constructor(lines: readonly string[], { verdict, end }: More = {}) {
    const last = verdict ?? "Push rejected, failed to compile Python app.";
    super(lines[0] ?? last);
    this.lines = lines.length > 0 ? [...lines, "", last] : [last];
    this.end = end;
  }
}
