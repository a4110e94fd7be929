import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { INDEX_SETTINGS } from "../../src/rehearsal/index-settings.ts";
import type { Report } from "../../src/report/report.ts";
import { watchLocalHerokus } from "../local-herokus.ts";
import { runAction } from "../runner.ts";

/** How tools reach an index and where they keep what they had. */
const PASSED_ON = new RegExp(
  `^(LANG|LC_ALL|LD_LIBRARY_PATH|RUNNER_TOOL_CACHE|AGENT_TOOLSDIRECTORY|${INDEX_SETTINGS}|NPM_CONFIG_.*|NODE_EXTRA_CA_CERTS)$`,
  "i",
);
const REAPER = join(import.meta.dirname, "reaper.py");
/** The page of an app that answers at all, answers soon. */
const HEALTH_SECONDS = "20";
const KEPT_LOG = 2 ** 22;

/** What a report holds that is of interest here. */
export type Rehearsed = Pick<Report, "result" | "findings" | "steps" | "error" | "rehearsal">;

export type Rehearsal = {
  /** Undefined when the run came to no end, or wrote none. */
  readonly report: Rehearsed | undefined;
  readonly log: string;
  readonly tooLong: boolean;
  /** What was still there when it had ended by itself, a phrase each; it is gone now. */
  readonly left: readonly string[];
  /** What could not even be removed afterwards. */
  readonly stuck: readonly string[];
};

/**
 * Rehearses the app of a workspace with the bundled action. Everything it makes is below `folder`, which is removed.
 * Throws the signal's reason when nothing was started yet.
 */
export async function rehearseApp(request: {
  readonly workspace: string;
  readonly folder: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}): Promise<Rehearsal> {
  const { workspace, folder, inputs, signal } = request;
  // Short, since PostgreSQL has a socket in it, whose path may have 107 bytes.
  const temp = join(folder, "t");
  const reaped = join(folder, "reaped.json");
  await mkdir(temp, { recursive: true });
  const herokus = watchLocalHerokus(temp);
  const enough = AbortSignal.any([signal, AbortSignal.timeout(request.limitMs)]);
  try {
    signal.throwIfAborted();
    const { outputs, log, exitCode } = await runAction({
      workspace,
      folder: join(folder, "r"),
      inputs: { mode: "rehearse", "health-timeout": HEALTH_SECONDS, ...inputs },
      env: { ...passedOn(process.env), TMPDIR: temp },
      through: ["python3", REAPER, reaped],
      keptLog: KEPT_LOG,
      onStart(pid) {
        if (enough.aborted) end(pid);
        else enough.addEventListener("abort", () => end(pid), { once: true });
      },
    });
    const tooLong = enough.aborted;
    // Ended by the signal itself, it had not even begun.
    const begun = !(tooLong && exitCode === null);
    const { left, stuck } = await readJson<Reaped>(reaped, {
      left: [],
      stuck: begun ? ["the program that ends them"] : [],
    });
    const files = tooLong ? [] : [...(await readdir(temp)), ...(await herokus.leftInMemory())];
    return {
      report: tooLong ? undefined : await readJson<Rehearsed | undefined>(outputs["report-file"], undefined),
      log,
      tooLong,
      left: [...counted(left), ...files.map((name) => `temporary ${name}`)],
      stuck: counted(stuck),
    };
  } finally {
    herokus.close();
    // Of a local Heroku that had to be killed, its guardian with it, there is more.
    for (const path of [...(await herokus.leftInMemory()), folder])
      await rm(path, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What reaper.py writes: names of processes. */
type Reaped = { readonly left: readonly string[]; readonly stuck: readonly string[] };

function end(pid: number): void {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    // It has ended in the same moment.
  }
}

function counted(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => {
    const count = names.filter((each) => each === name).length;
    return count === 1 ? `process ${name}` : `${count} processes ${name}`;
  });
}

/** What the action gets of this machine's environment. */
export function passedOn(machine: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.entries(machine).flatMap(([name, value]) =>
    value !== undefined && PASSED_ON.test(name) ? [[name, value] as const] : [],
  );
  // The action has a HOME of its own; what pip and earlier builds keep stays where it is.
  const { XDG_CACHE_HOME, XDG_CONFIG_HOME } = machine;
  return {
    XDG_CACHE_HOME: XDG_CACHE_HOME || join(homedir(), ".cache"),
    XDG_CONFIG_HOME: XDG_CONFIG_HOME || join(homedir(), ".config"),
    ...Object.fromEntries(given),
  };
}

/** What a program of ours has written, or the fallback where it has not. */
async function readJson<T>(file: string | undefined, fallback: T): Promise<T> {
  const text = file === undefined ? undefined : await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? fallback : (JSON.parse(text) as T);
}
