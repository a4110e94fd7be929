import type { Project } from "../project/project.ts";
import type { Finding } from "./check.ts";

// The whole of a comment up to a reason behind ` -- `, so that a sentence about it turns nothing off.
const IGNORE =
  /#[ \t]*heroku-check:[ \t]*ignore[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*)(?:[ \t]*$|[ \t]+--[ \t])/;
const ONLY_COMMENT = /^[ \t]*#/;
const LONGEST_LINE = 4096;

/**
 * Takes out the findings that the user wants no more of, and counts them: those of the checks in `skip`, and those
 * with a comment `# heroku-check: ignore ID, ID` at the end of their line or alone on the line above. For a finding
 * about a whole file that is the file's first line.
 */
export function withoutTurnedOff(
  findings: readonly Finding[],
  { contents }: Pick<Project, "contents">,
  skip: readonly string[],
): { readonly findings: readonly Finding[]; readonly ignored: number } {
  const texts = new Map<string, string[]>();
  const linesOf = (file: string) => {
    const lines = texts.get(file) ?? (contents.get(file)?.toString("utf8") ?? "").split(/\r\n|[\n\r]/);
    texts.set(file, lines);
    return lines;
  };

  const kept = findings.filter(({ check, file, line }) => {
    if (skip.includes(check)) return false;
    if (file === null) return true;
    const lines = linesOf(file);
    const at = (line ?? 1) - 1;
    const above = lines[at - 1] ?? "";
    const ids = [...ignoredIn(lines[at]), ...(ONLY_COMMENT.test(above) ? ignoredIn(above) : [])];
    return !ids.includes(check);
  });
  return { findings: kept, ignored: findings.length - kept.length };
}

function ignoredIn(line = ""): string[] {
  const ids = line.length > LONGEST_LINE ? undefined : IGNORE.exec(line)?.[1];
  return ids?.split(",").map((id) => id.trim()) ?? [];
}
