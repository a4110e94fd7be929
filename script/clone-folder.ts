import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gitIn } from "./git.ts";

/**
 * Clones the repository in a folder. Of a shallow one the last commit is made anew, without parents: a deploy needs the
 * commits that it stands on, and nobody can fetch them from there.
 */
export async function cloneFolder(source: string, workspace: string): Promise<void> {
  const options = ["--quiet", "--no-hardlinks", "--no-tags"];
  await gitIn(dirname(workspace))("clone", ...options, "--", source, workspace);
  const git = gitIn(workspace);
  if ((await git("rev-parse", "--is-shallow-repository")).trim() !== "true") return;
  const commit = await git("commit-tree", "HEAD^{tree}", "-m", "The app as its last commit has it");
  await git("update-ref", "HEAD", commit.trim());
  await git("remote", "remove", "origin");
  for (const name of ["shallow", "logs"]) await rm(join(workspace, ".git", name), { recursive: true });
}
