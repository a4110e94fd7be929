import { lstat } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Uncommitted } from "./git.ts";
import type { Run } from "./run.ts";

const MOST = 500;

/**
 * Which of these paths below `folder` the work tree has, and why the commit may lack them. Only their names are looked
 * at: nothing is opened, no link is followed, and `check-ignore` reads no index and runs no filter or monitor.
 */
export async function onDisk(
  run: Run,
  workspace: string,
  folder: string,
  paths: readonly string[],
): Promise<Map<string, Uncommitted>> {
  const wanted = paths.slice(0, MOST).map((path) => [path, posix.join(folder, path)] as const);
  const there = (
    await Promise.all(wanted.map(async (pair) => ((await exists(workspace, pair[1])) ? [pair] : [])))
  ).flat();
  if (there.length === 0) return new Map();

  const { stdout } = await run(["check-ignore", "--no-index", "--stdin", "-z"], {
    // The dot keeps a name that begins with a colon from being taken for a pattern.
    input: there.map(([, full]) => `./${full}\0`).join(""),
    env: { GIT_WORK_TREE: workspace },
    answers: [1],
  });
  const ignored = new Set(stdout.toString().split("\0"));
  return new Map(there.map(([path, full]) => [path, ignored.has(`./${full}`) ? "ignored" : "untracked"]));
}

/** Whether a file or folder is there, by a way without links that stays in the work tree and out of `.git`. */
async function exists(workspace: string, path: string): Promise<boolean> {
  const parts = path.split("/");
  if (parts.some((part) => ["", ".", ".."].includes(part) || /^\.git$/i.test(part) || part.includes("\0")))
    return false;
  let at = workspace;
  for (const [index, part] of parts.entries()) {
    at = join(at, part);
    const status = await lstat(at).catch(() => undefined);
    if (!status?.isDirectory() && !(index === parts.length - 1 && status?.isFile())) return false;
  }
  return true;
}
