import fc from "fast-check";
import { expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { summary } from "../../src/report/summary.ts";
import { hostile, shape, WORDS_WITH_MEANING, words } from "../support/markdown.ts";
import { deployed, failed, finding } from "../support/reports.ts";

test("a deploy that went well", () => {
  expect(summary(deployed())).toMatchInlineSnapshot(`
    "## Deployed example-app v5

    \`example-app\` is served by release v5 of commit \`1a2b3c4\`.

    - App: \`example-app\` at <https://example-app-0123456789ab.herokuapp.com/>
    - Release: v5, succeeded
    - Commit: \`1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d\`
    - Database: \`postgresql-curly-12345\`, behind \`DATABASE_URL\`

    ### Steps

    | Step              | What it did                          | Time  |
    | ----------------- | ------------------------------------ | ----- |
    | Check the project | unchanged: 7 checks, nothing found   | 0.2 s |
    | Ensure the app    | changed: created \`example-app\` in us | 1.4 s |
    | Push the commit   | changed: pushed 1a2b3c4 to main      | 41 s  |
    | Create tables     | changed: created 2 tables            | 6.1 s |

    \`\`\`mermaid
    gantt
      dateFormat x
      axisFormat %s s
      tickInterval 5second
      check-project, 0.2 s :done, 0, 210ms
      ensure-app, 1.4 s :210, 1430ms
      push, 41 s :1640, 41300ms
      create-tables, 6.1 s :42940, 6100ms
    \`\`\`

    ### Tables

    - Created: \`author\`, \`book\`
    - Already there: \`alembic_version\`

    ### On the dyno

    - \`Procfile\`: there
    - \`requirements.txt\`: there
    - Beside them: \`app.py\`, \`models.py\`, \`templates\`
    "
  `);
});

test("a deploy that failed", () => {
  expect(summary(failed())).toMatchInlineSnapshot(`
    "## Failed at “Push the commit”

    \`example-app\` is served by release v4.

    **What happened.** The build on Heroku failed.

    **What to do.** Read the build log above.

    **Where to read.** [\`BUILD_FAILED\`](https://github.com/org/flask-heroku-deploy/blob/v1/docs/troubleshooting.md#build_failed)

    <details><summary>The end of the log</summary>

    \`\`\`text
    -----> Building on the Heroku-24 stack
    ERROR: No matching distribution found for flaks
    \`\`\`

    </details>

    - App: \`example-app\` at <https://example-app-0123456789ab.herokuapp.com/>
    - Commit: \`1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d\`
    - Database: \`postgresql-curly-12345\`, behind \`DATABASE_URL\`

    ### Left in place

    - The app \`example-app\` was created and stays.
    - The add-on \`postgresql-curly-12345\` costs money while it exists.

    ### What to do next

    - Correct requirements.txt and push again.

    ### Findings: 1 error, 1 warning, 1 notice

    **The project as a whole**

    - **error**: There is no requirements.txt.\\
      **Fix.** Add one. See [\`requirements-missing\`](https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md).

    **\`Procfile\`**

    - **warning**, line 1: The Procfile has no \`web\` process.\\
      **Fix.** Add the line \`web: gunicorn app:app\`. See [\`procfile-web\`](https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md).

    **\`requirements.txt\`**

    - **notice**, line 3, seen in the rehearsal: Flask 3.0.0 is pinned, 3.1.2 is installed.\\
      **Fix.** Pin \`Flask==3.1.2\`. See [\`requirements-drift\`](https://github.com/org/flask-heroku-deploy/blob/v1/docs/checks/procfile-web.md).

      \`\`\`diff
       gunicorn==23.0.0
      -Flask==3.0.0
      +Flask==3.1.2
      \`\`\`

    ### Steps

    | Step              | What it did                     | Time       |
    | ----------------- | ------------------------------- | ---------- |
    | Check the project | unchanged: 7 checks, 2 findings | 0.2 s      |
    | Push the commit   | **failed**: the build failed    | 1 min 15 s |

    \`\`\`mermaid
    gantt
      dateFormat x
      axisFormat %s s
      tickInterval 10second
      check-project, 0.2 s :done, 0, 190ms
      push, 1 min 15 s :crit, 190, 75000ms
    \`\`\`

    ### Tables

    - Created: none
    - Already there: \`book\`
    - **Not there**, though the models want them: \`author\`

    ### Columns that are missing

    The models have columns that the tables lack: \`book.isbn\`. \`create_all\` adds tables, never columns. These statements add them:

    \`\`\`sql
    ALTER TABLE book ADD COLUMN "isbn" VARCHAR(13)
    \`\`\`

    ### The database now

    \`\`\`mermaid
    erDiagram
      t0["book"] {
        INTEGER id PK
        VARCHAR(80) title
        INTEGER sequel_id FK
        MISSING isbn "not in the database"
      }
      t1["author NOT IN THE DATABASE"]
      t0 }o--|| t0 : "sequel_id"
    \`\`\`

    ### On the dyno

    - \`Procfile\`: there
    - \`requirements.txt\`: there
    - Beside them: \`app.py\`, \`models.py\`, \`templates\`
    "
  `);
});

test("fixes are folded, and a long patch is left to the JSON report", () => {
  const patch =
    "diff --git a/Procfile b/Procfile\n--- a/Procfile\n+++ b/Procfile\n@@ -1,1 +1,1 @@\n-x\n+```\n";
  const report = deployed({ patch, correctedRequirements: "flask\n", ignored: 1 });
  expect(summary(report)).toContain(`
1 finding is turned off, by skip-checks or by a comment in the file.

<details><summary>The fixes as a patch for <code>git apply</code></summary>

\`\`\`\`diff
${patch.trimEnd()}
\`\`\`\`

Byte for byte it is \`patch\` in the JSON report.

</details>

<details><summary>requirements.txt with these fixes</summary>

\`\`\`
flask
\`\`\`
`);
  expect(summary(deployed({ patch: "x".repeat(30_000) }))).toContain(
    "\n\n`patch` in the JSON report holds the fixes; it is too long for here.\n",
  );
});

test.for([
  [deployed({ result: "unchanged" }), "## Nothing to do: example-app already runs this commit"],
  [
    deployed({ result: "checked", app: null, findings: [finding(), finding({ level: "error" })] }),
    "## Checked: 1 error, 1 warning",
  ],
  [deployed({ result: "checked", app: null }), "## Checked: nothing found\n\nNothing on Heroku was touched."],
  [
    deployed({ result: "rolled-back", live: { version: 4, commit: null } }),
    "## Rolled back: example-app runs its earlier release again",
  ],
  [
    deployed({ result: "skipped", app: null, skipped: "A fork's pull request has no key." }),
    "## Skipped: nothing was deployed\n\nA fork's pull request has no key.\n\nNothing on Heroku was touched.",
  ],
  [
    deployed({ result: "cancelled", live: null }),
    "## Cancelled\n\nNo release of `example-app` is known to be live.",
  ],
] as const)("its beginning, %#", ([report, beginning]) => {
  expect(summary(report).slice(0, beginning.length)).toBe(beginning);
});

/** A report in which every value that may be foreign is made by `value`. */
function reportOf(value: () => string): Report {
  const tidy = failed();
  return {
    ...tidy,
    commit: value(),
    app: { name: value(), url: "https://example.com/", gitUrl: value() },
    release: { id: value(), version: 5, commit: value(), status: value() },
    database: value(),
    steps: tidy.steps.map((step) => ({ ...step, detail: value() })),
    findings: tidy.findings.map((found) => ({
      ...found,
      file: found.file && value(),
      problem: value(),
      fix: value(),
      diff: Array.from({ length: 5 }, value).join("\n"),
    })),
    ignored: 2,
    patch: value(),
    correctedRequirements: value(),
    tables: {
      created: [value(), value()],
      existing: [value()],
      missingColumns: [{ table: value(), column: value(), ddl: value() }],
      absent: [value()],
      schema: [
        {
          table: value(),
          columns: [{ name: value(), type: value(), primaryKey: true }],
          foreignKeys: [{ columns: [value()], target: value(), references: [value()] }],
        },
      ],
    },
    logTail: [value(), value(), value()],
    dynoFiles: ["Procfile", value(), value()],
    live: { version: 4, commit: value() },
    removed: [value()],
    rehearsal: { differences: [value()] },
    left: [value()],
    next: [value(), value()],
    error: { code: "BUILD_FAILED", problem: value(), fix: value(), page: "https://example.com/page" },
  };
}

test("no value of a report adds anything to the template", { timeout: 60_000 }, () => {
  let count = 0;
  const tidy = shape(summary(reportOf(() => `word${count++}`)));
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 40, maxLength: 40 }), (values) => {
      // The number keeps values apart: two files of the same name would rightly be one group.
      let next = 0;
      const text = summary(reportOf(() => `${values[next % values.length]}${next++}`));
      expect(shape(text)).toEqual(tidy);
      expect(words(text)).not.toMatch(WORDS_WITH_MEANING);
    }),
    { numRuns: 80, seed: 20261123 },
  );
});

test("a summary is never larger than GitHub takes", { timeout: 60_000 }, () => {
  const long = "\u{1f600}".repeat(3_000);
  const findings = Array.from({ length: 500 }, (_, line) =>
    finding({ line, file: `${line}${long}`, problem: long }),
  );
  const text = summary(failed({ findings }));
  expect(Buffer.byteLength(text)).toBeLessThan(900_000);
  expect(text).toContain("### Steps");
  expect(text).toMatch(/^4\d\d more are in the JSON report\.$/m);

  const steps = Array.from(
    { length: 100 },
    () => ({ id: "push", title: "x", status: "failed", detail: long, ms: 1 }) as const,
  );
  expect(summary(failed({ steps }))).toBe(
    "## Failed at “x”\n\nThe report is too long for a summary; the JSON report has all of it.\n",
  );
});
