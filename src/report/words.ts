import type { Finding, Level } from "../checks/check.ts";
import type { PackageIndex } from "../project/package-index.ts";

/** The worst first. */
export const LEVELS: readonly Level[] = ["error", "warning", "notice"];

/** Findings by level, in the order given within each. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `2 errors, 1 warning`, or `nothing found`. */
export function findingCounts(findings: readonly Finding[]): string {
  const counts = LEVELS.map((level) => ({
    level,
    count: findings.filter((finding) => finding.level === level).length,
  }));
  const found = counts.filter(({ count }) => count > 0).map(({ level, count }) => counted(count, level));
  return found.join(", ") || "nothing found";
}

/** Which pins are not compared with the package index, and why; empty when all are. */
export function notIndexed(index: PackageIndex): string {
  if (index.packages === null) return `The pins are not compared with the package index: ${index.reason}.`;
  const [are, them] = index.unanswered === 1 ? ["is", "it"] : ["are", "them"];
  return index.unanswered === 0
    ? ""
    : `${counted(index.unanswered, "pin")} ${are} not compared with the package index: it did not answer about ${them}.`;
}

/** `2 findings are turned off ...`; empty for none. */
export function turnedOff(ignored: number): string {
  const are = ignored === 1 ? "is" : "are";
  return ignored === 0
    ? ""
    : `${counted(ignored, "finding")} ${are} turned off, by skip-checks or by a comment in the file.`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A commit as people write it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}
