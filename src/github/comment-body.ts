import { findingsSection } from "../report/findings-section.ts";
import { headline, whatIsLive } from "../report/headline.ts";
import { fitting } from "../report/ladder.ts";
import { autolink, codeSpan, link, prose } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import {
  errorSection,
  logTailSection,
  missingColumnsSection,
  sentencesSection,
  stepsSection,
  tablesSection,
} from "../report/sections.ts";
import { counted, duration, shortCommit } from "../report/words.ts";

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;
const LOG_LINES = 40;

/** What a comment needs beside the report. */
export type Frame = {
  readonly marker: string;
  /** Address of the run. */
  readonly run: string;
  /** The commit that the report's one is a merge of. */
  readonly head: string | undefined;
  /** Whether the end of the log is shown. */
  readonly log: boolean;
};

/** The comment on a pull request: whether it is live, where, and if not, what to do; then what was done and found. */
export function commentBody(report: Report, { marker, run, head, log }: Frame): string {
  const heading = `${marker}\n## ${prose(headline(report))}`;
  const all = `${link("The run", run)} has the log and the whole summary.`;
  const logTail = log ? report.logTail.slice(-LOG_LINES) : [];
  const render = (most: number) =>
    [
      heading,
      prose(report.skipped ?? ""),
      whereItIs(report, head) || prose(whatIsLive(report)),
      errorSection(report),
      logTailSection({ ...report, logTail }),
      sentencesSection("Removed", report.removed, most),
      sentencesSection("Where this was not as on Heroku", report.rehearsal?.differences ?? [], most),
      // A check has one step, and its findings tell of it.
      report.steps.length > 1 ? stepsSection(report) : "",
      findingsSection(report, most),
      tablesSection(report, most),
      missingColumnsSection(report, most),
      sentencesSection("Left in place", report.left, most),
      sentencesSection("What to do next", report.next, most),
      `${stepsLine(report)} ${all}`,
    ]
      .filter(Boolean)
      .join("\n\n") + "\n";
  return fitting(render, `${heading}\n\n${all}\n`, (text) => [...text].length <= MOST_CHARACTERS);
}

/** Whether there is anything in the report that a reviewer would want to be told unasked. */
export function isWorthTelling({ result, findings, tables }: Report): boolean {
  const quiet = result === "checked" || result === "unchanged" || result === "skipped";
  const drift = (tables?.missingColumns.length ?? 0) + (tables?.absent.length ?? 0) > 0;
  return !quiet || findings.length > 0 || drift;
}

/** Address, release and commit of what is live; empty when this run did not bring that about. */
function whereItIs({ error, app, live, commit }: Report, head: string | undefined): string {
  if (error !== null || !app?.url || live === null || commit === null) return "";
  const what = head === undefined ? "commit" : "merge of commit";
  const code = `${what} ${codeSpan(shortCommit(head ?? commit))}`;
  return [autolink(app.url), `release v${live.version}`, code].join(" - ");
}

function stepsLine({ steps }: Report): string {
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  return `${counted(steps.length, "step")} in ${duration(ms)}.`;
}
