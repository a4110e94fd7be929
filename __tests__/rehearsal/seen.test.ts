import { expect, test } from "vitest";
import type { Notice } from "../../src/rehearsal/notice.ts";
import { type Outcome, seen } from "../../src/rehearsal/seen.ts";
import { blankReport } from "../../src/report/blank.ts";
import type { Report, Tables } from "../../src/report/report.ts";

const STEPS = ["push", "await-release", "create-tables", "await-health", "restart-dyno"];

/** The report of a rehearsal that went well up to a step, and failed there. */
function rehearsal(failed: { step: string; code: string } | undefined, more: Partial<Report> = {}): Report {
  const last = failed ? STEPS.indexOf(failed.step) : STEPS.length;
  const steps = STEPS.slice(0, last + 1).map((id, index) => {
    return {
      id,
      title: id,
      status: index === last ? ("failed" as const) : ("changed" as const),
      detail: "",
      ms: 1,
    };
  });
  const error = failed ? { code: failed.code, problem: "", fix: "", page: "" } : null;
  return { ...blankReport("rehearse"), database: "postgresql-flat-1", steps, error, ...more };
}

const tables = (more: Partial<Tables>): Tables => {
  return { created: [], existing: [], missingColumns: [], absent: [], schema: [], ...more };
};
const end = (end: Extract<Notice, { kind: "end" }>["end"]): Notice => ({ kind: "end", end });
const OTHER_PYTHON: Notice = { kind: "difference", about: "python-minor", sentence: "" };
const OTHER_PATCH: Notice = { kind: "difference", about: "python-patch", sentence: "" };
const LOST: Notice = { kind: "lost", dyno: "run.1", files: ["app.db"], databases: ["app.db"] };

test.for<[what: string, report: Report, notices: Notice[], outcomes: Outcome[]]>([
  [
    "all went well",
    rehearsal(undefined, { tables: tables({ created: ["note"] }) }),
    [],
    ["built", "healthy", "heard", "postgres", "same-python"],
  ],
  [
    "another patch of Python",
    rehearsal(undefined),
    [OTHER_PATCH],
    ["built", "healthy", "heard", "same-python"],
  ],
  ["another Python", rehearsal(undefined), [OTHER_PYTHON], ["built", "healthy", "heard"]],
  [
    "a machine that does not say where a process listens",
    rehearsal(undefined),
    [{ kind: "difference", about: "loopback", sentence: "" }],
    ["built", "healthy", "same-python"],
  ],
  [
    "tables in SQLite",
    rehearsal(undefined, { tables: tables({ created: ["note"] }), databaseWarnings: ["sqlite"] }),
    [],
    ["built", "healthy", "heard", "same-python", "sqlite"],
  ],
  [
    "a lost database",
    rehearsal(undefined, { tables: tables({ existing: ["note"] }) }),
    [LOST],
    ["built", "healthy", "heard", "same-python", "sqlite"],
  ],
  [
    "tables elsewhere",
    rehearsal(undefined, { database: null, tables: tables({ created: ["note"] }) }),
    [],
    ["built", "healthy", "heard", "same-python"],
  ],
  [
    "tables that nobody made",
    rehearsal(undefined, { tables: tables({ absent: ["note"] }) }),
    [],
    ["built", "healthy", "heard", "same-python", "tables-absent"],
  ],
  [
    "no package list",
    rehearsal({ step: "push", code: "BUILD_FAILED" }),
    [end("build-package-manager")],
    ["BUILD_FAILED", "build-package-manager"],
  ],
  [
    "packages that do not install",
    rehearsal({ step: "push", code: "BUILD_FAILED" }),
    [end("build-packages")],
    ["BUILD_FAILED", "build-packages", "same-python"],
  ],
  [
    "a failed release phase",
    rehearsal({ step: "await-release", code: "RELEASE_FAILED" }),
    [],
    ["RELEASE_FAILED", "built", "same-python"],
  ],
  [
    "no gunicorn",
    rehearsal({ step: "await-health", code: "WEB_CRASHED" }),
    [end("command-not-found")],
    ["WEB_CRASHED", "built", "command-not-found", "same-python"],
  ],
  [
    "a restart that shows something",
    rehearsal({ step: "restart-dyno", code: "RESTART_FAILED" }),
    [],
    ["RESTART_FAILED", "built", "healthy", "heard", "same-python"],
  ],
])("%s", ([, report, notices, outcomes]) => {
  expect([...seen(report, notices)].toSorted()).toEqual(outcomes);
});
