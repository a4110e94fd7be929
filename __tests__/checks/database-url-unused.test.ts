import { test } from "vitest";
import { databaseUrlUnused } from "../../src/checks/database-url-unused.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const KEY = 'app.config["SQLALCHEMY_DATABASE_URI"]';

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [name, { Procfile: "web: gunicorn app:app\n", "app.py": `import os\n${text}\n`, ...files }, found];
}

const ROWS: readonly Row[] = [
  app("another config var", `${KEY} = os.environ["DB_URI"]`, [["warning app.py:2", "`DB_URI`"]]),
  app("another with a file at home", `${KEY} = os.getenv("DB", "sqlite:///a.db")`, [
    ["warning app.py:2", "`DB`"],
  ]),
  app("put together", `${KEY} = f"postgresql://{user}:{word}@{host}/shop"`, [
    ["warning app.py:2", "from parts"],
  ]),
  app("an engine", 'create_engine("postgresql://%s@%s" % (user, host))', [
    ["warning app.py:2", "from parts"],
  ]),
  app("in a class", "import config", [["warning config.py:2", "`SQLALCHEMY_DATABASE_URI`"]], {
    "config.py": 'class Config:\n    SQLALCHEMY_DATABASE_URI = os.environ.get("SQLALCHEMY_DATABASE_URI")\n',
  }),
  app("DATABASE_URL", `${KEY} = os.environ["DATABASE_URL"]`, []),
  app("one or the other", `${KEY} = os.environ.get("DB_URI") or os.environ["DATABASE_URL"]`, []),
  app("DATABASE_URL elsewhere", `import other\n${KEY} = os.environ["DB_URI"]`, [], {
    "other.py": 'os.environ["DB_URI"] = os.environ["DATABASE_URL"]\n',
  }),
  app("dj_database_url, which reads it", `${KEY} = dj_database_url.config()`, []),
  app("a colour of Heroku's", `${KEY} = os.environ["HEROKU_POSTGRESQL_RED_URL"]`, []),
  app("a function that cannot be followed", `${KEY} = make_url()`, []),
  app("SQLite, which another check speaks of", `${KEY} = "sqlite:///a.db"`, []),
  app("SQLite put together", `${KEY} = "sqlite:///" + path`, []),
  app("a constant, which another check speaks of", `${KEY} = "postgresql://localhost/a"`, []),
  app("tests", "import config", [], {
    "config.py": 'class TestConfig:\n    SQLALCHEMY_DATABASE_URI = os.environ["TEST_DB"]\n',
  }),
  app("no database", "", []),
];

test.for(ROWS)("%s", (row) => expectFindings(databaseUrlUnused, row));
