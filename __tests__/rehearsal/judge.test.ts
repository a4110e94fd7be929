import { expect, test } from "vitest";
import type { Finding, Level } from "../../src/checks/check.ts";
import { checkIds } from "../../src/checks/index.ts";
import { judge } from "../../src/rehearsal/judge.ts";
import { RULES } from "../../src/rehearsal/rules.ts";
import type { Outcome } from "../../src/rehearsal/seen.ts";

function finding(check: string, level: Level, more: Partial<Finding> = {}): Finding {
  return { check, level, file: "app.py", line: 1, problem: "", fix: "", page: "", ...more };
}

const WELL: readonly Outcome[] = ["built", "healthy", "postgres", "same-python"];
const OTHER_PYTHON = WELL.filter((outcome) => outcome !== "same-python");

test.for<
  [check: string, level: Level, seen: readonly Outcome[], verdict: "proved" | "disproved" | undefined]
>([
  ["procfile-web", "error", ["built", "NO_WEB_DYNO"], "proved"],
  ["procfile-missing", "error", ["built", "WEB_CRASHED"], undefined],
  ["web-target", "error", ["built", "TABLES_ATTRIBUTE_MISSING"], "proved"],
  ["web-target", "error", ["built", "app-not-found", "WEB_CRASHED"], "proved"],
  ["web-target", "error", WELL, "disproved"],
  ["web-server", "error", ["built", "boot-timeout", "WEB_CRASHED"], "proved"],
  ["web-server", "error", WELL, undefined],
  ["web-server", "error", ["heard", ...WELL], "disproved"],
  ["web-server", "warning", ["heard", ...WELL], undefined],
  ["gunicorn-missing", "error", ["built", "command-not-found", "WEB_CRASHED"], "proved"],
  ["gunicorn-missing", "error", WELL, "disproved"],
  ["package-managers", "error", ["BUILD_FAILED", "build-package-manager"], "proved"],
  ["requirements-missing", "error", ["BUILD_FAILED", "build-packages"], undefined],
  ["requirements-unusable", "error", ["BUILD_FAILED", "build-packages"], "proved"],
  ["requirements-unusable", "error", ["built", "TABLES_IMPORT_FAILED"], "disproved"],
  ["requirements-unusable", "warning", WELL, undefined],
  ["import-not-installed", "warning", ["built", "TABLES_MODULE_MISSING"], "proved"],
  ["import-not-installed", "warning", WELL, "disproved"],
  ["import-not-installed", "warning", ["worker-not-booted", ...WELL], "disproved"],
  ["web-target", "warning", ["worker-not-booted", ...WELL], undefined],
  ["requirements-drift", "warning", WELL, "disproved"],
  ["known-breaking-pins", "error", WELL, "disproved"],
  ["known-breaking-pins", "warning", WELL, undefined],
  ["python-version", "error", ["BUILD_FAILED", "build-python-version"], "proved"],
  ["pins-vs-python", "error", WELL, "disproved"],
  ["pins-vs-python", "error", OTHER_PYTHON, undefined],
  ["pins-vs-python", "error", ["BUILD_FAILED", "build-packages"], undefined],
  ["python-removed", "error", ["built", "same-python", "TABLES_IMPORT_FAILED"], "proved"],
  ["python-removed", "error", OTHER_PYTHON, undefined],
  ["sqlite-on-ephemeral-disk", "error", ["built", "healthy", "sqlite"], "proved"],
  ["sqlite-on-ephemeral-disk", "warning", ["built", "healthy", "sqlite"], "proved"],
  ["sqlite-on-ephemeral-disk", "error", WELL, "disproved"],
  ["sqlite-on-ephemeral-disk", "error", ["built", "healthy"], undefined],
  ["postgres-scheme", "error", ["built", "TABLES_POSTGRES_SCHEME"], "proved"],
  ["postgres-scheme", "warning", WELL, "disproved"],
  ["postgres-scheme", "notice", WELL, undefined],
  ["postgres-driver-default", "error", ["built", "TABLES_DRIVER_MISSING"], "proved"],
  ["create-all-context", "error", ["built", "TABLES_OUTSIDE_APP_CONTEXT"], "proved"],
  ["create-all-never-runs", "warning", WELL, "disproved"],
  ["models-not-imported", "warning", ["built", "healthy", "no-models"], "proved"],
  ["migrations", "warning", ["built", "tables-absent"], "proved"],
  ["migrations", "warning", ["built", "TABLES_TABLES_WITHOUT_VERSION"], "proved"],
  ["venv-committed", "error", ["BUILD_FAILED", "build-environment"], "proved"],
  ["venv-committed", "warning", WELL, undefined],
  ["file-not-committed", "error", ["built", "TABLES_MODULE_MISSING"], "proved"],
  ["database-url-hardcoded", "error", WELL, undefined],
  ["debug-on", "error", WELL, undefined],
  ["secret-key-random", "warning", WELL, undefined],
  ["local-files-written", "notice", ["healthy", "sqlite"], undefined],
  ["local-files-written", "warning", ["built", "TABLES_IMPORT_FAILED"], "proved"],
  ["local-files-written", "warning", WELL, "disproved"],
  ["toString", "error", WELL, undefined],
])("%s, %s, after %o: %s", ([check, level, seen, verdict]) => {
  const [judged] = judge([finding(check, level)], new Set(seen));
  expect(judged?.rehearsed).toBe(verdict);
  expect(judged?.level).toBe(verdict ? { proved: "error", disproved: "notice" }[verdict] : level);
});

