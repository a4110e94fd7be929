import { type Git, gitIn } from "./git.ts";

/** Makes a repository with one commit of all that lies in a folder; gives git there, for further commits. */
export async function commitFolder(folder: string, message: string): Promise<Git> {
  const git = gitIn(folder);
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("commit", "--quiet", "--allow-empty", `--message=${message}`);
  return git;
}
