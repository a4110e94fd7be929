import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Report } from "../../src/report/report.ts";
import { runAction } from "../runner.ts";
import { ProcessTrail } from "./processes.ts";

/** What the action gets of this machine: how pip and npm reach an index and where they keep what they had. */
const PASSED_ON =
  /^(LANG|LC_ALL|LD_LIBRARY_PATH|RUNNER_TOOL_CACHE|AGENT_TOOLSDIRECTORY|PIP_.*|NPM_CONFIG_.*|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(HTTPS?|NO|ALL)_PROXY)$/i;
/** How long a run that is told to end may take to clean up behind itself. */
const GRACE_MS = 20_000;
/** What is still going when a run has ended, may need a moment to be gone. */
const LAST_MS = 1_500;
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

/** Rehearses the app of a workspace with the bundled action. Everything it makes is below `folder`, which is removed. */
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
  await mkdir(temp, { recursive: true });
  const trail = new ProcessTrail(folder);
  const enough = AbortSignal.any([signal, AbortSignal.timeout(request.limitMs)]);
  try {
    const run = runAction({
      workspace,
      folder: join(folder, "r"),
      inputs: { mode: "rehearse", python: "off", "health-timeout": HEALTH_SECONDS, ...inputs },
      env: { ...passedOn(), TMPDIR: temp },
      keptLog: KEPT_LOG,
      onStart: (pid) => {
        trail.follow(pid);
        enough.addEventListener("abort", () => void endRun(pid, trail), { once: true });
      },
    });
    const { outputs, log } = await run;
    const report = await readReport(outputs["report-file"]);
    const tooLong = enough.aborted;
    const left = tooLong ? [] : await leftBehind(trail, temp);
    const stuck = (await trail.end()).map(({ name, pid }) => `process ${pid} (${name})`);
    return { report: tooLong ? undefined : report, log, tooLong, left, stuck };
  } finally {
    await trail.end();
    trail.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** SIGTERM first, as a runner does on a cancel; then everything that it started goes too. */
async function endRun(pid: number, trail: ProcessTrail): Promise<void> {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    return;
  }
  const late = performance.now() + GRACE_MS;
  while (performance.now() < late && (await trail.alive()).some((one) => one.pid === pid)) await sleep(100);
  await trail.end();
}

async function leftBehind(trail: ProcessTrail, temp: string): Promise<string[]> {
  const late = performance.now() + LAST_MS;
  let alive = await trail.alive();
  while (alive.length > 0 && performance.now() < late) {
    await sleep(50);
    alive = await trail.alive();
  }
  const files = await readdir(temp);
  return [...alive.map(({ name }) => `process ${name}`), ...files.map((name) => `temporary ${name}`)];
}

function passedOn(): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value !== undefined && PASSED_ON.test(name) ? [[name, value] as const] : [],
  );
  // The action has a HOME of its own; what pip and earlier builds keep stays where it is.
  const { XDG_CACHE_HOME, XDG_CONFIG_HOME } = process.env;
  return {
    XDG_CACHE_HOME: XDG_CACHE_HOME || join(homedir(), ".cache"),
    XDG_CONFIG_HOME: XDG_CONFIG_HOME || join(homedir(), ".config"),
    ...Object.fromEntries(given),
  };
}

async function readReport(file: string | undefined): Promise<Rehearsed | undefined> {
  const text = file === undefined ? undefined : await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Rehearsed);
}
