import { randomUUID } from "node:crypto";
import { runAddress } from "../github-run.ts";
import { headline } from "../report/headline.ts";
import type { Log } from "../report/log.ts";
import type { Deployment, Report } from "../report/report.ts";
import { oneLine } from "../report/untrusted.ts";
import type { Settings } from "../settings.ts";
import { createOnce } from "./create-once.ts";
import { openDeployments } from "./deployments.ts";
import { mergedHead } from "./merged-head.ts";
import { type Pace, paceAfter, patient } from "./patience.ts";
import { type Needs, reason } from "./reason.ts";
import { retire } from "./retire.ts";
import { troubleOf } from "./trouble.ts";

type Asked = Pick<Settings, "environment" | "run" | "githubToken" | "app" | "reviewOf">;

/** A run's deployment on GitHub, which its environments and the pull request show. Nothing of it throws. */
export type ShownDeployment = {
  /** A deploy of the commit begins. GitHub is told meanwhile: the deploy does not wait for it. */
  begin(commit: string): void;
  /** The run ended so. Gives what GitHub shows now, null for nothing. */
  end(report: Report): Promise<Deployment | null>;
};

const NEEDS: Needs = {
  permission: "deployments: write",
  off: "environment: off",
  unusable: "it does not know the commit, or refuses the name in `environment` (422).",
};

/** GitHub takes no longer description of a state (docs.github.com, Create a deployment status). */
const LONGEST = 140;

/**
 * Shows a run's deploy on GitHub, and sets the deployments of a review app that was removed to `inactive`. Whatever
 * GitHub does becomes at most one notice. `note` keeps the deployment for the post step, should this process be killed.
 */
export function showDeployment(
  settings: Asked,
  { log, note }: { log: Log; note: (what: "deployment", value: string) => void },
  pace: Pace,
): ShownDeployment {
  const { environment, githubToken: token, run, app, reviewOf } = settings;
  if (environment === undefined || token === undefined || run.repository === "")
    return { begin() {}, end: async () => null };
  const open = (pace: Pace) => openDeployments({ ...run, token }, patient(pace));
  const log_url = runAddress(run);
  let shown: Deployment | null = null;
  let begun: Promise<void> | undefined;

  const start = async (commit: string): Promise<void> => {
    const deployments = open(pace);
    const mark = { app, key: randomUUID() };
    // A pull request shows the deployments of its head.
    const ref = mergedHead(commit, run) ?? commit;
    const wanted = { ref, environment, mark, review: reviewOf !== undefined };
    const find = async () => (await deployments.list(environment)).find((one) => one.mark.key === mark.key);
    const { id } = await createOnce(() => deployments.create(wanted), find, pace.clock);
    note("deployment", String(id));
    shown = { id, environment, state: "pending" };
    await deployments.setState(id, { state: "in_progress", log_url });
    shown = { id, environment, state: "in_progress" };
  };

  const finish = async (report: Report): Promise<void> => {
    const deployments = open(paceAfter(report, pace));
    await begun?.catch((error: unknown) => {
      // What was created gets its last state all the same.
      if (shown === null) throw error;
    });
    if (shown === null) return;
    const { id } = shown;
    const state = report.error === null ? "success" : "failure";
    note("deployment", `${id} ${state}`);
    await deployments.setState(id, {
      state,
      log_url,
      ...(report.app?.url && { environment_url: report.app.url }),
      description: [...oneLine(log.redact(headline(report)))].slice(0, LONGEST).join(""),
    });
    note("deployment", "");
    shown = { id, environment, state };
  };

  const retireAll = async (): Promise<void> => {
    const id = await retire(() => open(pace), { environment, app, log_url });
    if (id !== undefined) shown = { id, environment, state: "inactive" };
  };

  return {
    begin(commit) {
      begun = start(commit);
      // Its fault is told at the end, once.
      begun.catch(() => {});
    },
    async end(report) {
      try {
        if (report.mode !== "destroy") await finish(report);
        else if (report.result === "destroyed" || report.result === "unchanged") await retireAll();
      } catch (error) {
        const why = reason(troubleOf(error), NEEDS, { fromFork: false, mode: report.mode });
        log.notice(`The deployment could not be shown on GitHub: ${why}`);
      }
      return shown;
    },
  };
}
