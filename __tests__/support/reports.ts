import type { Finding } from "../../src/checks/check.ts";
import type { Report } from "../../src/report/report.ts";

const PAGES = "https://github.com/org/flask-heroku-deploy/blob/v1/docs";

/** A finding with the given parts. */
export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    check: "procfile-web",
    level: "warning",
    file: "Procfile",
    line: 1,
    problem: "The Procfile has no `web` process.",
    fix: "Add the line `web: gunicorn app:app`.",
    page: `${PAGES}/checks/procfile-web.md`,
    ...parts,
  };
}

/** The report of a first deploy that went well, with the given parts. */
export function deployed(parts: Partial<Report> = {}): Report {
  const commit = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
  return {
    result: "deployed",
    mode: "deploy",
    commit,
    appDir: ".",
    anchor: "Procfile",
    skipped: null,
    app: {
      name: "example-app",
      url: "https://example-app-0123456789ab.herokuapp.com/",
      gitUrl: "https://git.heroku.com/example-app.git",
    },
    before: null,
    made: [],
    pushed: commit,
    release: { id: "01234567-89ab-cdef-0123-456789abcdef", version: 5, commit, status: "succeeded" },
    database: "postgresql-curly-12345",
    steps: [
      {
        id: "check-project",
        title: "Check the project",
        status: "unchanged",
        detail: "7 checks, nothing found",
        ms: 210,
      },
      {
        id: "ensure-app",
        title: "Ensure the app",
        status: "changed",
        detail: "created `example-app` in us",
        ms: 1_430,
      },
      {
        id: "push",
        title: "Push the commit",
        status: "changed",
        detail: "pushed 1a2b3c4 to main",
        ms: 41_300,
      },
      {
        id: "create-tables",
        title: "Create tables",
        status: "changed",
        detail: "created 2 tables",
        ms: 6_100,
      },
    ],
    findings: [],
    ignored: 0,
    patch: null,
    correctedRequirements: null,
    tables: {
      created: ["author", "book"],
      existing: ["alembic_version"],
      missingColumns: [],
      absent: [],
      schema: [],
    },
    missingModule: null,
    dynoFiles: ["Procfile", "app.py", "models.py", "requirements.txt", "templates"],
    databaseWarnings: [],
    live: { version: 5, commit },
    removed: [],
    rehearsal: null,
    logTail: [],
    comment: null,
    deployment: null,
    left: [],
    next: [],
    error: null,
    ...parts,
  };
}

/** The report of a deploy whose build failed, with everything a report can hold. */
export function failed(parts: Partial<Report> = {}): Report {
  return deployed({
    result: "failed",
    release: null,
    live: { version: 4, commit: null },
    steps: [
      {
        id: "check-project",
        title: "Check the project",
        status: "unchanged",
        detail: "7 checks, 2 findings",
        ms: 190,
      },
      { id: "push", title: "Push the commit", status: "failed", detail: "the build failed", ms: 75_000 },
    ],
    findings: [
      finding(),
      finding({
        check: "requirements-missing",
        level: "error",
        file: null,
        line: null,
        problem: "There is no requirements.txt.",
        fix: "Add one.",
      }),
      finding({
        check: "requirements-drift",
        level: "notice",
        file: "requirements.txt",
        line: 3,
        problem: "Flask 3.0.0 is pinned, 3.1.2 is installed.",
        fix: "Pin `Flask==3.1.2`.",
        diff: [
          "diff --git a/requirements.txt b/requirements.txt",
          "--- a/requirements.txt",
          "+++ b/requirements.txt",
          "@@ -2,2 +2,2 @@",
          " gunicorn==23.0.0",
          "-Flask==3.0.0",
          "+Flask==3.1.2",
          "",
        ].join("\n"),
        rehearsed: "proved",
      }),
    ],
    tables: {
      created: [],
      existing: ["book"],
      missingColumns: [
        { table: "book", column: "isbn", ddl: 'ALTER TABLE book ADD COLUMN "isbn" VARCHAR(13)' },
      ],
      absent: ["author"],
      schema: [
        {
          table: "book",
          columns: [
            { name: "id", type: "INTEGER", primaryKey: true },
            { name: "title", type: "VARCHAR(80)", primaryKey: false },
            { name: "sequel_id", type: "INTEGER", primaryKey: false },
          ],
          foreignKeys: [{ columns: ["sequel_id"], target: "book", references: ["id"] }],
        },
      ],
    },
    logTail: ["-----> Building on the Heroku-24 stack", "ERROR: No matching distribution found for flaks"],
    left: [
      "The app `example-app` was created and stays.",
      "The add-on `postgresql-curly-12345` costs money while it exists.",
    ],
    next: ["Correct requirements.txt and push again."],
    error: {
      code: "BUILD_FAILED",
      problem: "The build on Heroku failed.",
      fix: "Read the build log above.",
      page: `${PAGES}/troubleshooting.md#build_failed`,
    },
    ...parts,
  });
}
