import { poll } from "../clock.ts";
import { Failure } from "../failure.ts";
import { findApp } from "../heroku/apps.ts";
import { listDynos } from "../heroku/dynos.ts";
import { readFormation } from "../heroku/formation.ts";
import { type Page, readPage } from "../web/page.ts";
import type { World } from "../world.ts";
import { learned, type Step } from "./step.ts";

const PAGE = "steps/await-health.md";
/** One good answer may come from a process that dies right after it. */
const GOOD_IN_A_ROW = 2;

export const awaitHealth: Step = {
  id: "await-health",
  title: "Wait until the app is healthy",

  async run({ settings, report }, world) {
    const app = learned(report.app, "the app");
    if (app.url === null) return { status: "skipped", detail: "Heroku names no web address for this app" };
    const url = new URL(settings.healthPath, app.url);
    const { clock, log, signal } = world;

    let good = 0;
    let last = "";
    const healthy = await poll(
      clock,
      { fromMs: 250, toMs: 5_000, limitMs: settings.healthTimeoutMs },
      async () => {
        const page = await readPage(url, signal);
        const trouble = unhealthy(page, settings.healthContains);
        good = trouble === undefined ? good + 1 : 0;
        const said = trouble ?? `answered ${"status" in page ? page.status : ""}`;
        if (said !== last) log.info(`${settings.healthPath} ${said}.`);
        last = said;
        return good >= GOOD_IN_A_ROW || undefined;
      },
    );
    if (healthy)
      return {
        status: "unchanged",
        detail: `${settings.healthPath} ${last}, ${GOOD_IN_A_ROW} times in a row`,
      };
    throw await diagnosis(app.name, settings.healthPath, last, settings.healthTimeoutMs / 1000, world);
  },
};

/** Why a page is not a sign of health, undefined when it is one. */
function unhealthy(page: Page, contains: string | undefined): string | undefined {
  if ("trouble" in page) return page.trouble;
  if (page.status >= 400) return `answered ${page.status}`;
  if (contains !== undefined && !page.body.includes(contains))
    return `answered ${page.status} without the text of \`health-contains\``;
  return undefined;
}

/** The reason in Heroku's terms, from the state of the dynos and not from a page. */
async function diagnosis(
  app: string,
  path: string,
  last: string,
  seconds: number,
  { heroku }: World,
): Promise<Failure> {
  const { api } = heroku;
  const [found, formation, dynos] = await Promise.all([
    findApp(api, app),
    readFormation(api, app),
    listDynos(api, app),
  ]);
  const web = formation.find((process) => process.type === "web");
  const states = dynos.filter((dyno) => dyno.type === "web").map((dyno) => dyno.state);
  if (found?.maintenance) {
    return new Failure(
      "MAINTENANCE",
      "The app is in maintenance mode, so Heroku answers every request itself.",
      {
        fix: `Switch it off with \`heroku maintenance:off --app ${app}\`, then run the workflow again.`,
        page: PAGE,
      },
    );
  }
  if (!web || web.quantity === 0) {
    return new Failure(
      "NO_WEB_DYNO",
      "No web dyno runs, so Heroku answers every request with an error page.",
      {
        fix: web
          ? `Start one with \`heroku ps:scale web=1 --app ${app}\`.`
          : "Add a line such as `web: gunicorn app:app` to the Procfile.",
        page: PAGE,
      },
    );
  }
  if (states.length > 0 && states.every((state) => state === "crashed")) {
    return new Failure("WEB_CRASHED", "The web process of the app crashes when it starts.", {
      fix: `Its last words are in \`heroku logs --app ${app}\`; most often an import fails or a config var is missing.`,
      page: PAGE,
    });
  }
  return new Failure(
    "UNHEALTHY",
    `The app did not become healthy within ${seconds} seconds: ${path} ${last}.`,
    {
      fix: `Look at \`heroku logs --app ${app}\`. If another path shows the app's health, set \`health-path\`; if it starts slowly, raise \`health-timeout\`.`,
      page: PAGE,
    },
  );
}
