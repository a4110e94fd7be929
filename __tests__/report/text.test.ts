import fc from "fast-check";
import { expect, test } from "vitest";
import { blankReport } from "../../src/report/blank.ts";
import type { Report } from "../../src/report/report.ts";
import { reportText } from "../../src/report/text.ts";
import { obeyed } from "../support/github-runner.ts";
import { hostile } from "../support/markdown.ts";
import { deployed, failed } from "../support/reports.ts";

test("a deploy that went well", () => {
  expect(reportText(deployed()).join("\n")).toMatchInlineSnapshot(`
    "Deployed example-app v5
    https://example-app-0123456789ab.herokuapp.com/
    \`example-app\` is served by release v5 of commit \`1a2b3c4\`.
      check-project  unchanged       0.2 s  7 checks, nothing found
      ensure-app     changed         1.4 s  created \`example-app\` in us
      push           changed          41 s  pushed 1a2b3c4 to main
      create-tables  changed         6.1 s  created 2 tables
    Tables: created author, book; already there alembic_version"
  `);
});

test("a rehearsal leads nowhere, and says what it could not do as Heroku does", () => {
  const differences = ["The app gets Python 3.14.2 on Heroku; this ran on Python 3.13.5."];
  const rehearsal: Report = { ...blankReport("rehearse"), result: "rehearsed", rehearsal: { differences } };
  expect(reportText(rehearsal)).toEqual([
    "Rehearsed: the whole deploy works on a local Heroku",
    "Nothing on Heroku was touched.",
    `Not as on Heroku: ${differences[0]}`,
  ]);
  const error = { code: "WEB_CRASHED", problem: "It crashes.", fix: "Mend it.", page: "" };
  const step = {
    id: "await-health",
    title: "Wait until the app is healthy",
    status: "failed",
    detail: "It crashes.",
    ms: 1,
  } as const;
  expect(reportText({ ...rehearsal, result: "failed", steps: [step], error })[0]).toBe(
    "The rehearsal failed at “Wait until the app is healthy”",
  );
});

test("a deploy that failed", () => {
  expect(reportText(failed()).join("\n")).toMatchInlineSnapshot(`
    "Failed at “Push the commit”
    https://example-app-0123456789ab.herokuapp.com/
    \`example-app\` is served by release v4.
    What happened: The build on Heroku failed.
    What to do: Read the build log above.
    Where to read: https://github.com/org/flask-heroku-deploy/blob/v1/docs/troubleshooting.md#build_failed
      check-project  unchanged       0.2 s  7 checks, 2 findings
      push           failed     1 min 15 s  the build failed
    Findings: 1 error, 1 warning, 1 notice
      warning Procfile:1: The Procfile has no \`web\` process. Add the line \`web: gunicorn app:app\`.
      error: There is no requirements.txt. Add one.
      notice requirements.txt:3: Flask 3.0.0 is pinned, 3.1.2 is installed. Pin \`Flask==3.1.2\`.
    Tables: created none; already there book
      column book.isbn is missing: ALTER TABLE book ADD COLUMN "isbn" VARCHAR(13)
    Left in place: The app \`example-app\` was created and stays.
    Left in place: The add-on \`postgresql-curly-12345\` costs money while it exists.
    Next: Correct requirements.txt and push again."
  `);
});

test("a review app that was removed", () => {
  const app = { name: "example-pr-7", url: null, gitUrl: "https://git.heroku.com/example-pr-7.git" };
  const removed = ["The app example-pr-7", "The config vars A, B"];
  const report: Report = { ...blankReport("destroy"), result: "destroyed", app, removed };
  expect(reportText(report)).toEqual([
    "Removed example-pr-7",
    "`example-pr-7` is gone from Heroku, with its data.",
    "Removed: The app example-pr-7",
    "Removed: The config vars A, B",
  ]);
});

test.for([
  ["unchanged", null, "Nothing to remove: there is no such app", "Nothing on Heroku was touched."],
  ["skipped", null, "Skipped: nothing was removed", "Nothing on Heroku was touched."],
  ["failed", null, "Failed", "Nothing on Heroku was touched."],
  ["failed", "example-pr-7", "Failed", "Whether `example-pr-7` is still there is not known."],
] as const)("an end of a review app that is %s, app %s", ([result, name, ...lines]) => {
  const app = name && { name, url: null, gitUrl: "" };
  expect(reportText({ ...blankReport("destroy"), result, app })).toEqual(lines);
});

test("what is turned off is said in one line", () => {
  expect(reportText(deployed({ ignored: 2 }))).toContain(
    "2 findings are turned off, by skip-checks or by a comment in the file.",
  );
});

test("a value stays on its line and commands nothing", () => {
  const tables = (name: string) => ({
    created: [name],
    existing: [],
    missingColumns: [],
    absent: [],
    schema: [],
  });
  const lines = reportText(deployed()).length;
  fc.assert(
    fc.property(hostile, (value) => {
      const text = reportText(deployed({ tables: tables(`${value}\n::error::${value}##[error]x`) }));
      expect(text.length).toBe(lines);
      expect(obeyed(text.join("\n"))).toEqual([]);
    }),
    { numRuns: 1_000, seed: 20261123 },
  );
});
