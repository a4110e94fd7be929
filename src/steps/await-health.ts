import { poll } from "../clock.ts";
import type { Api } from "../heroku/api.ts";
import { listDynos } from "../heroku/dynos.ts";
import { readFormation } from "../heroku/formation.ts";
import { recentLog } from "../heroku/logs.ts";
import { type Page, readPage } from "../web/page.ts";
import type { World } from "../world.ts";
import { diagnosis } from "./health-diagnosis.ts";
import { type Job, learned, type Outcome, type Step } from "./step.ts";

/** One good answer may come from a process that dies right after it. */
const GOOD_IN_A_ROW = 2;
/** Short at first: most apps are up when they are asked, and the second good answer is all that is waited for. */
const PACE = { fromMs: 100, toMs: 5_000 };
/** Heroku's router gives up on a request after 30 s without a byte (Dev Center, Request Timeout). */
const TRY_MS = 30_000;
/**
 * Heroku starts a crashed dyno again at once, and then only after minutes, and one that nobody wants never: waiting
 * longer shows nothing new.
 */
const DOWN_MS = 10_000;

export const awaitHealth: Step = {
  id: "await-health",
  title: "Wait until the app is healthy",

  // A rehearsal asks again after the restart that follows.
  run: (job, world) => awaitAnswers(job, world, job.settings.mode === "rehearse" ? 1 : GOOD_IN_A_ROW),
};

/**
 * Waits until so many good answers came in a row. Throws Failure with the reason when the time is over or nothing that
 * could answer is left.
 */
export async function awaitAnswers(
  { settings, report }: Job,
  world: World,
  wanted = GOOD_IN_A_ROW,
): Promise<Outcome> {
  const app = learned(report.app, "the app");
  if (app.url === null) return { status: "skipped", detail: "Heroku names no web address for this app" };
  const { healthPath: path, healthContains, healthTimeoutMs } = settings;
  const url = new URL(path, app.url);
  const { clock, log, signal } = world;
  const { api } = world.heroku;
  const version = report.release?.version ?? 0;

  const end = clock.now() + healthTimeoutMs;
  let good = 0;
  let last = "";
  let fine = clock.now();
  const verdict = await poll(clock, { ...PACE, limitMs: healthTimeoutMs }, async () => {
    const left = Math.max(1_000, end - clock.now());
    const page = await readPage(url, { limitMs: Math.min(TRY_MS, left), signal });
    const { healthy, said } = judge(page, healthContains);
    if (said !== last) log.info(`${path} ${said}.`);
    last = said;
    const web = (await listDynos(api, app.name)).filter((dyno) => dyno.type === "web");
    // Until they are replaced, dynos of the release before answer, and answer well.
    const isNew = web.every((dyno) => dyno.release === null || dyno.release >= version);
    good = healthy && isNew ? good + 1 : 0;
    if (good >= wanted) return "healthy";
    const down =
      web.length > 0 ? web.every((dyno) => dyno.state === "crashed") : await hasNoWeb(api, app.name);
    if (healthy || !down) fine = clock.now();
    return clock.now() - fine > DOWN_MS ? "down" : undefined;
  });
  if (verdict === "healthy") {
    return {
      status: "unchanged",
      detail: `${path} ${last}${wanted > 1 ? `, ${wanted} times in a row` : ""}`,
    };
  }
  await showLog(app.name, world);
  const told = `${path} ${last}`;
  throw await diagnosis({ app: app.name, told, seconds: healthTimeoutMs / 1000 }, world);
}

/** Whether nothing is to serve the web: no line of the Procfile, or a formation of none. */
async function hasNoWeb(api: Api, app: string): Promise<boolean> {
  const web = (await readFormation(api, app)).find(({ type }) => type === "web");
  return web === undefined || web.quantity === 0;
}

/** Whether a page is a sign of health, and what it did, in our own words. */
function judge(page: Page, contains: string | undefined): { healthy: boolean; said: string } {
  if ("trouble" in page) return { healthy: false, said: page.trouble };
  if (page.status >= 400) return { healthy: false, said: `answered ${page.status}` };
  if (contains !== undefined && !page.body.includes(contains)) {
    return { healthy: false, said: `answered ${page.status} without the text of \`health-contains\`` };
  }
  return { healthy: true, said: `answered ${page.status}` };
}

/** The app's own words. Without them the reason is still told, in Heroku's terms. */
async function showLog(app: string, { heroku, log, signal }: World): Promise<void> {
  try {
    const lines = await recentLog(heroku.api, app, heroku.places);
    log.info("The last lines of the app's log:");
    for (const line of lines) log.foreign(line);
  } catch {
    signal.throwIfAborted();
    log.notice("Heroku did not give the app's log.");
  }
}
