import type { Report } from "./report.ts";

/** A report of a run that has done nothing yet. */
export function blankReport(mode: string): Report {
  return {
    result: "failed",
    mode,
    commit: null,
    skipped: null,
    app: null,
    before: null,
    pushed: null,
    release: null,
    database: null,
    steps: [],
    findings: [],
    tables: null,
    dynoFiles: [],
    live: null,
    left: [],
    next: [],
    error: null,
  };
}
