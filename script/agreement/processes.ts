import { readdir, readFile, readlink } from "node:fs/promises";

/** A process by its number and its start, since numbers come again. */
export type Process = { readonly pid: number; readonly start: string; readonly name: string };

const EVERY_MS = 400;

/**
 * Keeps track of what a process has started, and of what works in a folder. A process that leaves its parent, its group
 * and its session is known from when it was still a child, or by the folder in its environment. Linux only: elsewhere
 * there is no /proc, and nothing is found.
 */
export class ProcessTrail {
  readonly #folder: string;
  readonly #pids = new Set<number>();
  readonly #known = new Map<string, Process>();
  readonly #timer: NodeJS.Timeout;

  constructor(folder: string) {
    this.#folder = folder;
    this.#timer = setInterval(() => void this.#look({ folder: false }), EVERY_MS);
  }

  /** A process whose descendants count. */
  follow(pid: number): void {
    this.#pids.add(pid);
  }

  /** Those that are alive. */
  async alive(): Promise<Process[]> {
    return this.#look({ folder: true });
  }

  /** Kills all of them, again and again until none is left; gives those that would not go. */
  async end(): Promise<Process[]> {
    for (let round = 0; round < 20; round++) {
      const alive = await this.alive();
      if (alive.length === 0) return [];
      for (const { pid } of alive) kill(pid);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.alive();
  }

  /** Stops looking. */
  close(): void {
    clearInterval(this.#timer);
  }

  /** By parentage alone where that must do: to read every environment takes longer. */
  async #look({ folder }: { folder: boolean }): Promise<Process[]> {
    const found = await allProcesses();
    const alive: Process[] = [];
    for (const { pid, parent, start, name, state } of found.toSorted((a, b) => a.pid - b.pid)) {
      const key = `${pid} ${start}`;
      const ours = this.#known.has(key) || this.#pids.has(pid) || this.#pids.has(parent);
      if (!ours && !(folder && (await worksIn(pid, this.#folder)))) continue;
      this.#pids.add(pid);
      const known = { pid, start, name };
      this.#known.set(key, known);
      // A zombie only waits for its parent to notice.
      if (state !== "Z") alive.push(known);
    }
    const there = new Set(found.map(({ pid }) => pid));
    for (const pid of this.#pids) if (!there.has(pid)) this.#pids.delete(pid);
    return alive;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

type Entry = Process & { readonly parent: number; readonly state: string };

async function allProcesses(): Promise<Entry[]> {
  const names = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(
    names.map(async (pid): Promise<Entry[]> => {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
      // pid (name) state parent ... start; the name may hold anything (proc(5)).
      const [, name = "", rest = ""] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
      const fields = rest.split(" ");
      const [state = "", parent = "", start = ""] = [fields[0], fields[1], fields[19]];
      return rest === "" ? [] : [{ pid: Number(pid), name, state, parent: Number(parent), start }];
    }),
  );
  return entries.flat();
}

/** Whether a process was started with the folder in its arguments or environment, or is in it. */
async function worksIn(pid: number, folder: string): Promise<boolean> {
  const [line, env, place] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""),
    readFile(`/proc/${pid}/environ`, "utf8").catch(() => ""),
    readlink(`/proc/${pid}/cwd`).catch(() => ""),
  ]);
  return [line, env, place].some((text) => text.includes(folder));
}
