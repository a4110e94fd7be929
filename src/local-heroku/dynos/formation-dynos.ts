import { setTimeout as sleep } from "node:timers/promises";
import type { Platform } from "../platform.ts";
import { type App, currentRelease } from "../state/app.ts";
import type { Dyno } from "../state/dyno.ts";
import { addDyno, changeState, logOutput, type NewDyno, removeDyno, startProcess } from "./dyno.ts";
import { freePort } from "./ports.ts";
import { untilHeard } from "./web-boot.ts";
import { webEnd } from "./web-end.ts";

/** Promoting a database makes two releases in a row: dynos that are replaced this soon never start. */
const SETTLE_MS = 20;
const LONGEST_COOL_OFF_MS = 24 * 60 * 60 * 1000;

/** Replaces the dynos of the formation by new ones of the current release. */
export function restart(platform: Platform, app: App): void {
  for (const dyno of app.dynos.filter(({ scheduled }) => scheduled)) end(app, dyno);
  fillUp(platform, app);
}

/** Makes the number of dynos what the formation says: ends those too many, starts those missing. */
export function fillUp(platform: Platform, app: App): void {
  const release = currentRelease(app);
  if (!release?.slug || platform.apps.get(app.name) !== app) return;
  for (const dyno of app.dynos.filter(({ scheduled }) => scheduled)) {
    const wanted = app.formation.get(dyno.type)?.quantity ?? 0;
    if (Number(dyno.name.split(".")[1]) > wanted) end(app, dyno);
  }
  for (const { type, command, quantity, size } of app.formation.values()) {
    for (let number = 1; number <= quantity; number++) {
      const name = `${type}.${number}`;
      if (app.dynos.some((dyno) => dyno.name === name)) continue;
      start(platform, app, { name, type, scheduled: true, command, size, release });
    }
  }
}

function start(platform: Platform, app: App, wish: NewDyno): void {
  const dyno = addDyno(platform, app, wish);
  void boot(platform, app, dyno).catch((error) => platform.log(`${app.name} ${dyno.name}: ${error}`));
}

/**
 * Tries a crashed dyno again: the first time at once, then after a cool-off that doubles, as Heroku does (Dev Center,
 * "Dyno crash restart policy"). One that ran for longer than the first cool-off has not crashed in a row. A release or
 * a restart comes before it.
 */
function replaceLater(platform: Platform, app: App, dyno: Dyno, ranMs: number): void {
  const { coolOffMs } = platform.limits;
  const crashes = ranMs > coolOffMs ? 0 : dyno.crashes;
  const waitMs = crashes === 0 ? 0 : Math.min(coolOffMs * 2 ** (crashes - 1), LONGEST_COOL_OFF_MS);
  setTimeout(() => {
    if (dyno.stopping || !app.dynos.includes(dyno)) return;
    removeDyno(app, dyno);
    app.logs.add("heroku", dyno.name, "State changed from crashed to starting");
    start(platform, app, { ...dyno, crashes: crashes + 1 });
  }, waitMs).unref();
}

/** Ends a dyno for good; its successor, if any, does not wait for it. */
function end(app: App, dyno: Dyno): void {
  app.logs.add("heroku", dyno.name, "Stopping all processes with SIGTERM");
  void dyno.stop();
}

async function boot(platform: Platform, app: App, dyno: Dyno): Promise<void> {
  const { slug } = dyno.release;
  await sleep(SETTLE_MS);
  if (dyno.stopping || !slug) return;
  if (dyno.type === "web") dyno.port = await freePort();
  const group = await startProcess(platform, app, dyno, slug);
  if (!group) return;
  const started = Date.now();
  void logOutput(app, dyno, group);
  void group.ended.then(({ code }) => {
    app.logs.add("heroku", dyno.name, `Process exited with status ${code ?? 137}`);
    if (dyno.stopping) return;
    changeState(app, dyno, "crashed");
    const end = dyno.type === "web" ? webEnd(dyno.command, code) : undefined;
    if (end) platform.tell({ kind: "end", end });
    replaceLater(platform, app, dyno, Date.now() - started);
  });
  if (dyno.port !== undefined) await untilHeard(platform, app, dyno, group, dyno.port);
  else if (!dyno.stopping && dyno.state === "starting") changeState(app, dyno, "up");
}
