import { runAddress } from "../github-run.ts";
import type { Log } from "../report/log.ts";
import { redacted } from "../report/redacted.ts";
import type { Report } from "../report/report.ts";
import type { Settings } from "../settings.ts";
import { commentBody, isWorthTelling } from "./comment-body.ts";
import { openComments } from "./comments.ts";
import { keepOne } from "./keep-one.ts";
import { marker } from "./marker.ts";
import { mergedHead } from "./merged-head.ts";
import { type Pace, paceAfter, patient } from "./patience.ts";
import { type Needs, reason } from "./reason.ts";
import { troubleOf } from "./trouble.ts";

type Asked = Pick<Settings, "comment" | "commentLog" | "run" | "githubToken" | "app" | "appDir">;

const NEEDS: Needs = {
  permission: "pull-requests: write",
  off: "comment: off",
  unusable: "GitHub refuses its text (422).",
};

/**
 * Writes the run's one comment on its pull request, or brings it up to date; gives its address, null for none. Whatever
 * GitHub does becomes at most one notice in the log: it never throws, since a comment has no say in how the deploy went.
 */
export async function postComment(
  report: Report,
  settings: Asked,
  log: Log,
  pace: Pace,
): Promise<string | null> {
  const { comment, run, githubToken: token, app, appDir } = settings;
  if (comment === "off" || (comment === "auto" && run.pullRequest === undefined)) return null;
  if (run.pullRequest === undefined) return none("this event belongs to no pull request.", log);
  if (token === undefined) return none("the input `github-token` is empty.", log);

  const { number, fromFork } = run.pullRequest;
  try {
    const mark = marker({ workflow: run.workflow, app, appDir });
    const head = mergedHead(report.commit, run);
    const frame = { marker: mark, run: runAddress(run), head, log: showsLog(settings) };
    const body = commentBody(redacted(report, log.redact), frame);
    const comments = openComments({ ...run, token }, number, patient(paceAfter(report, pace)));
    const create = comment === "always" || isWorthTelling(report);
    return await keepOne(comments, { marker: mark, body, create }, pace.clock);
  } catch (error) {
    const why = reason(troubleOf(error), NEEDS, { fromFork, mode: report.mode });
    log.notice(`The comment on pull request ${number} could not be written: ${why}`);
    return null;
  }
}

/** A log can hold what nobody thought of: it is for the repository's own people unless the workflow says more. */
function showsLog({ commentLog, run }: Asked): boolean {
  return commentLog === "always" || (commentLog === "auto" && run.publicRepository === false);
}

function none(why: string, log: Log): null {
  log.notice(`No comment was written: ${why}`);
  return null;
}
