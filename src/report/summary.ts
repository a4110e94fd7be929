import { findingsSection } from "./findings-section.ts";
import { headline, whatIsLive } from "./headline.ts";
import { fitting } from "./ladder.ts";
import { prose } from "./markdown.ts";
import type { Report } from "./report.ts";
import { schemaSection } from "./schema-section.ts";
import {
  dynoSection,
  errorSection,
  factsSection,
  fixesSection,
  logTailSection,
  missingColumnsSection,
  sentencesSection,
  stepsSection,
  tablesSection,
  timelineSection,
} from "./sections.ts";

/** GitHub drops a summary of more than 1 MiB as a whole, with an error. */
const MOST_BYTES = 900_000;

/** The job summary: Markdown that also reads well as plain text. */
export function summary(report: Report): string {
  const heading = `## ${prose(headline(report))}`;
  const render = (most: number) =>
    [
      heading,
      prose(report.skipped ?? ""),
      prose(whatIsLive(report)),
      errorSection(report),
      logTailSection(report),
      factsSection(report),
      sentencesSection("Removed", report.removed, most),
      sentencesSection("Left in place", report.left, most),
      sentencesSection("What to do next", report.next, most),
      sentencesSection("Where this was not as on Heroku", report.rehearsal?.differences ?? [], most),
      findingsSection(report, most),
      fixesSection(report),
      stepsSection(report),
      timelineSection(report),
      tablesSection(report, most),
      missingColumnsSection(report, most),
      schemaSection(report),
      dynoSection(report, most),
    ]
      .filter(Boolean)
      .join("\n\n") + "\n";
  const line = `${heading}\n\nThe report is too long for a summary; the JSON report has all of it.\n`;
  return fitting(render, line, (text) => Buffer.byteLength(text) <= MOST_BYTES);
}
