import { Failure } from "../failure.ts";
import { listDynos, restartDyno as restart } from "../heroku/dynos.ts";
import { awaitAnswers } from "./await-health.ts";
import { learned, type Step } from "./step.ts";

/** Of the ways in which an app is not healthy, those that an empty disk can lead to. */
const OF_THE_DISK: readonly string[] = ["UNHEALTHY", "WEB_CRASHED"];

/** Heroku restarts every dyno about once a day, with a fresh disk (Dev Center, Dyno Restarts): an app must survive it. */
export const restartDyno: Step = {
  id: "restart-dyno",
  title: "Restart the web dyno and ask again",

  async run(job, world) {
    const { name: app } = learned(job.report.app, "the app");
    const { api } = world.heroku;
    const web = (await listDynos(api, app)).filter(({ type }) => type === "web");
    for (const { name } of web) await restart(api, app, name);
    try {
      const { detail } = await awaitAnswers(job, world);
      return { status: "changed", detail: `after the restart, ${detail}` };
    } catch (error) {
      throw error instanceof Failure && OF_THE_DISK.includes(error.code) ? restartFailed(error) : error;
    }
  },
};

function restartFailed({ message }: Failure): Failure {
  return new Failure(
    "RESTART_FAILED",
    `The app was healthy, and is no longer since its web dyno was restarted. ${message}`,
    {
      fix: "Whatever the app wrote to its disk is gone after a restart: keep in the database what must outlive a dyno. The app's last words are in the log above.",
      page: "steps/restart-dyno.md",
    },
  );
}
