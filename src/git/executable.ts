import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { delimiter, join, relative, sep } from "node:path";
import { Failure } from "../failure.ts";
import { absoluteFolders } from "./environment.ts";

/** The git to run and the PATH for it and its children. */
export type Executable = { readonly git: string; readonly path: string };

const NAME = process.platform === "win32" ? "git.exe" : "git";

/**
 * Finds git on a PATH without the entries that are relative, missing, or inside the workspace: a repository
 * may hold a file called `git`. Throws Failure GIT_MISSING.
 */
export async function findGit(path: string, workspace: string): Promise<Executable> {
  const inside = await realpath(workspace);
  const isSafe = async (entry: string) => {
    const real = await realpath(entry).catch(() => inside);
    return !contains(inside, real) && !contains(workspace, entry);
  };

  const folders: string[] = [];
  for (const folder of absoluteFolders(path, delimiter)) if (await isSafe(folder)) folders.push(folder);

  for (const folder of folders) {
    const git = join(folder, NAME);
    if ((await isExecutable(git)) && (await isSafe(git))) return { git, path: folders.join(delimiter) };
  }
  throw new Failure("GIT_MISSING", "There is no git on the PATH of this job.", {
    fix: "Install git 2.31 or later in an earlier step, or use an image that has it.",
  });
}

/** True when `inner` is `outer` or below it. Both are absolute. */
export function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`));
}

/** True for a file, or a link to one, that this process may run. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
