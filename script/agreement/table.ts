import { EXPECTATION } from "./expectation.ts";
import { VERDICTS, type Verdict } from "./rules.ts";
import type { Row } from "./try-app.ts";

/** The table of all apps, with what needs a word below it, and the totals. */
export function tableLines(rows: readonly Row[]): string[] {
  const cells = [
    ["app", "check predicts", "rehearsal saw", "verdict", "s"],
    ...rows.map((row) => [row.app, predicted(row), saw(row), row.verdict, (row.ms / 1000).toFixed(1)]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  return [...lines.map((line) => line.trimEnd()), ...remarks(rows), "", ...totalLines(rows)];
}

/** How many apps have each verdict. */
export function totals(rows: readonly Row[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return {
    agree: count("agree"),
    warned: count("warned"),
    unseen: count("unseen"),
    "false alarm": count("false alarm"),
    missed: count("missed"),
    "no answer": count("no answer"),
  };
}

function predicted({ prediction: { breaks, by } }: Row): string {
  const checks = by.join(", ");
  if (breaks) return `${WORDS[breaks]}: ${checks}`;
  return checks ? `works, perhaps: ${checks}` : "works";
}

function saw({ sight }: Row): string {
  if (sight.saw === "works") return "works";
  return sight.saw === "nothing" ? sight.code : `${WORDS[sight.saw]}: ${sight.code}`;
}

const WORDS = {
  build: "no build",
  release: "no release",
  boot: "no start",
  tables: "no tables",
  pages: "bad pages",
  data: "loses data",
} as const;

function remarks(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const said = [
      ...(WORTH_A_REASON.has(row.verdict) && row.why !== null ? [row.why] : []),
      ...(row.surprises ?? []).map((surprise) => `not as expected: ${surprise}`),
      ...row.left.map((what) => `left behind: ${what}`),
      ...row.stuck.map((what) => `cannot be ended: ${what}`),
    ];
    return said.length > 0 ? ["", `${row.app}:`, ...said.map((line) => `  ${line}`)] : [];
  });
}

const WORTH_A_REASON: ReadonlySet<Verdict> = new Set(["false alarm", "missed", "no answer"]);

function totalLines(rows: readonly Row[]): string[] {
  const counts = totals(rows);
  const expecting = rows.filter(({ surprises }) => surprises !== null);
  const asExpected = expecting.filter(({ surprises }) => surprises?.length === 0).length;
  return [
    ...(Object.keys(VERDICTS) as Verdict[])
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => `${String(counts[verdict]).padStart(4)} ${verdict}: ${VERDICTS[verdict]}`),
    ...(expecting.length > 0 ? [`${asExpected} of ${expecting.length} as their ${EXPECTATION} expects`] : []),
  ];
}
