import { systemClock } from "../clock.ts";
import type { Log } from "../report/log.ts";
import { redacted } from "../report/redacted.ts";
import type { Report } from "../report/report.ts";
import type { Settings } from "../settings.ts";
import { commentBody, isWorthTelling } from "./comment-body.ts";
import { openComments } from "./comments.ts";
import { keepOne } from "./keep-one.ts";
import { marker } from "./marker.ts";
import { type Pace, patient } from "./patience.ts";
import { type GitHubTrouble, troubleOf } from "./trouble.ts";

type Asked = Pick<Settings, "comment" | "run" | "githubToken" | "app" | "appDir">;

const PACE: Pace = {
  clock: systemClock(new AbortController().signal),
  budgetMs: 60_000,
  answerMs: 10_000,
};

/** A cancelled run has 7.5 seconds before the runner ends it by force. */
const CANCELLED_MS = 3_000;

/**
 * Writes the run's one comment on its pull request, or brings it up to date. Whatever GitHub does becomes at most one
 * notice in the log: it never throws, since a comment has no say in how the deploy went.
 */
export async function postComment(report: Report, settings: Asked, log: Log, pace = PACE): Promise<void> {
  const { comment, run, githubToken: token, app, appDir } = settings;
  if (comment === "off" || (comment === "auto" && run.pullRequest === undefined)) return;
  if (run.pullRequest === undefined) {
    return log.notice("No comment was written: this event belongs to no pull request.");
  }
  if (token === undefined) return log.notice("No comment was written: the input `github-token` is empty.");

  const { repository, workflow, apiUrl } = run;
  const { number, fromFork } = run.pullRequest;
  try {
    const mark = marker({ workflow, app, appDir });
    const shown = redacted(report, log.redact);
    const body = commentBody(shown, {
      marker: mark,
      run: `${run.serverUrl}/${repository}/actions/runs/${run.runId}`,
    });
    const budgetMs = report.result === "cancelled" ? CANCELLED_MS : pace.budgetMs;
    const comments = openComments({ apiUrl, token, repository, number }, patient({ ...pace, budgetMs }));
    await keepOne(
      comments,
      { marker: mark, body, create: comment === "always" || isWorthTelling(report) },
      pace.clock,
    );
  } catch (error) {
    const trouble = troubleOf(error);
    log.notice(`The comment on pull request ${number} could not be written: ${reason(trouble, fromFork)}`);
  }
}

const PERMISSION = "give the job `permissions: pull-requests: write`, or set `comment: off`.";

function reason({ status, kind }: GitHubTrouble, fromFork: boolean): string {
  if (kind === "locked" || status === 410) return "its conversation is locked or gone.";
  if (kind === "limited") return "GitHub limits requests just now. The next run writes it.";
  if (kind === "transient") return "GitHub did not answer in time. The next run writes it.";
  if (status === 401) return "GitHub refuses the token in the input `github-token`.";
  if (status === 422) return "GitHub refuses its text (422).";
  if (fromFork) return `a fork's pull request has a token that can only read (${status}).`;
  return `GitHub answered ${status}; ${PERMISSION}`;
}
