import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { objectsMissing, treeOf } from "./read.ts";
import { type Completion, completeHistory, endAtCuts } from "./shallow.ts";
import { snapshot } from "./snapshot.ts";

/**
 * Gives the id of what to push for a folder of a commit: the commit itself with its whole history for the root,
 * a commit made from the folder otherwise. Throws Failure when the history, the folder or files are not to be had.
 */
export async function prepare(commit: string, folder: string, completion: Completion): Promise<string> {
  const { run, repository } = completion;
  let prepared = commit;
  if (folder === ".") {
    await treeOf(run, commit, folder);
    await completeHistory(commit, completion);
  } else {
    prepared = await snapshot(run, commit, folder);
    await endAtCuts(completion);
  }

  if (await isPartial(repository.objects)) {
    const { code } = await run(["rev-list", "--objects", "--quiet", prepared], { complaints: [128] });
    if (code !== 0) throw objectsMissing();
  }
  return prepared;
}

/** True for a clone made with `filter`: git marks the packs that may lack objects (gitrepository-layout, `*.promisor`). */
async function isPartial(objects: string): Promise<boolean> {
  const packs = await readdir(join(objects, "pack")).catch(() => []);
  return packs.some((pack) => pack.endsWith(".promisor"));
}
