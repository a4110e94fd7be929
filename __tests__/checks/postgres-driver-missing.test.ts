import { expect, test } from "vitest";
import { postgresDriverMissing } from "../../src/checks/postgres-driver-missing.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const READS = 'app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]\n';
const PINNED = "Flask==3.1.3\nFlask-SQLAlchemy==3.1.1\nSQLAlchemy==2.0.44\ngunicorn\n";

function app(requirements: string, uri = READS, files: Files = {}): Files {
  const source = `import os\nfrom flask import Flask\napp = Flask(__name__)\n${uri}`;
  return { Procfile: "web: gunicorn app:app", "app.py": source, "requirements.txt": requirements, ...files };
}

function row(name: string, files: Files, level?: string, part = "driver", options?: ProjectOptions): Row {
  return [name, files, level === undefined ? [] : [[`${level} app.py:4`, part]], options];
}

const URI = 'app.config["SQLALCHEMY_DATABASE_URI"] = ';

const ROWS: readonly Row[] = [
  row("no driver", app(PINNED), "error", "`psycopg2-binary`"),
  row("no driver, and the newest SQLAlchemy", app("flask\nflask-sqlalchemy\n"), "error", "`psycopg[binary]`"),
  row(
    "SQLite at home",
    app(
      PINNED,
      `${URI}os.environ.get("DATABASE_URL", "sqlite:///app.db").replace("postgres://", "postgresql://", 1)\n`,
    ),
    "error",
  ),
  row(
    "a driver in the scheme",
    app(PINNED, `${URI}os.environ["DATABASE_URL"].replace("postgres://", "postgresql+psycopg://", 1)\n`),
    "error",
    "`psycopg[binary]`",
  ),
  row("pg8000 in the scheme", app(PINNED, `${URI}"postgresql+pg8000://u:p@host/db"\n`), "error", "`pg8000`"),
  ...[
    "psycopg2",
    "psycopg2-binary==2.9.11",
    "psycopg[binary]",
    "pg8000",
    "asyncpg",
    "aiopg",
    "SQLAlchemy[postgresql]",
  ].map((driver) => row(driver, app(`${PINNED}${driver}\n`))),
  row("a driver in an included file", app(`${PINNED}-r prod.txt\n`, READS, { "prod.txt": "psycopg2\n" })),
  row("a driver for another system", app(`${PINNED}psycopg2; os_name == "nt"\n`), "error"),
  row("MySQL", app(`${PINNED}PyMySQL\n`)),
  row("no SQLAlchemy", app("flask\n")),
  row("SQLite alone", app(PINNED, `${URI}"sqlite:///app.db"\n`)),
  row("another config var", app(PINNED, `${URI}os.environ["MY_URL"]\n`)),
  row("something that may bring it", app(`${PINNED}some-company-base\n`), "warning"),
  row("a file that could not be included", app(`${PINNED}-r gone.txt\n`), "warning"),
  row("a file decides", app(PINNED, `${READS}app.config.from_pyfile("x.cfg")\n`), "warning"),
  row("the environment knows what that brings", app("flask-sqlalchemy\nbase\n"), undefined, "", {
    installed: {
      "flask-sqlalchemy": "3.1.1",
      base: { requires: ["psycopg2-binary"] },
      "psycopg2-binary": "2",
    },
  }),
  row("the environment knows that nothing does", app("flask-sqlalchemy\nbase\n"), "error", "psycopg", {
    installed: { "flask-sqlalchemy": "3.1.1", base: "1" },
  }),
  ["not loaded by the web process", app(PINNED, "", { "scripts/config.py": `import os\n${READS}` }), []],
];

test.for(ROWS)("%s", (each) => expectFindings(postgresDriverMissing, each));

test("the fix lists the driver", () => {
  const { files, remarks } = fixed(postgresDriverMissing, app(PINNED));
  expect(files["requirements.txt"]).toBe(`${PINNED}psycopg2-binary\n`);
  expect(remarks).toEqual([]);
});
