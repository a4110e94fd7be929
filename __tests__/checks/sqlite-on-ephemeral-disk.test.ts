import { test } from "vitest";
import { sqliteOnEphemeralDisk } from "../../src/checks/sqlite-on-ephemeral-disk.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const KEY = 'app.config["SQLALCHEMY_DATABASE_URI"]';

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [name, { Procfile: "web: gunicorn app:app\n", "app.py": `import os\n${text}\n`, ...files }, found];
}

const ROWS: readonly Row[] = [
  app("an SQLite file", `${KEY} = "sqlite:///app.db"`, [
    ["error app.py:2", '`os.environ.get("DATABASE_URL"'],
  ]),
  app("put together", `${KEY} = "sqlite:///" + os.path.join(here, "a.db")`, [
    ["error app.py:2", "every restart"],
  ]),
  app("an engine", 'engine = create_engine("sqlite:///a.db")', [["error app.py:2", "every restart"]]),
  app("by a name", `URL = "sqlite:///a.db"\n${KEY} = URL`, [["error app.py:3", "every restart"]]),
  app(
    "with the driver that is listed",
    `${KEY} = "sqlite:///a.db"`,
    [["error app.py:2", "postgresql+psycopg2://"]],
    { "requirements.txt": "psycopg2-binary\n" },
  ),
  app(
    "in the class that is used",
    "app.config.from_object('config.Config')",
    [["error config.py:2", "SQLite"]],
    {
      "config.py": 'class Config:\n    SQLALCHEMY_DATABASE_URI = "sqlite:///a.db"\n',
    },
  ),
  app("in a class that may be used", "import config", [["warning config.py:2", "SQLite"]], {
    "config.py": 'class Production:\n    SQLALCHEMY_DATABASE_URI = "sqlite:///a.db"\n',
  }),
  app("when a file may follow", `${KEY} = "sqlite:///a"\napp.config.from_pyfile("x.py", silent=True)`, [
    ["warning app.py:2", "SQLite"],
  ]),
  app("in memory", `${KEY} = "sqlite://"`, [["warning app.py:2", "SQLite"]]),
  app(
    "a file of the commit, which may only be read",
    `${KEY} = "sqlite:///data/a.db"`,
    [["warning app.py:2", "SQLite"]],
    {
      "data/a.db": "",
    },
  ),
  app(
    "opened by hand in a module that a function imports",
    "def f():\n    import db",
    [["warning db.py:1", "SQLite"]],
    {
      "db.py": "connection = sqlite3.connect(path)\n",
    },
  ),
  app("opened by hand", 'def db():\n    return sqlite3.connect("a.db")', [
    ["warning app.py:3", "For a cache"],
  ]),
  app("the fix", `${KEY} = os.environ.get("DATABASE_URL", "sqlite:///app.db").replace("a", "b", 1)`, []),
  app("or", `${KEY} = os.environ.get("DATABASE_URL") or "sqlite:///a.db"`, []),
  app(
    "under a condition, with Postgres else",
    `if os.environ.get("DATABASE_URL"):\n    x = 1\nelse:\n    ${KEY} = "sqlite:///a.db"`,
    [],
  ),
  app("another config var", `${KEY} = os.environ.get("DB", "sqlite:///a.db")`, []),
  app("a function that cannot be followed", `${KEY} = make_url()`, []),
  app("under main", `if __name__ == "__main__":\n    ${KEY} = "sqlite:///a.db"`, []),
  app("development and tests", "import config", [], {
    "config.py":
      'class DevConfig:\n    SQLALCHEMY_DATABASE_URI = "sqlite:///a.db"\nclass Testing(DevConfig):\n    SQLALCHEMY_DATABASE_URI = "sqlite://"\n',
  }),
  app("a file that does not parse", `import other\n${KEY} = "sqlite:///a.db"`, [], {
    "other.py": "print 'x'\n",
  }),
  app("a file that is not loaded", "", [], { "config.py": 'SQLALCHEMY_DATABASE_URI = "sqlite:///a.db"\n' }),
  app("Postgres in another file", `import other\n${KEY} = "sqlite:///a.db"`, [], {
    "other.py": 'app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]\n',
  }),
  app("memory by hand", 'db = sqlite3.connect(":memory:")', []),
  app("a comment", `# ${KEY} = "sqlite:///a.db"`, []),
];

test.for(ROWS)("%s", (row) => expectFindings(sqliteOnEphemeralDisk, row));
