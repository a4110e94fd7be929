import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyApp } from "../script/agreement/copy-app.ts";
import { appFolder, pythonOf, readExpectation } from "../script/agreement/expectation.ts";
import { findingSurprises } from "../script/agreement/surprises.ts";
import { checkFolder } from "../src/check-folder.ts";
import { checkIds } from "../src/checks/index.ts";

const APPS = join(import.meta.dirname, "apps");
const apps = await Promise.all(
  (await readdir(APPS)).map(async (name) => {
    const expected = await readExpectation(join(APPS, name));
    if (!expected) throw new Error(`${name} has no expectation`);
    return { name, expected };
  }),
);

let workspaces = "";
beforeAll(async () => {
  workspaces = await mkdtemp(join(tmpdir(), "apps-"));
});
afterAll(() => rm(workspaces, { recursive: true, force: true }));

// The rehearsals of the same apps are `npm run agreement`, which CI runs before the tests.
test.concurrent.for(apps)("the checks find in $name what is expected", async ({ name, expected }) => {
  const workspace = join(workspaces, name);
  await copyApp(join(APPS, name), workspace, expected);
  const { findings } = await checkFolder(appFolder(expected, workspace), {
    worktree: false,
    python: pythonOf(expected, workspace),
    packageIndex: undefined,
    onForeign: () => undefined,
  });
  expect(findingSurprises(expected.findings, findings)).toEqual([]);
});

test("every check has an app", () => {
  const shown = new Set(apps.flatMap(({ expected }) => expected.findings.map(({ check }) => check)));
  expect(checkIds.filter((id) => !shown.has(id))).toEqual([]);
});

test("there are apps that are right in every way, and those that only a rehearsal sees through", () => {
  const silent = apps.filter(({ expected }) => expected.findings.length === 0);
  const result = (one: (typeof apps)[number]) => one.expected.outcome.map((outcome) => outcome.result);
  expect(silent.filter((one) => result(one).includes("rehearsed")).length).toBeGreaterThanOrEqual(12);
  expect(silent.filter((one) => result(one).includes("failed")).length).toBeGreaterThanOrEqual(2);
});
