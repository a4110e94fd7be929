import { expect, test } from "vitest";
import { usesFlaskMigrate } from "../../src/project/migrations.ts";
import { type Files, project } from "../support/project.ts";

/** An app that has its migrations elsewhere. */
function app(line: string, folder = "db/changes"): Files {
  return {
    Procfile: "web: gunicorn app:app\n",
    "requirements.txt": "Flask-Migrate\n",
    "app.py": `app = Flask(__name__)\n${line}\n`,
    [`${folder}/env.py`]: "",
    [`${folder}/versions/1.py`]: "",
  };
}

test.for([
  ["listed, with its folder", { "requirements.txt": "Flask-Migrate==4\n", "migrations/env.py": "" }, true],
  [
    "listed in an included file",
    { "requirements.txt": "-r b.txt\n", "b.txt": "flask_migrate\n", "migrations/env.py": "" },
    true,
  ],
  ["no folder", { "requirements.txt": "Flask-Migrate\n" }, false],
  ["a folder without env.py", { "requirements.txt": "Flask-Migrate\n", "migrations/README": "" }, false],
  ["not listed", { "requirements.txt": "alembic\n", "migrations/env.py": "" }, false],
  [
    "not for Linux",
    { "requirements.txt": "Flask-Migrate; os_name == 'nt'\n", "migrations/env.py": "" },
    false,
  ],
  ["no requirements.txt", { "migrations/env.py": "" }, false],
  ["a folder that the app names", app('Migrate(app, db, directory="db/changes")'), true],
  ["one that it names in `init_app`", app('Migrate().init_app(app, db, "db/changes")'), true],
  [
    "one that it names in the `init_app` of what it made",
    app('migrate = Migrate()\nmigrate.init_app(app, db, directory="db/changes")'),
    true,
  ],
  ["another extension's `init_app`", app("socketio = SocketIO()\nsocketio.init_app(app, x, FOLDER)"), false],
  ["one that it computes", app("Migrate(app, db, directory=FOLDER)"), true],
  ["one that only a command of the user's names", app("Migrate(app, db)"), false],
  [
    "one that a file names that nothing loads",
    { ...app(""), "old.py": 'Migrate(directory="db/changes")\n' },
    false,
  ],
  [
    "one in the folder that gunicorn goes into",
    {
      ...app("", "web/migrations"),
      Procfile: "web: gunicorn --chdir web app:app\n",
      "web/app.py": "app = 1\n",
    },
    true,
  ],
  [
    "a folder whose env.py is none of Alembic's",
    { ...app('Migrate(app, db, directory="config")'), "config/env.py": "", "config/versions.py": "" },
    false,
  ],
] as const)("%s", ([, files, uses]) => expect(usesFlaskMigrate(project(files))).toBe(uses));
