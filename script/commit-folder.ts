import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Makes a repository with one commit of all that lies in a folder; gives git there, with an author, for further commits. */
export async function commitFolder(folder: string, message: string) {
  const author = ["-c", "user.name=script", "-c", "user.email=script@localhost"];
  const git = (...args: string[]) => promisify(execFile)("git", ["-C", folder, ...author, ...args]);
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("commit", "--quiet", "--no-verify", `--message=${message}`);
  return git;
}
