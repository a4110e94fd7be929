import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Git } from "../../src/git/git.ts";
import { type GitOptions, openGit } from "../../src/git/open-git.ts";
import { folder, quietLog } from "../support/repository.ts";

/** Opens a workspace as the action does, in a temporary folder of its own; closed after the test. */
export async function opened(
  workspace: string,
  options: Partial<GitOptions> = {},
  job: NodeJS.ProcessEnv = process.env,
): Promise<Git> {
  const temp = join(await folder(), "temp");
  await mkdir(temp);
  const git = await openGit(
    { workspace, temp, githubToken: undefined, serverUrl: "https://github.com", log: quietLog(), ...options },
    job,
  );
  onTestFinished(() => git.close());
  return git;
}
