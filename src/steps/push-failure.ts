import { Failure } from "../failure.ts";
import type { PushOutcome } from "../git/git.ts";

const PAGE = "steps/push.md";

type Refusal = Exclude<PushOutcome, "pushed" | "up-to-date">;

const TEXTS: { readonly [outcome in Refusal]: { code: string; problem: string; fix: string } } = {
  "build-failed": {
    code: "BUILD_FAILED",
    problem: "Heroku could not build the commit, so nothing was released.",
    fix: "The build's own words are in the log above, in the group of the push. Correct what they name and push again.",
  },
  "build-skipped": {
    code: "NOT_RELEASED",
    problem: "Heroku took the commit but built nothing, as for a branch that it does not deploy.",
    fix: "Please open an issue: this action pushes to `main`, which Heroku does deploy.",
  },
  "not-fast-forward": {
    code: "NOT_FAST_FORWARD",
    problem: "Heroku holds a commit that this one does not descend from: a newer one, or another history.",
    fix: "If a newer run has deployed meanwhile, there is nothing to do. If the history was rewritten, push once by hand with `git push --force heroku HEAD:main`.",
  },
  shallow: {
    code: "SHALLOW_CLONE",
    problem: "The checkout has only the last commit, and Heroku takes no such push.",
    fix: "Give actions/checkout the line `fetch-depth: 0`.",
  },
  unauthorized: {
    code: "KEY_REFUSED",
    problem: "Heroku's git server refused the API key, though the Platform API took it.",
    fix: "Make the key without `--scope`, or add its account as a collaborator of the app.",
  },
  "no-such-app": {
    code: "APP_GONE",
    problem: "Heroku's git server knows no such app: it was renamed or deleted meanwhile.",
    fix: "Check the input `app` on https://dashboard.heroku.com, then run the workflow again.",
  },
  "rate-limited": {
    code: "GIT_RATE_LIMITED",
    problem: "The app has had its 75 git requests of this hour.",
    fix: "Run the workflow again in an hour; deploy less often, or from one workflow only.",
  },
  unavailable: {
    code: "HEROKU_UNAVAILABLE",
    problem: "Heroku's git server is in trouble.",
    fix: "Look at https://status.heroku.com, then run the workflow again.",
  },
  "concurrent-builds": {
    code: "CONCURRENT_BUILDS",
    problem: "The account builds as much as it may at once, and no place became free.",
    fix: "Wait for the other builds, then run the workflow again. A `concurrency:` group keeps runs of one app apart.",
  },
  interrupted: {
    code: "PUSH_INTERRUPTED",
    problem: "The connection to Heroku broke twice, and Heroku has not built the commit.",
    fix: "Run the workflow again; if it happens often, look at https://status.heroku.com and at the runner's network.",
  },
};

/** What a push that Heroku did not take means to the user. */
export function pushFailure(outcome: Refusal): Failure {
  const { code, problem, fix } = TEXTS[outcome];
  return new Failure(code, problem, { fix, page: PAGE });
}
