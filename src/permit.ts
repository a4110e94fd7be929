import { Failure } from "./failure.ts";
import type { Settings } from "./settings.ts";

/** Events that only somebody with the right to push can cause, and a run outside GitHub, which has none. */
const OWN_EVENTS = new Set([
  "",
  "push",
  "pull_request",
  "merge_group",
  "release",
  "schedule",
  "workflow_dispatch",
]);

/** How far this run may go: the checks alone (and why), or the deploy. */
export type Permit =
  | { readonly kind: "check" }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "deploy" };

/**
 * Decides how far a run may go with the commit `head` that the workspace is at. Throws Failure (KEY_MISSING,
 * UNTRUSTED_HEAD). Deploying a stranger's commit is the compromise itself, since the build on Heroku sees the
 * config vars. So a fork's pull request is never deployed; and under events that a stranger may cause, such as
 * pull_request_target, only the commit goes that GitHub names for the event, one of the base repository.
 */
export function permit(settings: Settings, head: string): Permit {
  const { run } = settings;
  if (settings.mode === "check") return { kind: "check" };
  if (settings.mode === "rehearse") {
    if (settings.apiKey === undefined) return { kind: "deploy" };
    throw new Failure(
      "REHEARSAL_WITH_KEY",
      "A rehearsal runs the code of the repository on the runner, where it could read the Heroku API key.",
      {
        fix: "Leave `heroku-api-key` out of a job with `mode: rehearse`; deploy in another job.",
        page: "security.md#rehearsals",
      },
    );
  }
  if (run.event === "pull_request" && run.pullRequest?.fromFork) {
    return {
      kind: "skip",
      reason: "the pull request comes from a fork, whose code must not see the app's config vars",
    };
  }
  if (settings.apiKey === undefined) {
    if (run.actor === "dependabot[bot]") {
      return { kind: "skip", reason: "a run that Dependabot caused gets no secrets" };
    }
    throw new Failure("KEY_MISSING", "There is no Heroku API key.", {
      fix: "Make one on https://dashboard.heroku.com/account/applications (or with `heroku authorizations:create`), store it as a secret of the repository, and pass it as `heroku-api-key`.",
    });
  }
  if (!OWN_EVENTS.has(run.event) && head.toLowerCase() !== run.sha.toLowerCase()) {
    const problem =
      "Under this event, which a stranger may cause, only the commit that GitHub names for it is deployed.";
    throw new Failure("UNTRUSTED_HEAD", problem, {
      fix: "Check out without `ref:`, or deploy from a `push` workflow. `mode: check` works for pull requests.",
      page: "security.md#commits-of-strangers",
    });
  }
  return { kind: "deploy" };
}
