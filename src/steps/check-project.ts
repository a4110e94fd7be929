import { stopping } from "../checks/stopping.ts";
import { Failure } from "../failure.ts";
import { inspect } from "../report/inspect.ts";
import { findingCounts, notIndexed } from "../report/words.ts";
import type { Settings } from "../settings.ts";
import type { Step } from "./step.ts";

export const checkProject: Step = {
  id: "check-project",
  title: "Check the project",

  async run({ settings, project }, { log }) {
    const inspection = inspect(project, { skip: settings.skipChecks });
    const { findings } = inspection;
    // A rehearsal goes on and sees for itself; its findings are shown as it leaves them.
    const rehearsed = settings.mode === "rehearse";
    if (!rehearsed) log.annotate(findings, settings.appDir);
    if (project.environment.packages === null)
      log.info(`requirements.txt is not compared with an environment: ${project.environment.reason}.`);
    const unknown = notIndexed(project.index);
    if (unknown !== "" && !rehearsed) log.info(unknown);

    const { length } = stopping(findings, settings.failOn);
    if (length > 0 && !rehearsed) {
      return { status: "failed", failure: checksFailed(length, settings.failOn), learned: inspection };
    }
    return { status: "unchanged", detail: findingCounts(findings), learned: inspection };
  },
};

function checksFailed(count: number, failOn: Settings["failOn"]): Failure {
  const what = count === 1 ? "One thing" : `${count} things`;
  const sure = failOn === "error" ? "will fail" : "will or may fail";
  return new Failure(
    "CHECKS_FAILED",
    `${what} in the repository ${sure} on Heroku, so Heroku was not touched.`,
    {
      fix: "Each finding names its file, its line and the change to make. `skip-checks` or a comment in the file turns a check off.",
      page: "steps/check-project.md",
    },
  );
}
