import fc from "fast-check";
import { expect, test } from "vitest";
import { commentBody } from "../../src/github/comment-body.ts";
import { marker } from "../../src/github/marker.ts";
import { hostile, nodes, parsed, shape, WORDS_WITH_MEANING, words } from "../support/markdown.ts";
import { deployed, failed } from "../support/reports.ts";

const place = {
  marker: marker({ workflow: "Deploy", app: "example-app", appDir: "." }),
  run: "https://github.com/octo/app/actions/runs/99",
  head: undefined,
  log: true,
};

test("a deploy that went well", () => {
  expect(commentBody(deployed(), place)).toMatchInlineSnapshot(`
    "<!-- flask-heroku-deploy Deploy example%2Dapp . -->
    ## Deployed example-app v5

    <https://example-app-0123456789ab.herokuapp.com/> - release v5 - commit \`1a2b3c4\`

    ### Steps

    | Step              | What it did                          | Time  |
    | ----------------- | ------------------------------------ | ----- |
    | Check the project | unchanged: 7 checks, nothing found   | 0.2 s |
    | Ensure the app    | changed: created \`example-app\` in us | 1.4 s |
    | Push the commit   | changed: pushed 1a2b3c4 to main      | 41 s  |
    | Create tables     | changed: created 2 tables            | 6.1 s |

    ### Tables

    - Created: \`author\`, \`book\`
    - Already there: \`alembic_version\`

    4 steps in 49 s. [The run](https://github.com/octo/app/actions/runs/99) has the log and the whole summary.
    "
  `);
});

test("a deploy that failed", () => {
  expect(commentBody(failed(), place)).toMatchInlineSnapshot(`
    "<!-- flask-heroku-deploy Deploy example%2Dapp . -->
    ## Failed at “Push the commit”

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

    ### Steps

    | Step              | What it did                     | Time       |
    | ----------------- | ------------------------------- | ---------- |
    | Check the project | unchanged: 7 checks, 2 findings | 0.2 s      |
    | Push the commit   | **failed**: the build failed    | 1 min 15 s |

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

    ### Tables

    - Created: none
    - Already there: \`book\`
    - **Not there**, though the models want them: \`author\`

    ### Columns that are missing

    The models have columns that the tables lack: \`book.isbn\`. \`create_all\` adds tables, never columns. These statements add them:

    \`\`\`sql
    ALTER TABLE book ADD COLUMN "isbn" VARCHAR(13)
    \`\`\`

    ### Left in place

    - The app \`example-app\` was created and stays.
    - The add-on \`postgresql-curly-12345\` costs money while it exists.

    ### What to do next

    - Correct requirements.txt and push again.

    2 steps in 1 min 15 s. [The run](https://github.com/octo/app/actions/runs/99) has the log and the whole summary.
    "
  `);
});

test("the end of the log is folded, 40 lines of it, and stands only where it may", () => {
  const report = failed({ logTail: Array.from({ length: 60 }, (_, line) => `line ${line}.`) });
  const body = commentBody(report, place);
  expect(body).toContain("<details><summary>The end of the log</summary>\n\n```text\nline 20.\n");
  expect(body).toContain("\nline 59.\n```\n\n</details>\n");
  expect(commentBody(report, { ...place, log: false })).not.toContain("line 59.");
});

test.for([
  [
    "a check says that nothing was touched",
    { result: "checked", app: null, live: null },
    "Nothing on Heroku was touched.",
  ],
  [
    "a failure says what serves the app",
    { result: "failed", error: failed().error },
    "is served by release v5",
  ],
  [
    "a rehearsal says where it differs",
    { result: "rehearsed", app: null, live: null, rehearsal: { differences: ["No Redis was there."] } },
    "### Where this was not as on Heroku\n\n- No Redis was there.",
  ],
  [
    "a removal says what went",
    { result: "destroyed", live: null, removed: ["The database went."] },
    "### Removed\n\n- The database went.",
  ],
] as const)("%s", ([, parts, words]) => {
  expect(commentBody(deployed(parts), place)).toContain(words);
});

test("a merge is named by the commit that was merged", () => {
  const body = commentBody(deployed(), { ...place, head: "9dde78c000000000000000000000000000000000" });
  expect(body).toContain(" - release v5 - merge of commit `9dde78c`\n");
});

test("a check has no table of its one step", () => {
  const steps = deployed().steps.slice(0, 1);
  expect(commentBody(deployed({ result: "checked", steps }), place)).not.toContain("### Steps");
});

test("a marker is one hidden node, whatever the workflow is called", () => {
  fc.assert(
    fc.property(hostile, hostile, (workflow, app) => {
      const mark = marker({ workflow, app, appDir: "." });
      expect(nodes(parsed(`${mark}\n# x`)).map(({ type }) => type)).toEqual([
        "root",
        "html",
        "heading",
        "text",
      ]);
      expect(mark).toMatch(/^<!-- [!-~ ]+ -->$/);
    }),
    { numRuns: 1_000, seed: 20261123 },
  );
});

test("markers differ when workflow, app or folder do", () => {
  const a = { workflow: "a", app: "b", appDir: "c" };
  const all = [
    a,
    { ...a, workflow: "a b" },
    { ...a, app: "x" },
    { ...a, appDir: "x" },
    { workflow: "a", app: "b c", appDir: "" },
  ];
  expect(new Set(all.map(marker)).size).toBe(5);
});

test("no value adds anything to the template", { timeout: 60_000 }, () => {
  const report = (value: string) =>
    failed({
      removed: [value],
      left: [value],
      next: [value],
      logTail: [value],
      database: value,
      findings: failed().findings.map((found) => ({ ...found, problem: `x${value}`, fix: `y${value}` })),
      tables: {
        created: [],
        existing: [],
        missingColumns: [{ table: value, column: value, ddl: value }],
        absent: [],
        schema: [],
      },
      error: { code: "BUILD_FAILED", problem: value, fix: value, page: "https://example.com/page" },
    });
  const tidy = shape(commentBody(report("word"), place));
  fc.assert(
    fc.property(hostile, (value) => {
      const body = commentBody(report(`v${value}`), place);
      expect(shape(body)).toEqual(tidy);
      expect(words(body)).not.toMatch(WORDS_WITH_MEANING);
    }),
    { numRuns: 200, seed: 20261123 },
  );
});
