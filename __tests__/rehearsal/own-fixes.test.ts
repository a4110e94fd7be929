import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DYNO_FAILURES, type DynoFailureKind, dynoFailure } from "../../src/dyno/failures.ts";
import type { Notice } from "../../src/rehearsal/notice.ts";
import { withOwnFix } from "../../src/rehearsal/own-fixes.ts";
import { blankReport } from "../../src/report/blank.ts";

/** What leads to an app, an account or a network of Heroku's. */
const LEADS_TO_HEROKU = /heroku\.com|`heroku |\bheroku HEAD|port 5000|API key/;
/** Where a rehearsal does not come to. */
const OTHER_MODES = ["destroy-app.ts", "belongings.ts", "roll-back.ts", "ensure-review-mark.ts"];

/** Code and fix of every failure of a step, as the sources have them. */
async function written(): Promise<(readonly [code: string, fix: string])[]> {
  const folders = ["dyno", "git", "heroku", "steps"].map((name) =>
    join(import.meta.dirname, "../../src", name),
  );
  const files = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  const mine = files.flat().filter((path) => !OTHER_MODES.some((name) => path.endsWith(`/${name}`)));
  const texts = await Promise.all(
    mine.filter((path) => path.endsWith(".ts")).map((path) => readFile(path, "utf8")),
  );
  const failure = /(?:new Failure\(\s*|code: )"([A-Z_]+)",[\s\S]*?\bfix:([\s\S]*?)(?:\n\s*page:|\},?\n)/g;
  const found = texts.flatMap((text) =>
    [...text.matchAll(failure)].map(([, code = "", fix = ""]) => [code, fix] as const),
  );
  const kinds = Object.keys(DYNO_FAILURES) as DynoFailureKind[];
  return [...found, ...kinds.map(dynoFailure).map(({ code, fix }) => [code, fix] as const)];
}

function failed(step: string, code: string, fix: string) {
  const steps = [{ id: step, title: step, status: "failed" as const, detail: "", ms: 1 }];
  return { ...blankReport("rehearse"), steps, error: { code, problem: "", fix, page: "" } };
}

test("no fix of a rehearsal leads to Heroku", async () => {
  const all = await written();
  const leading = all.filter(([, fix]) => LEADS_TO_HEROKU.test(fix));
  expect(all.length).toBeGreaterThan(60);
  expect(leading.length).toBeGreaterThan(15);
  const left = all.filter(([code, fix]) =>
    LEADS_TO_HEROKU.test(withOwnFix(failed("push", code, fix), [])?.fix ?? ""),
  );
  expect(left).toEqual([]);
});

test("a fix that holds everywhere stays as it is", () => {
  const report = failed("create-tables", "TABLES_APP_EXITS", "Move that code.");
  expect(withOwnFix(report, [])).toEqual(report.error);
  expect(withOwnFix(blankReport("rehearse"), [])).toBeNull();
});

const about = (kind: "python-minor" | "python-patch"): Notice => {
  return { kind: "difference", about: kind, sentence: "" };
};

test.for([
  ["push", "BUILD_FAILED", "python-minor", true],
  ["create-tables", "TABLES_IMPORT_FAILED", "python-minor", true],
  ["await-health", "WEB_CRASHED", "python-minor", true],
  ["await-health", "WEB_CRASHED", "python-patch", false],
  ["ensure-postgres", "POSTGRES_PLAN", "python-minor", false],
  ["push", "CANCELLED", "python-minor", false],
] as const)("%s with %s, told of %s: the Python is named: %s", ([step, code, difference, named]) => {
  const error = withOwnFix(failed(step, code, "Do this."), [about(difference)]);
  expect(error?.fix.startsWith("Do this.")).toBe(true);
  expect(error?.fix.includes("actions/setup-python")).toBe(named);
});
