import { test } from "vitest";
import { postgresDriverDefault } from "../../src/checks/postgres-driver-default.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const KEY = 'app.config["SQLALCHEMY_DATABASE_URI"]';
const DEFAULT = `${KEY} = os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1)`;

function app(name: string, requirements: string, text: string, found: Row[2], files: Files = {}): Row {
  const base = {
    Procfile: "web: gunicorn app:app\n",
    "requirements.txt": `Flask-SQLAlchemy\n${requirements}\n`,
  };
  return [name, { ...base, "app.py": `import os\n${text}\n`, ...files }, found];
}

const STEPS = `url = os.environ["DATABASE_URL"]
if url.startswith("postgres://"):
    url = url.replace("postgres://", "postgresql://", 1)
${KEY} = url`;

const ROWS: readonly Row[] = [
  app("nothing pinned, psycopg2", "psycopg2-binary", DEFAULT, [
    ["error app.py:2", "No module named 'psycopg'"],
  ]),
  app("2.1, psycopg2", "SQLAlchemy==2.1.9\npsycopg2", DEFAULT, [
    ["error app.py:2", '`.replace("postgres://", "postgresql+psycopg2://", 1)`'],
  ]),
  app("2.0, psycopg", "SQLAlchemy==2.0.36\npsycopg[binary]", DEFAULT, [
    ["error app.py:2", "No module named 'psycopg2'"],
  ]),
  app("in steps", "psycopg2-binary", STEPS, [["error app.py:5", "newest"]]),
  app("cut", "psycopg2-binary", `${KEY} = "postgresql" + os.environ["DATABASE_URL"][8:]`, [
    ["error app.py:2", "psycopg2"],
  ]),
  app(
    "in a class that may be used",
    "psycopg2-binary",
    "import config",
    [["warning config.py:2", "psycopg2"]],
    {
      "config.py": `class Production:\n    SQLALCHEMY_DATABASE_URI = os.environ["DATABASE_URL"].replace("postgres://", "postgresql://")\n`,
    },
  ),
  app(
    "a named driver",
    "psycopg2-binary",
    `${KEY} = os.environ["DATABASE_URL"].replace("postgres://", "postgresql+psycopg2://", 1)`,
    [],
  ),
  app("psycopg with the newest", "psycopg[binary]", DEFAULT, []),
  app("psycopg2 with 2.0", "SQLAlchemy==2.0.36\npsycopg2-binary", DEFAULT, []),
  app("psycopg2 with a bound", "SQLAlchemy<2.1\npsycopg2-binary", DEFAULT, []),
  app("both drivers", "psycopg2-binary\npsycopg", DEFAULT, []),
  app("no driver, which another check speaks of", "", DEFAULT, []),
  app("another driver too", "psycopg2-binary\npg8000", DEFAULT, []),
  app(
    "a URL as it is, which another check speaks of",
    "psycopg2-binary",
    `${KEY} = os.environ["DATABASE_URL"]`,
    [],
  ),
  app("a local package", "psycopg2-binary\n.", DEFAULT, [], { "setup.py": "" }),
  app("no database", "psycopg2-binary", "", []),
];

test.for(ROWS)("%s", (row) => expectFindings(postgresDriverDefault, row));
