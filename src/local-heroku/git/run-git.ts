import { eachLine } from "../lines.ts";
import type { Platform } from "../platform.ts";
import type { Group } from "../processes.ts";

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
export async function runGit(...call: GitCall): Promise<GitResult> {
  const group = startGit(...call);
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
export async function mustGit(...call: GitCall): Promise<readonly string[]> {
  const { code, lines, errors } = await runGit(...call);
  if (code !== 0) throw failure(call, code, errors);
  return lines;
}

/** The names that git writes with -z, as they are: names of files may be no UTF-8. Throws with git's words. */
export async function gitNames(...call: GitCall): Promise<Buffer[]> {
  const group = startGit(...call);
  const chunks: Buffer[] = [];
  const errors: string[] = [];
  group.child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  await eachLine([group.child.stderr], (line) => errors.push(line));
  const { code } = await group.ended;
  if (code !== 0) throw failure(call, code, errors);
  // Each letter of this encoding is one byte.
  const names = Buffer.concat(chunks).toString("latin1").split("\0");
  return names.filter((name) => name !== "").map((name) => Buffer.from(name, "latin1"));
}

type GitCall = readonly [
  platform: Platform,
  repository: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
];

function startGit(...[platform, repository, args, env]: GitCall): Group {
  return platform.processes.start("git", args, {
    cwd: repository,
    env: { ...gitEnvironment(platform), GIT_DIR: repository, ...env },
  });
}

function failure([, , args]: GitCall, code: number | null, errors: readonly string[]): Error {
  return new Error(`git ${args.join(" ")} ended with ${code ?? 128}: ${errors.join(" ")}`);
}
