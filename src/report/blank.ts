import type { Report } from "./report.ts";

/** A report of a run that has done nothing yet. */
export function blankReport(mode: string): Report {
  return {
    result: "failed",
    mode,
    commit: null,
    appDir: ".",
    anchor: null,
    skipped: null,
    app: null,
    before: null,
    made: [],
    pushed: null,
    release: null,
    database: null,
    steps: [],
    findings: [],
    ignored: 0,
    patch: null,
    correctedRequirements: null,
    tables: null,
    dynoFiles: [],
    missingModule: null,
    databaseWarnings: [],
    live: null,
    removed: [],
    rehearsal: null,
    logTail: [],
    comment: null,
    deployment: null,
    left: [],
    next: [],
    error: null,
  };
}
