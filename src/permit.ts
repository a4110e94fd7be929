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

/** Whether a run may remove its review app, or why it does not have to. */
export type DestroyPermit = { readonly kind: "skip"; readonly reason: string } | { readonly kind: "destroy" };

const NO_SECRETS = "a run that Dependabot caused gets no secrets";

/**
 * Decides how far a run may go with the commit `head` that the workspace is at. Throws Failure (KEY_MISSING,
 * UNTRUSTED_HEAD). Deploying a stranger's commit is the compromise itself, since the build on Heroku sees the
 * config vars. So under events that a stranger may cause only the commit goes that GitHub names for the event. Under
 * pull_request_review that is the merge with the fork's code, and only under pull_request_target one of the repository
 * (docs.github.com, Events that trigger workflows): under no other event is a fork's pull request deployed.
 */
export function permit(settings: Settings, head: string): Permit {
  const { run } = settings;
  if (settings.mode === "check") return { kind: "check" };
  if (settings.mode === "rehearse") {
    if (isStrangers(run, head)) throw untrustedHead();
    return { kind: "deploy" };
  }
  const isReviewApp = settings.reviewOf !== undefined;
  if (run.pullRequest?.fromFork && (isReviewApp || run.event !== "pull_request_target")) {
    return {
      kind: "skip",
      reason: "the pull request comes from a fork, whose code must not see the app's config vars",
    };
  }
  if (isReviewApp && run.action === "closed") {
    return { kind: "skip", reason: "the pull request is closed, and its review app goes with it" };
  }
  if (!hasKey(settings)) return { kind: "skip", reason: NO_SECRETS };
  if (isStrangers(run, head)) throw untrustedHead();
  return { kind: "deploy" };
}

/**
 * Decides whether a run may remove the review app of its pull request, by the event alone: what the app says of itself
 * is for the step to see. Throws Failure (PULL_REQUEST_OPEN, KEY_MISSING).
 */
export function permitDestroy(settings: Settings): DestroyPermit {
  const { run } = settings;
  if (run.pullRequest?.fromFork) {
    return { kind: "skip", reason: "the pull request comes from a fork, for which no review app is made" };
  }
  if (run.action !== "closed") {
    throw new Failure("PULL_REQUEST_OPEN", "A review app is removed when its pull request is closed.", {
      fix: "Run `mode: destroy` on `pull_request` with `types: [closed]`, or under `if: github.event.action == 'closed'`.",
      page: "review-apps.md",
    });
  }
  if (hasKey(settings)) return { kind: "destroy" };
  return { kind: "skip", reason: `${NO_SECRETS}: if the pull request had a review app, it is still there` };
}

/** Throws Failure REHEARSAL_WITH_KEY where code of the repository, which a rehearsal runs, could read a Heroku API key. */
export function refuseKey({ apiKey }: Settings, job: NodeJS.ProcessEnv): void {
  if (apiKey === undefined && !job.HEROKU_API_KEY) return;
  throw new Failure(
    "REHEARSAL_WITH_KEY",
    "A rehearsal runs the code of the repository on the runner, where it could read the Heroku API key.",
    {
      fix: "Leave `heroku-api-key` and the variable HEROKU_API_KEY out of a job with `mode: rehearse`; deploy in another job.",
      page: "security.md#rehearsals",
    },
  );
}

/** False where GitHub gives no secrets; throws Failure (KEY_MISSING) where one has been forgotten. */
function hasKey({ apiKey, run }: Settings): boolean {
  if (apiKey !== undefined) return true;
  if (run.actor === "dependabot[bot]") return false;
  throw new Failure("KEY_MISSING", "There is no Heroku API key.", {
    fix: "Make one on https://dashboard.heroku.com/account/applications (or with `heroku authorizations:create`), store it as a secret of the repository, and pass it as `heroku-api-key`.",
  });
}

/** Whether the commit may be a stranger's though the run has the rights of the repository's own. */
function isStrangers({ event, sha }: Settings["run"], head: string): boolean {
  return !OWN_EVENTS.has(event) && head.toLowerCase() !== sha.toLowerCase();
}

function untrustedHead(): Failure {
  const problem =
    "Under this event, which a stranger may cause, only the commit that GitHub names for it is deployed or rehearsed.";
  return new Failure("UNTRUSTED_HEAD", problem, {
    fix: "Check out without `ref:`, or deploy from a `push` workflow. `mode: check` works for pull requests, and `mode: rehearse` under the event `pull_request`.",
    page: "security.md#commits-of-strangers",
  });
}
