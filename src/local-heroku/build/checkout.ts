import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { within } from "../entries.ts";
import { gitNames, mustGit } from "../git/run-git.ts";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import type { BuildContext } from "./build-context.ts";

/** The files of a commit on disk; `index` is git's list of them. */
export type Source = {
  readonly files: number;
  readonly submodules: number;
  readonly index: string;
  readonly description: string;
};

/** The mode of an entry that names a commit of another repository (git's "gitlink"). */
const SUBMODULE = /^160000 /;

/** Writes the files of a commit into a folder. Git's own checkout is used, because Heroku's builds start from one. */
export async function checkOut(
  platform: Platform,
  app: App,
  commit: string,
  folder: string,
  env: BuildContext["env"],
): Promise<Source> {
  const index = `${folder}.index`;
  const git = { ...env, GIT_INDEX_FILE: index };
  await mustGit(platform, app.repository, ["read-tree", commit], git);
  await mustGit(platform, app.repository, ["checkout-index", "--all"], {
    ...git,
    GIT_WORK_TREE: folder,
  });
  const entries = await mustGit(platform, app.repository, ["ls-files", "--stage"], git);
  const [description = ""] = await mustGit(
    platform,
    app.repository,
    ["log", "-1", "--format=%s", commit],
    git,
  );
  const submodules = entries.filter((entry) => SUBMODULE.test(entry)).length;
  return { files: entries.length, submodules, index, description };
}

/** Says that submodules are empty folders here. Heroku fetches them (Dev Center, "Git Submodules"). */
export function sayEmptySubmodules(
  platform: Platform,
  { submodules }: Source,
  line: BuildContext["line"],
): void {
  if (submodules === 0) return;
  const what =
    submodules === 1
      ? "The submodule of the commit is an empty folder"
      : `The ${submodules} submodules of the commit are empty folders`;
  const sentence = `${what} here; Heroku fetches what it can reach over https.`;
  line(` !     ${sentence}`);
  platform.tell({ kind: "difference", about: "submodules", sentence });
}

/** Removes what `.slugignore` names, before the buildpack looks; git's own matching is what it follows, without `!`. */
export async function applySlugIgnore(
  platform: Platform,
  app: App,
  { index }: Source,
  folder: string,
  { env, line }: BuildContext,
): Promise<void> {
  const text = await readFile(join(folder, ".slugignore"), "utf8").catch(() => undefined);
  const patterns =
    text?.split(/\r?\n/).filter((pattern) => pattern.trim() !== "" && !/^[!#]/.test(pattern)) ?? [];
  if (patterns.length > 0) {
    const exclude = patterns.flatMap((pattern) => ["--exclude", pattern]);
    const args = ["ls-files", "--cached", "--ignored", "-z", ...exclude];
    const git = { ...env, GIT_INDEX_FILE: index, GIT_WORK_TREE: folder };
    const ignored = await gitNames(platform, app.repository, args, git);
    // A submodule is a folder.
    await Promise.all(ignored.map((path) => rm(within(folder, path), { recursive: true, force: true })));
    line(`-----> Deleting ${ignored.length} files matching .slugignore patterns.`);
  }
  await rm(index, { force: true });
}
