import { constants } from "node:fs";
import { copyFile, lstat, mkdir, readdir, readlink, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gitIn } from "../git.ts";
import { EXPECTATION, type Expectation } from "./expectation.ts";

const GIB = 2 ** 30;
const MOST = { files: 50_000, bytes: 2 * GIB };
/** A submodule needs the id of a commit; nobody fetches it. */
const SOME_COMMIT = "1".repeat(40);

type Odd = Pick<Expectation, "files" | "sizes" | "submodules">;

/**
 * Makes a repository of the app in a folder: a clone where it is one, else one commit of its files. What is no file,
 * folder or link, and what may not be read, is left out. Throws when it is too large, or when git cannot read it.
 */
export async function copyApp(source: string, workspace: string, odd: Odd = {}): Promise<void> {
  if (await lstat(join(source, ".git")).catch(() => undefined)) {
    await gitIn(dirname(workspace))("clone", "--quiet", "--no-hardlinks", "--", source, workspace);
    return;
  }
  await copyTree(source, workspace, { files: 0, bytes: 0 });
  for (const [path, text] of Object.entries(odd.files ?? {})) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  for (const [path, size] of Object.entries(odd.sizes ?? {})) {
    await writeFile(join(workspace, path), "");
    await truncate(join(workspace, path), size);
  }
  const git = gitIn(workspace);
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  for (const path of odd.submodules ?? [])
    await git("update-index", "--add", "--cacheinfo", `160000,${SOME_COMMIT},${path}`);
  await git("commit", "--quiet", "--allow-empty", "--message=The app as it lies in its folder");
}

type Sum = { files: number; bytes: number };

async function copyTree(source: string, target: string, sum: Sum): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const entry of await readdir(source, { withFileTypes: true }).catch(() => [])) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) {
      // A repository inside would become a submodule that nobody can fetch.
      if (entry.name !== ".git") await copyTree(from, to, sum);
    } else if (entry.isSymbolicLink()) {
      await symlink(await readlink(from), to);
    } else if (entry.isFile() && !(entry.name === EXPECTATION)) {
      sum.files += 1;
      sum.bytes += (await lstat(from)).size;
      if (sum.files > MOST.files || sum.bytes > MOST.bytes) throw new Error("the folder is too large");
      await copyFile(from, to, constants.COPYFILE_FICLONE).catch(() => undefined);
    }
  }
}
