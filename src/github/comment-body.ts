import { findingsSection } from "../report/findings-section.ts";
import { headline, whatIsLive } from "../report/headline.ts";
import { fitting } from "../report/ladder.ts";
import { link, prose } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import { errorSection, factsSection, missingColumnsSection, sentencesSection } from "../report/sections.ts";
import { counted, duration } from "../report/words.ts";

/** GitHub takes 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/** The comment on a pull request: the job summary's heart. `run` is the address of the run, for all the rest. */
export function commentBody(report: Report, { marker, run }: { marker: string; run: string }): string {
  const heading = `${marker}\n## ${prose(headline(report))}`;
  const all = `${link("The run", run)} has the log and the whole summary.`;
  const render = (most: number) =>
    [
      heading,
      prose(report.skipped ?? ""),
      prose(whatIsLive(report)),
      errorSection(report),
      factsSection(report),
      sentencesSection("Removed", report.removed, most),
      sentencesSection("Left in place", report.left, most),
      sentencesSection("What to do next", report.next, most),
      findingsSection(report, most),
      missingColumnsSection(report, most),
      `${stepsLine(report)} ${all}`,
    ]
      .filter(Boolean)
      .join("\n\n") + "\n";
  return fitting(render, `${heading}\n\n${all}\n`, (text) => [...text].length <= MOST_CHARACTERS);
}

/** Whether there is anything in the report that a reviewer would want to be told unasked. */
export function isWorthTelling({ result, findings, tables }: Report): boolean {
  const quiet = result === "checked" || result === "unchanged" || result === "skipped";
  return !quiet || findings.length > 0 || (tables?.missingColumns.length ?? 0) > 0;
}

function stepsLine({ steps }: Report): string {
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  const changed = steps.filter(({ status }) => status === "changed").length;
  return `${counted(steps.length, "step")} in ${duration(ms)}, ${changed} of them changed something.`;
}
