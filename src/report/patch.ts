import { posix } from "node:path";
import type { Edit } from "../checks/edit.ts";
import type { Project } from "../project/project.ts";
import { applyEdits, type DiffLine, type FileChange } from "./apply-edits.ts";

type Commit = Pick<Project, "files" | "contents" | "appDir">;

/**
 * All edits as one unified diff that `git apply` takes at the root of the repository, with so many lines of `context`
 * around each change; null when they change nothing. Edits that contradict an earlier one or do not fit the commit are
 * left out.
 */
export function patchOf(edits: readonly Edit[], commit: Commit, context = 3): string | null {
  return (
    applyEdits(edits, commit)
      .map((change) => fileDiff(change, commit.appDir, context))
      .join("") || null
  );
}

/** The whole text of a file after the edits; null when they leave it alone. */
export function correctedText(file: string, edits: readonly Edit[], commit: Commit): string | null {
  const change = applyEdits(edits, commit).find(({ to, lines }) => to === file && lines.length > 0);
  return change ? change.lines.map(({ sign, text }) => (sign === "-" ? "" : text)).join("") : null;
}

function fileDiff({ from, to, mode, lines }: FileChange, appDir: string, context: number): string {
  const name = (side: "a" | "b", path: string) => quoted(`${side}/${posix.join(appDir, path)}`);
  const old = from ?? to ?? "";
  const now = to ?? from ?? "";
  const head = [`diff --git ${name("a", old)} ${name("b", now)}`];
  if (from === null) head.push(`new file mode ${mode}`);
  if (to === null) head.push(`deleted file mode ${mode}`);
  if (from !== null && to !== null && from !== to) {
    head.push(
      `rename from ${quoted(posix.join(appDir, from))}`,
      `rename to ${quoted(posix.join(appDir, to))}`,
    );
  }
  const hunks = hunksOf(lines, context);
  if (hunks !== "") {
    head.push(`--- ${from === null ? "/dev/null" : name("a", from)}`);
    head.push(`+++ ${to === null ? "/dev/null" : name("b", to)}`);
  }
  return `${head.join("\n")}\n${hunks}`;
}

/** Git's hunks: the changed lines with the lines around them, those that touch in one. */
function hunksOf(lines: readonly DiffLine[], context: number): string {
  const ranges: { start: number; end: number }[] = [];
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    const last = ranges.at(-1);
    const start = Math.max(0, index - context);
    const end = Math.min(lines.length, index + context + 1);
    if (last && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }

  let text = "";
  let done = 0;
  const at = { old: 0, now: 0 };
  for (const { start, end } of ranges) {
    const before = sizes(lines.slice(done, start));
    const shown = lines.slice(start, end);
    const { old, now } = sizes(shown);
    const range = (passed: number, size: number) => `${passed + (size > 0 ? 1 : 0)},${size}`;
    text += `@@ -${range(at.old + before.old, old)} +${range(at.now + before.now, now)} @@\n`;
    text += shown.map(lineText).join("");
    at.old += before.old + old;
    at.now += before.now + now;
    done = end;
  }
  return text;
}

function sizes(lines: readonly DiffLine[]): { old: number; now: number } {
  const kept = (other: "-" | "+") => lines.filter(({ sign }) => sign !== other).length;
  return { old: kept("+"), now: kept("-") };
}

function lineText({ sign, text }: DiffLine): string {
  return sign + text + (text.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
}

/** A path as git's diffs quote it (git-config, core.quotePath): everything unusual as octal bytes. */
function quoted(path: string): string {
  if (/^[\w./+@-]+$/.test(path)) return path;
  const escaped = Array.from(Buffer.from(path), (byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === "\\") return `\\${character}`;
    return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return `"${escaped.join("")}"`;
}
