import { eachLine } from "../lines.ts";
import type { Platform } from "../platform.ts";

export type GitResult = {
  readonly code: number;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
};

/** The environment that git runs in here: nothing of the user's configuration. */
export function gitEnvironment(platform: Platform): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: platform.folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/** Runs git in a repository and gives its exit code and the lines it wrote. */
export async function runGit(
  platform: Platform,
  repository: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<GitResult> {
  const group = platform.processes.start("git", args, {
    cwd: repository,
    env: { ...gitEnvironment(platform), GIT_DIR: repository, ...env },
  });
  const lines: string[] = [];
  const errors: string[] = [];
  await Promise.all([
    eachLine([group.child.stdout], (line) => lines.push(line)),
    eachLine([group.child.stderr], (line) => errors.push(line)),
  ]);
  const { code } = await group.ended;
  return { code: code ?? 128, lines, errors };
}

/** The same, where failure is a bug. Throws with git's words. */
export async function mustGit(...call: Parameters<typeof runGit>): Promise<readonly string[]> {
  const { code, lines, errors } = await runGit(...call);
  if (code !== 0) throw new Error(`git ${call[2].join(" ")} ended with ${code}: ${errors.join(" ")}`);
  return lines;
}
