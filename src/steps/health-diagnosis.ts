import { Failure } from "../failure.ts";
import { findApp } from "../heroku/apps.ts";
import { listDynos } from "../heroku/dynos.ts";
import { readFormation } from "../heroku/formation.ts";
import type { World } from "../world.ts";

const PAGE = "steps/await-health.md";

/**
 * Why an app is not healthy, in Heroku's terms: from the state of the app and its dynos, not from a page.
 * `told` is what its page did last, `seconds` how long it was waited for.
 */
export async function diagnosis(
  { app, told, seconds }: { app: string; told: string; seconds: number },
  { heroku: { api } }: World,
): Promise<Failure> {
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
        fix: `Switch it off on the app's Settings page on https://dashboard.heroku.com (or with \`heroku maintenance:off --app ${app}\`), then run the workflow again.`,
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
          ? `Start one on the app's Resources page on https://dashboard.heroku.com (or with \`heroku ps:scale web=1 --app ${app}\`).`
          : "Add a line such as `web: gunicorn app:app` to the Procfile.",
        page: PAGE,
      },
    );
  }
  if (states.length > 0 && states.every((state) => state === "crashed")) {
    return new Failure("WEB_CRASHED", "The web process of the app crashes when it starts.", {
      fix: `Its last words are in the log above; most often an import fails or a config var is missing.`,
      page: PAGE,
    });
  }
  return new Failure("UNHEALTHY", `The app did not become healthy within ${seconds} seconds: ${told}.`, {
    fix: `The last lines of the app's log are above. If another path shows the app's health, set \`health-path\`; if it starts slowly, raise \`health-timeout\`.`,
    page: PAGE,
  });
}
