import { test } from "vitest";
import { migrations } from "../../src/checks/migrations.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const FOLDER = { "migrations/env.py": "", "migrations/versions/0001_first.py": "" };

function app(
  name: string,
  text: string,
  found: Row[2],
  files: Files = FOLDER,
  options?: ProjectOptions,
): Row {
  const base = { Procfile: "web: gunicorn app:app\n", "requirements.txt": "Flask\nFlask-Migrate\n" };
  return [name, { ...base, "app.py": `app = Flask(__name__)\n${text}\n`, ...files }, found, options];
}

const ROWS: readonly Row[] = [
  app("no folder", "migrate = Migrate(app, db)", [["warning app.py:2", "`flask db init`"]], {}),
  app("no migration", "migrate = Migrate(app, db)", [["warning app.py:2", "makes no table"]], {
    "migrations/env.py": "",
  }),
  app("no migration but a README", "Migrate(app, db)", [["warning app.py:2", "makes no table"]], {
    "migrations/env.py": "",
    "migrations/versions/.gitkeep": "",
  }),
  app("create_all besides", "Migrate(app, db)\nwith app.app_context():\n    db.create_all()", [
    ["warning app.py:4", "`flask db stamp head`"],
  ]),
  app("complete", "Migrate(app, db)", []),
  app(
    "complete, made in a factory",
    "migrate = Migrate()\ndef create_app():\n    migrate.init_app(app, db)",
    [],
  ),
  app("a folder of another name", 'Migrate(app, db, directory="db/changes")', [], {
    "db/changes/env.py": "",
    "db/changes/versions/1.py": "",
  }),
  app("an env.py that is none of migrations", "Migrate(app, db)", [["warning app.py:2", "`flask db init`"]], {
    "config/env.py": "",
  }),
  app(
    "the folder that the app names, after another",
    'Migrate(app, db, directory="db/changes")',
    [["warning app.py:2", "makes no table"]],
    {
      "alembic/env.py": "",
      "alembic/versions/1.py": "",
      "db/changes/env.py": "",
      "db/changes/script.py.mako": "",
    },
  ),
  app("a folder of its own for each database", "Migrate(app, db)", [], {
    "migrations/env.py": "",
    "migrations/versions_shop/1.py": "",
  }),
  app(
    "a folder behind a link",
    "Migrate(app, db)",
    [],
    { migrations: "../db" },
    { modes: { migrations: "120000" } },
  ),
  app(
    "create_all in a command",
    "Migrate(app, db)\n@app.cli.command()\ndef init():\n    db.create_all()",
    [],
  ),
  app("not in use", "", [], {}),
  app("Flask-Script, which another check speaks of", "from flask_script import Manager", [], {
    "requirements.txt": "Flask==3.1.3\nFlask-Script\n",
  }),
];

test.for(ROWS)("%s", (row) => expectFindings(migrations, row));
