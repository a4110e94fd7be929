import { poll } from "../clock.ts";
import { currentRelease, readRelease, recentReleases, rollBackTo } from "../heroku/releases.ts";
import type { Step } from "./step.ts";

const PENDING = { fromMs: 500, toMs: 10_000, limitMs: 20 * 60_000 };

export const rollBack: Step = {
  id: "roll-back",
  title: "Go back to the release before",

  async run({ settings, report }, { heroku, clock }) {
    const { app, before, release } = report;
    if (!settings.rollback) return { status: "skipped", detail: "`rollback` is `false`" };
    if (!app || !release || release.id === before?.id)
      return { status: "skipped", detail: "this run put no new release live" };
    if (!before || before.commit === null)
      return { status: "skipped", detail: "there is no release with code to go back to" };

    const current = await currentRelease(heroku.api, app.name);
    if (current?.id !== release.id)
      return { status: "skipped", detail: "somebody has released meanwhile, so nothing was undone" };

    const [newest] = await recentReleases(heroku.api, app.name);
    const made = await rollBackTo(heroku.api, app.name, before, newest?.version ?? release.version);
    const settled = await poll(clock, PENDING, async () => {
      const now = await readRelease(heroku.api, app.name, made.id);
      return now.status === "pending" ? undefined : now;
    });
    const undone =
      "The code and the config vars are those of before; tables, data and add-ons stay as they are.";
    if (settled?.status === "succeeded") {
      return {
        status: "changed",
        detail: `v${made.version} runs what v${before.version} ran`,
        learned: { left: [undone] },
      };
    }
    const detail = `Heroku did not go back to v${before.version}: v${release.version} is still live`;
    return {
      status: "skipped",
      detail,
      learned: { next: [`Go back by hand: \`heroku rollback v${before.version} --app ${app.name}\`.`] },
    };
  },
};
