import { exec } from "@actions/exec";
import { Failure } from "../failure.ts";
import type { Log } from "../report/log.ts";
import type { Environment } from "./environment.ts";
import { type Command, type Ended, runGroup } from "./process-group.ts";

export type RunOptions = {
  /** Written to git's standard input; nothing when absent. */
  readonly input?: string;
  /** Whether the output may be megabytes without a line end, over which @actions/exec takes quadratic time. */
  readonly bulk?: boolean;
  /** On top of the runner's own environment. */
  readonly env?: Environment;
  /** Exit codes that are answers rather than failures; 0 always is one. */
  readonly answers?: readonly number[];
  /** Exit codes that are answers too, but leave git's complaint in the log. */
  readonly complaints?: readonly number[];
};

/** Runs a git verb that needs no network. Throws Failure GIT_FAILED on an exit code that is no answer. */
export type Run = (
  args: readonly string[],
  options?: RunOptions,
) => Promise<{ readonly code: number; readonly stdout: Buffer }>;

/** Where git is, where it stands, with what, and until when. */
export type Base = {
  readonly git: string;
  readonly cwd: string;
  readonly environment: Environment;
  /** Ends every git that still runs: nothing of ours outlives the action. */
  readonly signal: AbortSignal;
};

/** Makes the runner of one git in one environment; what git complains about goes to the log. */
export function runner({ git, cwd, environment, signal }: Base, log: Pick<Log, "foreign">): Run {
  return async (args, { input, bulk = false, env, answers = [], complaints = [] } = {}) => {
    const command = { file: git, args, cwd, env: { ...environment, ...env }, signal };
    const { code, stdout, stderr } = await (input === undefined && !bulk
      ? runVerb(command)
      : runGroup({ ...command, input }));
    if (code !== null && (code === 0 || answers.includes(code))) return { code, stdout };
    for (const line of stderr) log.foreign(line);
    if (code !== null && complaints.includes(code)) return { code, stdout };
    throw new Failure(
      "GIT_FAILED",
      `\`git ${args[0]}\` ${code === null ? "was stopped" : `ended with exit code ${code}`}.`,
      {
        fix: "Git's own words, if it had any, are in the log above this line.",
      },
    );
  };
}

/**
 * Runs a verb that ends soon by itself. @actions/exec cannot stop a child, and dies (EPIPE, uncaught) of one that
 * ends before it has read its input: what takes long or has input goes through runGroup.
 */
async function runVerb({ file, args, cwd, env, signal }: Command): Promise<Omit<Ended, "aborted">> {
  if (signal.aborted) return { code: null, stdout: Buffer.alloc(0), stderr: [] };
  const stdout: Buffer[] = [];
  const stderr: string[] = [];
  const code = await exec(`"${file}"`, [...args], {
    cwd,
    env: { ...env },
    silent: true,
    ignoreReturnCode: true,
    listeners: { stdout: (chunk) => stdout.push(chunk), errline: (line) => stderr.push(line) },
  });
  return { code, stdout: Buffer.concat(stdout), stderr };
}
