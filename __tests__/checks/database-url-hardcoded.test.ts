import { expect, test } from "vitest";
import { databaseUrlHardcoded } from "../../src/checks/database-url-hardcoded.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const KEY = 'app.config["SQLALCHEMY_DATABASE_URI"]';

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [name, { Procfile: "web: gunicorn app:app\n", "app.py": `import os\n${text}\n`, ...files }, found];
}

const ROWS: readonly Row[] = [
  app("this machine", `${KEY} = "postgresql://me:word@localhost/shop"`, [
    ["error app.py:2", "Connection refused"],
  ]),
  app("this machine's address", `${KEY} = "mysql+pymysql://root@127.0.0.1:3306/shop"`, [
    ["error app.py:2", "dyno"],
  ]),
  app("this machine's socket", `${KEY} = "postgresql:///shop"`, [["error app.py:2", "dyno"]]),
  app("an engine", 'create_engine("postgresql://localhost:5432/shop")', [["error app.py:2", "dyno"]]),
  app("another server", `${KEY} = "postgresql://me:word@db.example.org/shop"`, [
    ["warning app.py:2", "Whoever can read"],
  ]),
  app("another server without a password", `${KEY} = "postgresql://db.example.org/shop"`, [
    ["warning app.py:2", "Heroku Postgres"],
  ]),
  app("a class that may be used", "import config", [["warning config.py:2", "dyno"]], {
    "config.py": 'class Production:\n    SQLALCHEMY_DATABASE_URI = "postgresql://localhost/shop"\n',
  }),
  app(
    "a password as a fallback",
    `${KEY} = os.environ.get("DATABASE_URL", "postgresql://a:b@db.example.org/c")`,
    [["warning app.py:2", "change that password"]],
  ),
  app(
    "this machine as a fallback",
    `${KEY} = os.environ.get("DATABASE_URL", "postgresql://me:word@localhost/shop")`,
    [],
  ),
  app(
    "the fix",
    `${KEY} = os.environ.get("DATABASE_URL", "sqlite:///app.db").replace("postgres://", "postgresql://", 1)`,
    [],
  ),
  app(
    "another value elsewhere",
    `${KEY} = "postgresql://localhost/shop"\nif "DATABASE_URL" in os.environ:\n    ${KEY} = os.environ["DATABASE_URL"]`,
    [],
  ),
  app("parts from elsewhere", `${KEY} = f"postgresql://{user}@localhost/shop"`, []),
  app("SQLite", `${KEY} = "sqlite:///a.db"`, []),
  app("development", "import config", [], {
    "config.py": 'class DevelopmentConfig:\n    SQLALCHEMY_DATABASE_URI = "postgresql://localhost/shop"\n',
  }),
  app("under main", `if __name__ == "__main__":\n    ${KEY} = "postgresql://localhost/shop"`, []),
  app("no database's URL", 'app.config["SITE"] = "https://localhost/"', []),
];

test.for(ROWS)("%s", (row) => expectFindings(databaseUrlHardcoded, row));

test.for(["pa:ss@w/or?d", "secret", "s@localhost/cret", "p%40ss"])(
  "a password is never printed: %s",
  (password) => {
    for (const value of [
      `"postgres://user:${password}@host.example.org/db"`,
      `os.environ.get("X", "postgres://user:${password}@localhost/db")`,
    ]) {
      const found = databaseUrlHardcoded.find(
        project({ Procfile: "web: gunicorn app:app\n", "app.py": `${KEY} = ${value}\n` }),
      );
      for (const part of [
        password,
        "user",
        "example.org",
        ...password.split(/\W/).filter((word) => word.length > 3),
      ])
        expect(JSON.stringify(found)).not.toContain(part);
    }
  },
);
