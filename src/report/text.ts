import { headline, whatIsLive } from "./headline.ts";
import type { Report } from "./report.ts";
import { disarmed, oneLine } from "./untrusted.ts";
import { duration, findingCounts, turnedOff } from "./words.ts";

/** The report as lines for a terminal or the end of the log: result, address, steps, findings, tables, what next. */
export function reportText(report: Report): string[] {
  const { app, skipped, error, removed, rehearsal, left, next } = report;
  return [
    headline(report),
    ...(app?.url ? [app.url] : []),
    ...(skipped === null ? [] : [skipped]),
    whatIsLive(report),
    ...(error === null
      ? []
      : [`What happened: ${error.problem}`, `What to do: ${error.fix}`, `Where to read: ${error.page}`]),
    ...steps(report),
    ...findings(report),
    ...tables(report),
    ...removed.map((sentence) => `Removed: ${sentence}`),
    ...left.map((sentence) => `Left in place: ${sentence}`),
    ...next.map((sentence) => `Next: ${sentence}`),
    ...(rehearsal?.differences ?? []).map((sentence) => `Not as on Heroku: ${sentence}`),
  ].map((line) => disarmed(line.startsWith("  ") ? `  ${oneLine(line)}` : oneLine(line)));
}

function steps({ steps }: Report): string[] {
  const widest = Math.max(0, ...steps.map(({ id }) => id.length));
  return steps.map(({ id, status, detail, ms }) =>
    ["", id.padEnd(widest), status.padEnd("unchanged".length), duration(ms).padStart(10), detail].join("  "),
  );
}

function findings({ findings, ignored }: Report): string[] {
  const off = ignored > 0 ? [turnedOff(ignored)] : [];
  if (findings.length === 0) return off;
  return [
    `Findings: ${findingCounts(findings)}`,
    ...findings.map(({ level, file, line, problem, fix }) => {
      const place = [file, line].filter((part) => part !== null).join(":");
      return `  ${level}${place && ` ${place}`}: ${problem} ${fix}`;
    }),
    ...off,
  ];
}

function tables({ tables }: Report): string[] {
  if (tables === null) return [];
  const { created, existing, missingColumns } = tables;
  const names = (all: readonly string[]) => all.join(", ") || "none";
  return [
    `Tables: created ${names(created)}; already there ${names(existing)}`,
    ...missingColumns.map(({ table, column, ddl }) => `  column ${table}.${column} is missing: ${ddl}`),
  ];
}
