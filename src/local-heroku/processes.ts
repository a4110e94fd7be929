import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A process and everything it started: one process group, ended together. */
export type Group = {
  readonly child: ChildProcess;
  /** Settles when the leader is gone and its output was read; the rest of its group was killed. Never rejects. */
  readonly ended: Promise<Exit>;
  signal(name: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL if that was not enough after `graceMs`. Resolves when the leader is gone. */
  stop(graceMs: number): Promise<void>;
};

export type SpawnOptions = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Gives the process a pipe for its standard input; without it there is none. */
  readonly stdin?: boolean;
};

/** Starts process groups and knows which are alive, so that none outlives the local Heroku. */
export type Processes = {
  start(command: string, args: readonly string[], options: SpawnOptions): Group;
  /** Ends every group and refuses to start more. */
  stopAll(graceMs: number): Promise<void>;
};

const LAST_WORDS_MS = 1_000;

export function createProcesses(): Processes {
  const groups = new Set<Group>();
  let closed = false;
  return {
    start(command, args, options) {
      if (closed) throw new Error("The local Heroku is shutting down.");
      const group = startGroup(command, args, options);
      groups.add(group);
      void group.ended.then(() => groups.delete(group));
      return group;
    },
    async stopAll(graceMs) {
      closed = true;
      await Promise.all([...groups].map((group) => group.stop(graceMs)));
    },
  };
}

/** Calls `onLine` with each line of the streams, a carriage return being an end of line too. Resolves at their end. */
export async function eachLine(
  streams: readonly (Readable | null)[],
  onLine: (line: string) => void,
): Promise<void> {
  await Promise.all(
    streams.map(async (input) => {
      if (!input) return;
      for await (const line of createInterface({ input })) onLine(line);
    }),
  );
}

function startGroup(command: string, args: readonly string[], { cwd, env, stdin }: SpawnOptions): Group {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: [stdin ? "pipe" : "ignore", "pipe", "pipe"],
  });
  child.stdin?.on("error", () => undefined);
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody is left in the group.
    }
  };
  const ended = new Promise<Exit>((resolve) => {
    child.once("error", () => resolve({ code: 127, signal: null }));
    child.once("exit", () => {
      signal("SIGKILL");
      // Whoever has left the group may still hold the streams; nobody waits for it.
      setTimeout(
        () => [child.stdout, child.stderr].map((stream) => stream?.destroy()),
        LAST_WORDS_MS,
      ).unref();
    });
    child.once("close", (code, name) => resolve({ code, signal: name }));
  });
  const gone = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  return {
    child,
    ended,
    signal,
    async stop(graceMs) {
      signal("SIGTERM");
      const timer = new AbortController();
      const late = sleep(graceMs, "late", { signal: timer.signal }).catch(() => "stopped");
      if ((await Promise.race([gone, late])) === "late") signal("SIGKILL");
      timer.abort();
      await gone;
    },
  };
}
