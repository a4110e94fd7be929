import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkIds, checks, runChecks } from "../../src/checks/index.ts";
import { type Files, project } from "../support/project.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("every check", () => {
  test.for(checks)("$id has a page that begins with its title, and a test", async ({ id, title }) => {
    const page = await readFile(join(ROOT, `docs/checks/${id}.md`), "utf8");
    expect(page.split("\n")[0]).toBe(`# ${id}: ${title}`);
    for (const part of ["Wrong", "Right", `skip-checks: ${id}`, "Sources"]) expect(page).toContain(part);
    await access(join(ROOT, `__tests__/checks/${id}.test.ts`));
  });

  test("every page belongs to a check", async () => {
    const pages = (await readdir(join(ROOT, "docs/checks"))).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual(checkIds.map((id) => `${id}.md`).sort());
  });
});

function ids(files: Files): string[] {
  return runChecks(project(files)).map(({ check }) => check);
}

const GOOD = {
  Procfile: "web: gunicorn app:app\n",
  "requirements.txt": "flask\ngunicorn\n",
  "app.py": "from flask import Flask\napp = Flask(__name__)\n",
};

test("a good app has no findings", () => expect(ids(GOOD)).toEqual([]));

test("without a Procfile, nothing else is said that follows from it", () => {
  expect(ids({ ...GOOD, Procfile: "", "requirements.txt": "flask\n" })).toEqual(["procfile-web"]);
  expect(ids({ "app.py": GOOD["app.py"], "requirements.txt": "flask\n" })).toEqual(["procfile-missing"]);
  expect(ids({ "app.py": GOOD["app.py"], "requirements.txt": "flask\n", procfile: GOOD.Procfile })).toEqual([
    "procfile-name",
  ]);
});

test("a finding knows its check and the address of its page", () => {
  const [finding] = runChecks(project({ "requirements.txt": "flask\n" }));
  expect(finding).toMatchObject({ check: "procfile-missing", level: "error" });
  expect(finding?.page).toMatch(/^https:\/\/.*\/docs\/checks\/procfile-missing\.md$/);
});

test("what the buildpack would do is not checked for a container, and that is said once", () => {
  expect(ids({ "heroku.yml": "build:\n", procfile: "web:x" })).toEqual(["container-deploy"]);
});

test("text of the repository cannot fill a message with what it likes", () => {
  const nasty = `${"x".repeat(300)}\u0007\u202e\n::error::`;
  const files = { Procfile: `web: gunicorn ${"x".repeat(300)}:app\n`, [`requirements-${nasty}.txt`]: "" };
  for (const { problem, fix } of runChecks(project(files))) {
    expect(problem + fix).not.toMatch(/[\p{C}]/u);
    expect(problem.length + fix.length).toBeLessThan(800);
  }
});
