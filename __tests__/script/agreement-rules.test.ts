import { expect, test } from "vitest";
import { knownChecks, predict, type Sight, sight, VERDICTS, verdict } from "../../script/agreement/rules.ts";
import { checkIds } from "../../src/checks/index.ts";

test("the rules know every check, and no other", () => {
  expect(knownChecks.toSorted()).toEqual(checkIds.toSorted());
});

const [error, warning, notice] = (["error", "warning", "notice"] as const).map(
  (level) => (check: string) => ({ check, level }),
) as [Finder, Finder, Finder];
type Finder = (check: string) => { check: string; level: "error" | "warning" | "notice" };

test.for([
  ["nothing found", [], undefined, []],
  ["a notice", [notice("debug-on")], undefined, []],
  ["an error", [error("web-target")], "boot", ["web-target"]],
  [
    "the first of two stages",
    [error("web-target"), error("python-version")],
    "build",
    ["web-target", "python-version"],
  ],
  ["an error hides warnings", [error("web-target"), warning("migrations")], "boot", ["web-target"]],
  ["one check twice", [warning("migrations"), warning("migrations")], undefined, ["migrations"]],
  ["a warning that no rehearsal proves", [warning("secret-key-random")], undefined, []],
] as const)("predicted from %s", ([, findings, breaks, by]) => {
  expect(predict(findings)).toEqual({ breaks, by });
});

test.for([
  [null, null, "works"],
  ["push", "BUILD_FAILED", "build"],
  ["push", "PUSH_INTERRUPTED", "nothing"],
  ["await-release", "RELEASE_FAILED", "release"],
  ["await-release", "RELEASE_PENDING", "nothing"],
  ["create-tables", "TABLES_MODULE_MISSING", "boot"],
  ["create-tables", "TABLES_DATABASE_UNREACHABLE", "tables"],
  ["create-tables", "TABLES_UNKNOWN", "tables"],
  ["await-health", "NO_WEB_DYNO", "boot"],
  ["await-health", "WEB_CRASHED", "boot"],
  ["await-health", "UNHEALTHY", "pages"],
  ["restart-dyno", "RESTART_FAILED", "data"],
  ["ensure-postgres", "POSTGRES_FAILED", "nothing"],
  [null, "BUG", "nothing"],
] as const)("seen at %s with %s: %s", ([step, code, saw]) => {
  const steps = step === null ? [] : [{ id: step, title: "", status: "failed" as const, detail: "", ms: 0 }];
  const problem = code === null ? null : { code, problem: "", fix: "", page: "" };
  expect(sight({ result: "failed", steps, error: problem, findings: [] }).saw).toBe(saw);
});

test("an app that was not rehearsed tells nothing", () => {
  expect(sight({ result: "skipped", steps: [], error: null, findings: [] }).saw).toBe("nothing");
});

test.for([
  ["works", "debug-on", undefined],
  ["works", "web-target", "disproved"],
  ["data", "sqlite-on-ephemeral-disk", "proved"],
  ["pages", "models-not-imported", "proved"],
  ["tables", "migrations", "proved"],
] as const)("seen where every step went well: %s, with %s %s", ([saw, check, rehearsed]) => {
  const finding = { ...error(check), file: null, line: null, problem: "", fix: "", page: "" };
  const findings = [rehearsed ? { ...finding, rehearsed } : finding];
  const left = { code: "CHECKS_FAILED", problem: "", fix: "", page: "" };
  expect(sight({ result: "failed", steps: [], error: left, findings }).saw).toBe(saw);
});

const WORKS: Sight = { saw: "works", code: undefined };
const broke = (saw: Exclude<Sight["saw"], "works" | "nothing">): Sight => ({ saw, code: "CODE" });
const OTHER_PYTHON = ["Python 3.14 is not installed here; Python 3.11.7 was used in its place."];

test.for([
  ["agree", [], WORKS, []],
  ["agree", [error("web-target")], broke("boot"), []],
  ["agree", [error("requirements-unusable")], broke("boot"), []],
  ["agree", [warning("migrations")], WORKS, []],
  ["warned", [warning("migrations")], broke("tables"), []],
  ["warned", [warning("sqlite-on-ephemeral-disk")], broke("data"), []],
  ["unseen", [error("sqlite-on-ephemeral-disk")], WORKS, []],
  ["warned", [warning("pins-vs-python")], broke("build"), []],
  ["missed", [warning("migrations")], broke("build"), []],
  ["missed", [], broke("pages"), []],
  ["missed", [notice("python-syntax")], broke("boot"), []],
  ["missed", [warning("secret-key-hardcoded")], broke("boot"), []],
  ["false alarm", [error("web-target")], WORKS, []],
  ["false alarm", [error("python-removed")], WORKS, []],
  ["unseen", [error("python-removed")], WORKS, OTHER_PYTHON],
  ["false alarm", [error("web-target")], WORKS, OTHER_PYTHON],
  ["unseen", [error("debug-on")], WORKS, []],
  ["false alarm", [error("debug-on"), error("web-target")], WORKS, []],
  ["no answer", [error("web-target")], { saw: "nothing", code: "TOO_LONG" }, []],
  ["no answer", [], { saw: "nothing", code: "TOO_LONG" }, []],
] as const)("%s: %j, %j", ([wanted, findings, seen, differences]) => {
  expect(verdict(predict(findings), seen, differences)).toBe(wanted);
  expect(VERDICTS[wanted]).not.toBe("");
});
