import type { Finding } from "../checks/check.ts";
import { codeBlock, codeSpan, link, prose } from "./markdown.ts";
import type { Report } from "./report.ts";
import { shortDiff } from "./short-diff.ts";
import { findingCounts, turnedOff, worstFirst } from "./words.ts";

const REHEARSED = { proved: "seen in the rehearsal", disproved: "not seen in the rehearsal" };

/** Findings by file, the worst first, each with its fix as a diff where there is one; at most `most` of them. */
export function findingsSection({ findings, ignored }: Report, most: number): string {
  if (findings.length === 0) return turnedOff(ignored);
  const files = Map.groupBy(worstFirst(findings).slice(0, most), ({ file }) => file);
  return [
    `### Findings: ${findingCounts(findings)}`,
    ...Array.from(files, ([file, found]) => [
      file === null ? "**The project as a whole**" : `**${codeSpan(file)}**`,
      found.map(findingItem).join("\n"),
    ]).flat(),
    ...(findings.length > most ? [`${findings.length - most} more are in the JSON report.`] : []),
    ...(ignored > 0 ? [turnedOff(ignored)] : []),
  ].join("\n\n");
}

function findingItem({ level, line, rehearsed, problem, fix, check, page, diff }: Finding): string {
  const about = [
    `**${level}**`,
    ...(line === null ? [] : [`line ${line}`]),
    ...(rehearsed === undefined ? [] : [REHEARSED[rehearsed]]),
  ].join(", ");
  const item = `- ${about}: ${prose(problem)}\\\n  **Fix.** ${prose(fix)} See ${link(codeSpan(check), page)}.`;
  const change = diff === undefined ? "" : shortDiff(diff);
  return change === "" ? item : `${item}\n\n${insideItem(codeBlock(change, "diff"))}`;
}

/** A block that belongs to the list item above it: every line is indented as far as the item's words. */
function insideItem(block: string): string {
  return block.replace(/^/gm, "  ");
}
