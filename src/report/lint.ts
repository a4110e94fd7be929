import { findingJson } from "./json.ts";
import type { Report } from "./report.ts";
import { oneLine } from "./untrusted.ts";
import { findingCounts, turnedOff } from "./words.ts";

type Found = Pick<Report, "findings" | "ignored">;

/** Findings as a linter prints them, in the order of the files: place, level, check, and below them what and how. */
export function lintLines({ findings, ignored }: Found): string[] {
  const place = ({ file, line }: Report["findings"][number]) =>
    [file ?? ".", line].filter((part) => part !== null).join(":");
  const inOrder = findings.toSorted(
    (a, b) => compare(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0),
  );
  return [
    ...inOrder.flatMap((finding) => [
      `${place(finding)}: ${finding.level} ${finding.check}`,
      `  ${finding.problem}`,
      `  ${finding.fix}`,
      `  ${finding.page}`,
      "",
    ]),
    findingCounts(findings),
    ...(ignored > 0 ? [turnedOff(ignored)] : []),
  ].map((line) => (line.startsWith("  ") ? `  ${oneLine(line)}` : oneLine(line)));
}

/** Findings for other programs, as JSON. */
export function lintJson({ findings }: Found): string {
  return `${JSON.stringify({ findings: findings.map(findingJson) }, null, 2)}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
