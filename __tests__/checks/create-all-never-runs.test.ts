import { test } from "vitest";
import { createAllNeverRuns } from "../../src/checks/create-all-never-runs.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app\n", "app.py": `app = Flask(__name__)\n${text}\n`, ...files },
    found,
  ];
}

const MAIN = 'if __name__ == "__main__":';

const ROWS: readonly Row[] = [
  app("under main", `${MAIN}\n    db.create_all()\n    app.run()`, [
    ["warning app.py:3", "relation does not exist"],
  ]),
  app("under main, in the context", `${MAIN}\n    with app.app_context():\n        db.create_all()`, [
    ["warning app.py:4", "gunicorn"],
  ]),
  app("in a function for main", `def init():\n    db.create_all()\n${MAIN}\n    init()`, [
    ["warning app.py:3", "gunicorn"],
  ]),
  app("import level", "with app.app_context():\n    db.create_all()", []),
  app("both", `${MAIN}\n    db.create_all()\nwith app.app_context():\n    db.create_all()`, []),
  app("in a function that is called", `def init():\n    db.create_all()\ninit()`, []),
  app("in a function that nothing calls", "def init():\n    db.create_all()", []),
  app("in a command", `@app.cli.command()\ndef init():\n    db.create_all()\n${MAIN}\n    init()`, []),
  app("a module for main, a command elsewhere", `import other\n${MAIN}\n    db.create_all()`, [], {
    "other.py": "@click.command()\ndef init():\n    db.create_all()\n",
  }),
  app("Flask-Migrate", `${MAIN}\n    db.create_all()`, [], {
    "requirements.txt": "Flask-Migrate\n",
    "migrations/env.py": "",
  }),
  app("a script that is not loaded", "", [], { "make.py": `${MAIN}\n    db.create_all()\n` }),
];

test.for(ROWS)("%s", (row) => expectFindings(createAllNeverRuns, row));
