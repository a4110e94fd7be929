import type { Report } from "../report/report.ts";
import { differs, type ENDS, type Notice } from "./notice.ts";

/** What a rehearsal came to: the good in words of its own, the bad by its end or by the code of its failure. */
export type Outcome =
  | "built"
  | "healthy"
  /** The web process listens where Heroku's router would reach it. */
  | "heard"
  /** The app's tables are in a PostgreSQL. */
  | "postgres"
  | "sqlite"
  | "no-models"
  | "tables-absent"
  /** It ran on the minor version of Python that the app has on Heroku. */
  | "same-python"
  | (typeof ENDS)[number]
  | Uppercase<string>;

/** Everything that a rehearsal saw. */
export function seen(report: Report, notices: readonly Notice[]): ReadonlySet<Outcome> {
  const { tables, database, databaseWarnings: warnings, error } = report;
  const went = (id: string) =>
    report.steps.some((step) => step.id === id && ["changed", "unchanged"].includes(step.status));
  const ends = notices.flatMap((notice) => (notice.kind === "end" ? [notice.end] : []));
  // A build that failed in the packages had chosen its Python before, and told.
  const choseOne = went("push") || ends.includes("build-packages");
  const lostDatabase = notices.some((notice) => notice.kind === "lost" && notice.databases.length > 0);
  const sqlite = warnings.includes("sqlite") || lostDatabase;
  const hasTables = tables !== null && tables.created.length + tables.existing.length > 0;
  const all: readonly (readonly [Outcome, boolean])[] = [
    ["built", went("push")],
    ["healthy", went("await-health")],
    ["heard", went("await-health") && !differs(notices, "loopback")],
    ["postgres", database !== null && hasTables && !sqlite],
    ["sqlite", sqlite],
    ["no-models", warnings.includes("no-models")],
    ["tables-absent", tables !== null && tables.absent.length > 0],
    ["same-python", choseOne && !differs(notices, "python-minor")],
  ];
  const codes = error && isCode(error.code) ? [error.code] : [];
  return new Set([...all.flatMap(([outcome, is]) => (is ? [outcome] : [])), ...ends, ...codes]);
}

/** Whether a text is the code of a failure. */
export function isCode(text: string): text is Uppercase<string> {
  return text === text.toUpperCase();
}
