import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Platform } from "../platform.ts";
import { hookScript } from "./hook-script.ts";
import { mustGit } from "./run-git.ts";

/** Makes the bare repository of an app, with the two hooks that turn a push into a build and a release. */
export async function createRepository(platform: Platform, appId: string): Promise<string> {
  const repository = join(platform.folder, "git", `${appId}.git`);
  await mkdir(repository, { recursive: true });
  await mustGit(platform, repository, ["init", "--quiet", "--bare", "--template=", "."]);
  await mustGit(platform, repository, ["symbolic-ref", "HEAD", "refs/heads/main"]);
  await mustGit(platform, repository, ["config", "receive.autogc", "false"]);
  const hooks = join(repository, "hooks");
  await mkdir(hooks, { recursive: true });
  for (const name of ["pre-receive", "post-receive"] as const) {
    const file = join(hooks, name);
    await writeFile(file, hookScript(name, platform.hooks));
    await chmod(file, 0o755);
  }
  return repository;
}
