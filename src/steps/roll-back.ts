import { Failure } from "../failure.ts";
import type { Api } from "../heroku/api.ts";
import { ApiError } from "../heroku/api-error.ts";
import { type HerokuRelease, recentReleases, rollBackTo, settledRelease } from "../heroku/releases.ts";
import type { Release, Report } from "../report/report.ts";
import type { Step } from "./step.ts";

export const rollBack: Step = {
  id: "roll-back",
  title: "Go back to the release before",

  async run({ settings, report }, { heroku: { api }, clock }) {
    const { app, before } = report;
    if (!settings.rollback) return { status: "skipped", detail: "`rollback` is `false`" };
    if (!app || report.made.length === 0) return { status: "skipped", detail: "this run made no release" };
    if (!before || before.commit === null) {
      return { status: "skipped", detail: "there is no release with code to go back to" };
    }
    const releases = await recentReleases(api, app.name);
    const reason = whyNot(releases.find((release) => release.current)?.id, before, report);
    if (reason) return { status: "skipped", detail: reason };

    const made = await askFor(api, app.name, before, releases[0]?.version ?? 0);
    const settled = await settledRelease(api, app.name, made.id, clock);
    if (settled?.status !== "succeeded") throw rollbackFailed(app.name, before.version);
    const undone =
      "The code and the config vars are those of before; tables, data and add-ons stay as they are.";
    const detail = `v${made.version} runs what v${before.version} ran`;
    return { status: "changed", detail, learned: { left: [undone] } };
  },
};

async function askFor(api: Api, app: string, before: Release, newest: number): Promise<HerokuRelease> {
  try {
    return await rollBackTo(api, app, before, newest);
  } catch (error) {
    throw error instanceof ApiError ? rollbackFailed(app, before.version) : error;
  }
}

/** Why nothing is to be undone, judged by the release that is current now. */
function whyNot(current: string | undefined, before: Release, { made }: Report): string | undefined {
  if (current === before.id) return `Heroku never left v${before.version}: there is nothing to undo`;
  if (current === undefined || !made.includes(current)) {
    return "somebody has released meanwhile, so nothing was undone";
  }
  return undefined;
}

function rollbackFailed(app: string, version: number): Failure {
  return new Failure(
    "ROLLBACK_FAILED",
    `Heroku did not go back to v${version}: the broken release is still live.`,
    {
      fix: `Go back by hand: \`heroku rollback v${version} --app ${app}\`, or the app's Activity page on https://dashboard.heroku.com.`,
      page: "steps/roll-back.md",
    },
  );
}
