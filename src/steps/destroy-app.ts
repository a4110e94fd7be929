import { type Clock, poll } from "../clock.ts";
import { Failure } from "../failure.ts";
import type { Api } from "../heroku/api.ts";
import { ApiError } from "../heroku/api-error.ts";
import { type App, deleteApp, findApp } from "../heroku/apps.ts";
import { readConfigVars } from "../heroku/config-vars.ts";
import { isTransient } from "../heroku/retry.ts";
import { bearsMark, reviewMark } from "../review-mark.ts";
import type { Settings } from "../settings.ts";
import type { Outside } from "../world.ts";
import { belongings } from "./belongings.ts";
import { foreignReviewApp } from "./ensure-review-mark.ts";
import type { Step, Task } from "./step.ts";

const PAGE = "steps/destroy-app.md";
const GONE = { fromMs: 500, toMs: 5_000, limitMs: 60_000 };

export const destroyApp: Step<Task, Outside> = {
  id: "destroy-app",
  title: "Remove the review app",

  async run({ settings }, { heroku: { api }, clock }) {
    const mark = markOf(settings);
    const app = await findApp(api, settings.app);
    if (!app) return { status: "unchanged", detail: `there is no app ${settings.app}` };

    // From here on by its id: an app of that name that is made meanwhile is another one.
    const vars = await readConfigVars(api, app.id);
    if (!bearsMark(vars, mark)) throw foreignReviewApp(app.name, vars, mark);
    const removed = await belongings(api, app, [...vars.keys()]);

    const learned = { app: { name: app.name, url: null, gitUrl: app.gitUrl } };
    try {
      await remove(app, api, clock);
    } catch (failure) {
      if (isRefusal(failure)) throw failure;
      const left = [`The app ${app.name} may still be there, with its add-ons.`];
      return { status: "failed", failure, learned: { ...learned, left } };
    }
    return {
      status: "changed",
      detail: `removed ${app.name} with all that belonged to it`,
      learned: { ...learned, removed: [`The app ${app.name}`, ...removed] },
    };
  },
};

/** The mark that the app must bear. Throws Failure (NOT_A_REVIEW_APP) for an app whose name says no pull request. */
function markOf({ app, reviewOf, run }: Settings): string {
  if (reviewOf !== undefined && app.split("-").includes(String(reviewOf))) {
    return reviewMark(run.repository, reviewOf);
  }
  throw new Failure("NOT_A_REVIEW_APP", "`mode: destroy` removes review apps and no other app.", {
    fix: "Give `app` as in the job that deploys it, with `{number}` in it: `my-app-pr-{number}`.",
    page: "review-apps.md",
  });
}

/** Deletes the app and waits until Heroku no longer knows it. */
async function remove(app: App, api: Api, clock: Clock): Promise<void> {
  const isGone = async () => ((await findApp(api, app.id)) ? undefined : true);
  try {
    await deleteApp(api, app.id);
  } catch (error) {
    // After an unclear answer the next may be a refusal, of an app that is gone.
    if (await isGone().catch(() => false)) return;
    throw error;
  }
  if (!(await poll(clock, GONE, isGone))) throw notRemoved(app.name);
}

/** Whether Heroku would not delete the app at all. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.method === "DELETE" && !isTransient(error);
}

function notRemoved(app: string): Failure {
  return new Failure(
    "APP_NOT_REMOVED",
    `Heroku took the order to delete ${app}, but the app is still there.`,
    {
      fix: "Look at https://status.heroku.com, then run the job again: it goes on with the same app.",
      page: PAGE,
    },
  );
}
