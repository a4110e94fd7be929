import { constants } from "node:fs";
import {
  copyFile,
  lstat,
  mkdir,
  readdir,
  readlink,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { within } from "../../src/local-heroku/entries.ts";
import { cloneFolder } from "../clone-folder.ts";
import { gitIn } from "../git.ts";
import { EXPECTATION, type Expectation } from "./expectation.ts";

const GIB = 2 ** 30;
const MOST = { files: 50_000, bytes: 2 * GIB };
/** A submodule needs the id of a commit; nobody fetches it. */
const SOME_COMMIT = "1".repeat(40);
const REPOSITORY = Buffer.from(".git");

/**
 * Makes a repository of the app in a folder: a clone where it is one, else one commit of its files, without what is
 * expected of it. What is no file, folder or link, and what may not be read, is left out. Throws when it is too large,
 * or when git cannot read it.
 */
export async function copyApp(source: string, workspace: string, expected?: Expectation): Promise<void> {
  if (await lstat(join(source, ".git")).catch(() => undefined)) return cloneFolder(source, workspace);
  await copyTree(Buffer.from(source), Buffer.from(workspace), { files: 0, bytes: 0 });
  if (expected) await rm(join(workspace, EXPECTATION), { force: true });
  const odd: Partial<Expectation> = expected ?? {};
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

/** Names are bytes: not every one is UTF-8. */
async function copyTree(source: Buffer, target: Buffer, sum: Sum): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const name of await readdir(source, "buffer").catch(() => [])) {
    // A repository inside would become a submodule that nobody can fetch.
    if (name.equals(REPOSITORY)) continue;
    const [from, to] = [within(source, name), within(target, name)];
    const status = await lstat(from).catch(() => undefined);
    if (status?.isDirectory()) {
      await copyTree(from, to, sum);
    } else if (status?.isSymbolicLink()) {
      await symlink(await readlink(from, "buffer"), to);
    } else if (status?.isFile()) {
      sum.files += 1;
      sum.bytes += status.size;
      if (sum.files > MOST.files || sum.bytes > MOST.bytes) throw new Error("the folder is too large");
      await copyFile(from, to, constants.COPYFILE_FICLONE).catch(() => undefined);
    }
  }
}
