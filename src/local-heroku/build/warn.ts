import type { BuildContext } from "./build-context.ts";

/** Writes a warning as the buildpack does: each line marked, blank lines around. */
export function warn(line: BuildContext["line"], lines: readonly string[]): void {
  line();
  for (const text of lines) line(` !     ${text}`.trimEnd());
  line();
}
