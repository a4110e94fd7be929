import { expect, test } from "vitest";
import type { Finding } from "../../src/checks/check.ts";
import { conclude } from "../../src/rehearsal/conclude.ts";
import type { Notice } from "../../src/rehearsal/notice.ts";
import { blankReport } from "../../src/report/blank.ts";
import type { Report, StepReport } from "../../src/report/report.ts";

const step = (id: string, status: StepReport["status"] = "changed"): StepReport => {
  return { id, title: id, status, detail: "as it went", ms: 1 };
};
const went = ["push", "await-release", "create-tables", "await-health", "restart-dyno"].map((id) => step(id));
const finding = (check: string, level: Finding["level"]): Finding => {
  return { check, level, file: null, line: null, problem: "Something is wrong.", fix: "Mend it.", page: "" };
};

function rehearsal(more: Partial<Report>): Report {
  const app = {
    name: "rehearsal",
    url: "http://127.0.0.1:4000/",
    gitUrl: "https://localhost:5443/rehearsal.git",
  };
  const release = { id: "1", version: 4, commit: "c", status: "succeeded" };
  const left = ["The app rehearsal was created and stays."];
  return {
    ...blankReport("rehearse"),
    app,
    release,
    live: release,
    database: "postgresql-flat-1",
    left,
    steps: went,
    ...more,
  };
}

test("a rehearsal that went well leads to nothing that is gone", () => {
  const report = conclude(rehearsal({}), [], "error");
  expect(report).toMatchObject({ result: "rehearsed", error: null, rehearsal: { differences: [] } });
  expect(JSON.stringify(report)).not.toMatch(/127\.0\.0\.1|localhost|postgresql-flat|stays/);
});

test("errors that withstand it make it fail, at the level that was asked", () => {
  const findings = [finding("debug-on", "warning"), finding("web-target", "error")];
  expect(conclude(rehearsal({ findings }), [], "error")).toMatchObject({ result: "rehearsed" });
  expect(conclude(rehearsal({ findings }), [], "warning")).toMatchObject({
    result: "failed",
    error: { code: "CHECKS_FAILED", problem: expect.stringContaining("One finding of the checks stands") },
  });
});

test("where nothing was rehearsed, nothing is said to be proved", () => {
  const skipped = { skipped: "the app is built from a Dockerfile", steps: [step("check-project")] };
  expect(conclude(rehearsal(skipped), [], "error")).toMatchObject({ result: "skipped", error: null });
  const findings = [finding("debug-on", "error")];
  expect(conclude(rehearsal({ ...skipped, findings }), [], "error").error).toMatchObject({
    code: "CHECKS_FAILED",
    problem:
      "One finding of the checks stands: nothing was rehearsed, because the app is built from a Dockerfile.",
  });
});

test("a database that was lost proves SQLite, and is named", () => {
  const notices: Notice[] = [
    { kind: "lost", dyno: "run.1", files: ["instance/app.db"], databases: ["instance/app.db"] },
    { kind: "lost", dyno: "web.1", files: ["up`load.png"], databases: [] },
  ];
  const findings = [finding("sqlite-on-ephemeral-disk", "warning")];
  const report = conclude(rehearsal({ findings }), notices, "error");
  expect(report).toMatchObject({ result: "failed", error: { code: "CHECKS_FAILED" } });
  expect(report.findings).toMatchObject([
    {
      level: "error",
      rehearsed: "proved",
      problem: "Something is wrong. In the rehearsal `instance/app.db` went with its dyno.",
    },
  ]);
  expect(report.next.join()).toContain("here that was `up load.png`.");
});

test("what the runner lacks is the reason, where the deploy failed of it", () => {
  const error = { code: "POSTGRES_FAILED", problem: "Heroku would not.", fix: "", page: "" };
  const steps = [step("ensure-app"), step("ensure-postgres", "failed")];
  const trouble: Notice = {
    kind: "trouble",
    code: "POSTGRES_MISSING",
    problem: "There is no PostgreSQL.",
    fix: "Install it.",
  };
  expect(conclude(rehearsal({ steps, error }), [trouble], "error")).toMatchObject({
    result: "failed",
    steps: [{ detail: "as it went" }, { detail: "There is no PostgreSQL." }],
    error: { code: "POSTGRES_MISSING", page: expect.stringMatching(/troubleshooting\.md#postgres_missing$/) },
  });
});

test("what the runner lacks comes with its own fix, though a difference is told of it too", () => {
  const sentence = "The app installs with Poetry, which is not on this machine: Heroku would have gone on.";
  const problem = "The app installs with Poetry, which is not on this machine.";
  const fix = "Install poetry 2.4.1.";
  const notices: Notice[] = [
    { kind: "difference", about: "package-manager", sentence },
    { kind: "trouble", code: "PACKAGE_MANAGER_MISSING", problem, fix },
  ];
  const error = { code: "BUILD_FAILED", problem: "Heroku would not.", fix: "", page: "" };
  expect(conclude(rehearsal({ error }), notices, "error")).toMatchObject({
    error: { code: "PACKAGE_MANAGER_MISSING", problem, fix },
    rehearsal: { differences: [sentence] },
  });
});

const OTHER_PYTHON: Notice = {
  kind: "difference",
  about: "python-minor",
  sentence: "It ran on another one.",
};
const NOT_BOOTED: Notice = { kind: "end", end: "worker-not-booted" };
const REASON = "The reason is what the finding `import-not-installed` at `app.py:3` says: Mend it.";

test.for([
  ["by the failure itself", "TABLES_MODULE_MISSING", [OTHER_PYTHON], REASON],
  ["by the end of the web process", "WEB_CRASHED", [OTHER_PYTHON, NOT_BOOTED], REASON],
  ["by the end of a web process that lacks its tables", "TABLES_MIGRATE_FAILED", [NOT_BOOTED], "Look there."],
  ["by nothing", "TABLES_APP_EXITS", [], "Look there."],
] as const)("what a finding says is the reason where it was proved %s", ([, code, notices, fix]) => {
  const findings = [{ ...finding("import-not-installed", "error"), file: "app.py", line: 3 }];
  const steps = [step("push"), step("create-tables", "failed")];
  const error = { code, problem: "It failed.", fix: "Look there.", page: "" };
  expect(conclude(rehearsal({ steps, error, findings }), notices, "error")).toMatchObject({
    result: "failed",
    error: { code, problem: "It failed.", fix },
  });
});

test("a cancelled rehearsal is that and nothing else", () => {
  const error = { code: "CANCELLED", problem: "The run was cancelled.", fix: "", page: "" };
  const trouble: Notice = { kind: "trouble", code: "POSTGRES_MISSING", problem: "", fix: "" };
  expect(conclude(rehearsal({ error }), [trouble], "error")).toMatchObject({ result: "cancelled", error });
});
