import { Failure } from "./failure.ts";
import type { Settings } from "./settings.ts";

/** Events that run with secrets although a stranger may have caused them and chosen the commit. */
const STRANGERS_EVENTS = new Set(["pull_request_target", "workflow_run", "issue_comment"]);

/** How far this run may go: the checks alone (and why), or the deploy. */
export type Permit =
  | { readonly kind: "check" }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "deploy" };

/**
 * Decides how far a run may go with the commit `head` that the workspace is at. Throws Failure (KEY_MISSING,
 * UNTRUSTED_HEAD). Deploying a stranger's commit is the compromise itself, since the build on Heroku sees
 * the config vars; so under the events above only the commit that GitHub names, one of the base repository, goes.
 */
export function permit(settings: Settings, head: string): Permit {
  const { run } = settings;
  if (settings.mode === "check") return { kind: "check" };
  if (settings.apiKey === undefined) {
    if (run.pullRequest?.fromFork)
      return { kind: "skip", reason: "a pull request from a fork gets no secrets" };
    if (run.actor === "dependabot[bot]")
      return { kind: "skip", reason: "a run that Dependabot caused gets no secrets" };
    throw new Failure("KEY_MISSING", "There is no Heroku API key.", {
      fix: "Make one with `heroku authorizations:create`, store it as a secret of the repository, and pass it as `heroku-api-key`.",
    });
  }
  if (STRANGERS_EVENTS.has(run.event) && head.toLowerCase() !== run.sha.toLowerCase()) {
    throw new Failure(
      "UNTRUSTED_HEAD",
      `Under the event ${run.event} this action deploys only the commit that GitHub names for it.`,
      {
        fix: "Check out without `ref:`, or deploy from a `push` workflow. `mode: check` works for pull requests.",
        page: "security.md#commits-of-strangers",
      },
    );
  }
  return { kind: "deploy" };
}
