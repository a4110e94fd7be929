import { poll } from "../clock.ts";
import { ExitStatusScanner } from "../dyno/exit-status.ts";
import type { World } from "../world.ts";
import { answered } from "./api-error.ts";
import { type Dyno, dynoExists, startOneOff, stopDyno } from "./dynos.ts";
import { attachTo } from "./rendezvous.ts";

export type OneOffRun = {
  readonly app: string;
  /** Prints its exit status behind the marker, as `dynoCommand` does. */
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  readonly marker: string;
  readonly limits: OneOffLimits;
  /** Called with every line of output, raw. */
  readonly onLine: (line: string) => void;
};

/** In seconds: without output, and from start to end. After the second Heroku ends the dyno, whatever became of us. */
export type OneOffLimits = { readonly silence: number; readonly life: number };

export type OneOffEnd = {
  /**
   * The command's exit status; `unknown` when the connection ended before it came, which is never success,
   * `silent` when there was no output for the limit and we gave up, `expired` when its life was used up.
   */
  readonly status: number | "unknown" | "silent" | "expired" | "never-attached";
  /** Whether the dyno is surely gone: a second one must not work on the same tables. */
  readonly gone: boolean;
};

const HEARTBEAT_MS = 30_000;
const GONE = { fromMs: 500, toMs: 5_000, limitMs: 60_000 };
/** Heroku answers 404 or 409 while a release is not ready to run dynos. */
const STARTS = 5;

/**
 * Runs a command on an attached one-off dyno and streams its output. A dyno whose command did not say its status
 * is stopped. Throws Failure or ApiError when none could be started.
 */
export async function runOneOff(run: OneOffRun, world: World): Promise<OneOffEnd> {
  const { silence, life } = run.limits;
  const born = world.clock.now();
  const dyno = await start(run, world);
  world.note("dyno", dyno.name);
  const address = dyno.attachUrl ?? "";
  world.log.secret(address);
  const scanner = new ExitStatusScanner(run.marker);
  let heard = world.clock.now();
  const heartbeat = setInterval(() => {
    const seconds = Math.round((world.clock.now() - heard) / 1000);
    if (seconds >= HEARTBEAT_MS / 1000)
      world.log.info(`${dyno.name} has been silent for ${seconds} s and goes on.`);
  }, HEARTBEAT_MS);
  let status: OneOffEnd["status"] = "unknown";
  let gone = false;
  try {
    const end = await attachTo({
      url: address,
      trustedHost: world.heroku.places.dynoHost,
      idleMs: silence * 1000,
      signal: world.signal,
      onData(chunk) {
        heard = world.clock.now();
        for (const line of scanner.push(chunk)) run.onLine(line);
        // Heroku closes the connection some time later; there is nothing to wait for.
        return scanner.hasStatus;
      },
    });
    const last = scanner.end();
    for (const line of last.lines) run.onLine(line);
    status = end === "ended" || typeof last.status === "number" ? last.status : end;
    if (status === "unknown" && world.clock.now() - born >= life * 1000) status = "expired";
  } finally {
    clearInterval(heartbeat);
    gone = typeof status === "number" || (await endDyno(run.app, dyno.name, world));
    world.note("dyno", "");
  }
  return { status, gone };
}

/** Stops a dyno whose command may still run, and waits until Heroku no longer knows it; false when it still does. */
async function endDyno(app: string, name: string, { tidyHeroku, clock, signal }: World): Promise<boolean> {
  await stopDyno(tidyHeroku.api, app, name);
  if (signal.aborted) return false;
  const isGone = async () => ((await dynoExists(tidyHeroku.api, app, name)) ? undefined : true);
  return (await poll(clock, GONE, isGone)) ?? false;
}

async function start({ app, command, env, limits }: OneOffRun, { heroku, clock }: World): Promise<Dyno> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOneOff(heroku.api, app, { command, env, timeToLive: limits.life });
    } catch (error) {
      if (attempt === STARTS || !(answered(error, 409) || answered(error, 404))) throw error;
      await clock.sleep(attempt * 500);
    }
  }
}
