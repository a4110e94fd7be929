import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { endStrays, MARK, signalStrays } from "./strays.ts";

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A process and everything it started, ended together. */
export type Group = {
  readonly child: ChildProcess;
  /** Settles when the leader is gone and its output was read; the rest of its group was killed. Never rejects. */
  readonly ended: Promise<Exit>;
  /** To the process group: those who left it do not get it. */
  signal(name: NodeJS.Signals): void;
  /**
   * SIGTERM, and SIGKILL if that was not enough after `graceMs`. Resolves when nothing is left, with whether it had to
   * be killed.
   */
  stop(graceMs: number): Promise<"ended" | "killed">;
};

export type SpawnOptions = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Gives the process a pipe for its standard input; without it there is none. */
  readonly stdin?: boolean;
  /**
   * For what runs the app's code: its own folder. Processes that left the group are found there, or by their mark, and
   * end with it.
   */
  readonly ownFolder?: string;
};

/** Starts process groups and knows which are alive, so that none outlives the local Heroku. */
export type Processes = {
  /** What the marks of all its processes begin with (strays.ts). */
  readonly mark: string;
  start(command: string, args: readonly string[], options: SpawnOptions): Group;
  /** Ends every group and refuses to start more. */
  stopAll(graceMs: number): Promise<void>;
};

const LAST_WORDS_MS = 1_000;

/** The processes of one local Heroku, none at first. */
export function createProcesses(): Processes {
  const groups = new Set<Group>();
  const mark = randomUUID();
  let started = 0;
  let closed = false;
  return {
    mark,
    start(command, args, options) {
      if (closed) throw new Error("The local Heroku is shutting down.");
      const group = startGroup(command, args, options, `${mark}/${++started}/`);
      groups.add(group);
      void group.ended.then(() => groups.delete(group));
      return group;
    },
    async stopAll(graceMs) {
      closed = true;
      await Promise.all([...groups].map((group) => group.stop(graceMs)));
      await endStrays({ mark, folder: undefined });
    },
  };
}

function startGroup(command: string, args: readonly string[], options: SpawnOptions, mark: string): Group {
  const { cwd, env, stdin, ownFolder } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...env, [MARK]: mark },
    detached: true,
    stdio: [stdin ? "pipe" : "ignore", "pipe", "pipe"],
  });
  child.stdin?.on("error", () => undefined);
  const family = { mark, folder: ownFolder };
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody is left in the group.
    }
  };
  const gone = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", async () => {
      signal("SIGKILL");
      if (ownFolder !== undefined) await endStrays(family).catch(() => undefined);
      resolve();
      letGo([child.stdout, child.stderr]);
    });
  });
  const closed = new Promise<Exit>((resolve) => {
    child.once("error", () => resolve({ code: 127, signal: null }));
    child.once("close", (code, name) => resolve({ code, signal: name }));
  });
  return {
    child,
    ended: gone.then(() => closed),
    signal,
    async stop(graceMs) {
      const told = ownFolder === undefined ? 0 : await signalStrays(family, "SIGTERM").catch(() => 0);
      if (told === 0) signal("SIGTERM");
      const timer = new AbortController();
      const late = sleep(graceMs, "killed" as const, { signal: timer.signal }).catch(() => "ended" as const);
      const how = await Promise.race([gone.then(() => "ended" as const), late]);
      if (how === "killed") signal("SIGKILL");
      timer.abort();
      await gone;
      return how;
    },
  };
}

/** Whoever was not found may still hold the streams. Nobody waits for it, but for a reader of ours that is slower. */
function letGo(streams: readonly (Readable | null)[]): void {
  setTimeout(() => {
    const unread = streams.filter((stream) => stream?.isPaused());
    for (const stream of streams) if (!unread.includes(stream)) stream?.destroy();
    if (unread.length > 0) letGo(unread);
  }, LAST_WORDS_MS).unref();
}
