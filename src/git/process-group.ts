import { spawn } from "node:child_process";
import type { Environment } from "./environment.ts";
import { lineSplitter } from "./lines.ts";

/** How long the processes of a group may take to end by themselves before they are killed. */
const GRACE_MS = 2000;

/** How much of what a process said is kept for a verdict on it. */
const TAIL_LINES = 200;

export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  /** Written to its standard input, which is empty otherwise. */
  readonly input?: string | undefined;
  /** Called with every line of standard error as it comes. */
  readonly onLine?: (line: string) => void;
  /** Ends the process and every process it started. */
  readonly signal: AbortSignal;
};

export type Ended = {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: Buffer;
  /** The last lines of standard error. */
  readonly stderr: readonly string[];
  readonly aborted: boolean;
};

/**
 * Runs a program as the leader of its own process group and waits until all of the group is gone. To stop git
 * alone would not do: measured, three of its helpers live on, with the key in their environment. Throws when the
 * program cannot be started.
 */
export async function runGroup({ file, args, cwd, env, input, onLine, signal }: Command): Promise<Ended> {
  if (signal.aborted) return { code: null, stdout: Buffer.alloc(0), stderr: [], aborted: true };

  const child = spawn(file, args, { cwd, env, detached: true, stdio: "pipe" });
  const stdout: Buffer[] = [];
  const stderr: string[] = [];
  const lines = lineSplitter((line) => {
    stderr.push(line);
    if (stderr.length > TAIL_LINES) stderr.shift();
    onLine?.(line);
  });
  // A child that ends without reading all of its input says why by its exit code.
  child.stdin.on("error", () => {}).end(input);
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.setEncoding("utf8").on("data", lines.write).on("end", lines.end);

  let force: NodeJS.Timeout | undefined;
  const stop = () => {
    kill(child.pid, "SIGTERM");
    force = setTimeout(kill, GRACE_MS, child.pid, "SIGKILL");
  };
  signal.addEventListener("abort", stop, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      // Git waits for its helpers unless it is killed; then they would hold the pipes open for ever.
      child.once("exit", () => kill(child.pid, "SIGKILL"));
      child.once("close", resolve);
    });
    return { code, stdout: Buffer.concat(stdout), stderr, aborted: signal.aborted };
  } finally {
    clearTimeout(force);
    signal.removeEventListener("abort", stop);
  }
}

/** Signals a whole group. That it has ended already (ESRCH; EPERM of macOS for zombies) is no error. */
function kill(leader: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (leader !== undefined) process.kill(-leader, signal);
  } catch {}
}