test("of two findings that foretold the same failure none is proved", () => {
  const both = [finding("import-not-installed", "warning"), finding("file-not-committed", "error")];
  expect(judge(both, new Set(["TABLES_MODULE_MISSING"]))).toEqual(both);
});

test.for([
  ["celery", "celery", "proved"],
  ["celery.schedules", "celery", "proved"],
  ["celery", "redis", undefined],
  ["celery", "celery.schedules", undefined],
  ["cel", "celery", undefined],
  ["celery", null, "proved"],
  [undefined, "celery", "proved"],
] as const)("a finding about %s, after %s was missing: %s", ([module, missing, verdict]) => {
  const seen = new Set<Outcome>(["built", "TABLES_MODULE_MISSING", "worker-not-booted"]);
  const about = finding("import-not-installed", "warning", module === undefined ? {} : { module });
  expect(judge([about], seen, missing)[0]?.rehearsed).toBe(verdict);
});

test("of two modules that were foretold, the one that was missing is proved", () => {
  const both = ["celery", "redis"].map((module) => finding("import-not-installed", "warning", { module }));
  const [celery, redis] = judge(both, new Set(["TABLES_MODULE_MISSING"]), "redis");
  expect([celery?.rehearsed, redis?.rehearsed]).toEqual([undefined, "proved"]);
});

test.for([
  ["sqlite-on-ephemeral-disk", "sqlite"],
  ["models-not-imported", "no-models"],
  ["migrations", "tables-absent"],
] as const)("two findings of %s are both proved by %s, which hides nothing", ([check, outcome]) => {
  const both = [finding(check, "warning"), finding(check, "error", { line: 2 })];
  const verdict = { level: "error", rehearsed: "proved" };
  expect(judge(both, new Set(["built", "healthy", outcome]))).toMatchObject([verdict, verdict]);
});

test("two findings of one check are not proved by a failure, which hides what comes after it", () => {
  const both = [finding("migrations", "warning"), finding("migrations", "warning", { line: 2 })];
  expect(judge(both, new Set(["TABLES_MIGRATE_FAILED"]))).toEqual(both);
});

test("an import in a function is neither proved nor disproved by a start", () => {
  const late = [finding("import-not-installed", "warning", { later: true })];
  expect(judge(late, new Set(WELL))).toEqual(late);
  expect(judge(late, new Set(["TABLES_MODULE_MISSING"]))).toEqual(late);
});

test("every rule is about a check", () => {
  expect(Object.keys(RULES).filter((id) => !checkIds.includes(id))).toEqual([]);
});
