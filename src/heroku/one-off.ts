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
  /** Called with every line of output, raw. */
  readonly onLine: (line: string) => void;
};

/** The command's exit status; `unknown` when the connection ended before it came, which is never success. */
export type OneOffEnd = number | "unknown" | "never-attached";

const LIMIT_MS = 10 * 60_000;
const HEARTBEAT_MS = 30_000;
const GONE = { fromMs: 500, toMs: 5_000, limitMs: 60_000 };
/** Heroku answers 404 or 409 while a release is not ready to run dynos. */
const STARTS = 5;

/**
 * Runs a command on an attached one-off dyno and streams its output. The dyno is gone when this returns: a
 * second one must not work on the same tables. Throws Failure or ApiError when none could be started.
 */
export async function runOneOff(run: OneOffRun, world: World): Promise<OneOffEnd> {
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
  let end: OneOffEnd = "unknown";
  try {
    const attached = await attachTo({
      url: address,
      trustedHost: world.heroku.places.dynoHost,
      idleMs: LIMIT_MS,
      signal: world.signal,
      onData(chunk) {
        heard = world.clock.now();
        for (const line of scanner.push(chunk)) run.onLine(line);
      },
    });
    const { lines, status } = scanner.end();
    for (const line of lines) run.onLine(line);
    end = attached === "never-attached" ? attached : status;
    return end;
  } finally {
    clearInterval(heartbeat);
    if (typeof end !== "number") await endDyno(run.app, dyno.name, world);
    world.note("dyno", "");
  }
}

/** Stops a dyno whose command may still run, and waits until Heroku no longer knows it. */
async function endDyno(app: string, name: string, { tidyHeroku, clock, signal }: World): Promise<void> {
  await stopDyno(tidyHeroku.api, app, name);
  if (signal.aborted) return;
  await poll(clock, GONE, async () => ((await dynoExists(tidyHeroku.api, app, name)) ? undefined : true));
}

async function start({ app, command, env }: OneOffRun, { heroku, clock }: World): Promise<Dyno> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOneOff(heroku.api, app, { command, env, timeToLive: (2 * LIMIT_MS) / 1000 });
    } catch (error) {
      if (attempt === STARTS || !(answered(error, 409) || answered(error, 404))) throw error;
      await clock.sleep(attempt * 500);
    }
  }
}
