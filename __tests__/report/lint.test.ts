import { expect, test } from "vitest";
import { lintJson, lintLines } from "../../src/report/lint.ts";
import { finding } from "../support/reports.ts";

const FOUND = [
  finding({ file: "b.py", line: 12, level: "error", check: "web-target" }),
  finding({ file: "b.py", line: 2, problem: "One\nline.\u001b[31m" }),
  finding({ file: null, line: null, check: "procfile-missing" }),
  finding({ file: "a.py", line: null }),
];

test("findings in the order of the files, then how many", () => {
  expect(lintLines({ findings: FOUND, ignored: 1 }).join("\n")).toMatchInlineSnapshot(`
    ".: warning procfile-missing
      The Procfile has no \`web\` process.
      Add the line \`web: gunicorn app:app\`.
      https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md

    a.py: warning procfile-web
      The Procfile has no \`web\` process.
      Add the line \`web: gunicorn app:app\`.
      https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md

    b.py:2: warning procfile-web
      One line.
      Add the line \`web: gunicorn app:app\`.
      https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md

    b.py:12: error web-target
      The Procfile has no \`web\` process.
      Add the line \`web: gunicorn app:app\`.
      https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md

    1 error, 3 warnings
    1 finding is turned off, by skip-checks or by a comment in the file."
  `);
});

test("nothing found is one line", () => {
  expect(lintLines({ findings: [], ignored: 0 })).toEqual(["nothing found"]);
});

test("as JSON, a finding has seven fields and nothing else", () => {
  const edits = [{ kind: "delete", file: "a" } as const];
  const json = lintJson({ findings: [finding({ edits })], ignored: 3 });
  expect(Object.keys(JSON.parse(json))).toEqual(["findings"]);
  expect(Object.keys(JSON.parse(json).findings[0])).toEqual([
    "check",
    "level",
    "file",
    "line",
    "problem",
    "fix",
    "page",
  ]);
});
