import { expect, test } from "vitest";
import { createAllContext } from "../../src/checks/create-all-context.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const HEAD = "from flask_sqlalchemy import SQLAlchemy\napp = Flask(__name__)\ndb = SQLAlchemy(app)\n";

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  const base = { Procfile: "web: gunicorn app:app\n", "requirements.txt": "Flask-SQLAlchemy\n" };
  return [name, { ...base, "app.py": `${HEAD}${text}\n`, ...files }, found];
}

const ROWS: readonly Row[] = [
  app("import level", "db.create_all()", [["error app.py:4", "`with app.app_context():`"]]),
  app("a function that is called", "def init():\n    db.create_all()\ninit()", [
    ["error app.py:5", "RuntimeError"],
  ]),
  app("a method's db", "models.db.create_all()", [["error app.py:4", "RuntimeError"]]),
  app(
    "a factory that is called",
    "def create_app():\n    db.create_all()\n    return app\napp = create_app()",
    [["error app.py:5", "RuntimeError"]],
  ),
  app("an object that is made elsewhere", "from shop import database\ndatabase.create_all()", [
    ["warning app.py:5", "RuntimeError"],
  ]),
  app("arguments of version 2", "db.create_all(app=app)", [["warning app.py:4", "RuntimeError"]]),
  app("no version to be known", "db.create_all()", [["warning app.py:4", "RuntimeError"]], {
    "requirements.txt": "-r missing.txt\n",
  }),
  app("with the context", "with app.app_context():\n    db.create_all()", []),
  app("with a request's context", "with app.test_request_context():\n    db.create_all()", []),
  app("after a push", "app.app_context().push()\ndb.create_all()", []),
  app("after a push by a name", "ctx = app.app_context()\nctx.push()\ndb.create_all()", []),
  app(
    "in a function called in the context",
    "def init():\n    db.create_all()\nwith app.app_context():\n    init()",
    [],
  ),
  app("in a function", "def init():\n    db.create_all()", []),
  app("in a command", '@app.cli.command("init")\ndef init():\n    db.create_all()', []),
  app("before the first request", "@app.before_first_request\ndef init():\n    db.create_all()", []),
  app("under main", 'if __name__ == "__main__":\n    db.create_all()', []),
  app("under a condition", "if fresh:\n    db.create_all()", []),
  app("Flask-SQLAlchemy 2", "db.create_all()", [], { "requirements.txt": "Flask-SQLAlchemy==2.5.1\n" }),
  app("SQLAlchemy itself", "Base.metadata.create_all(engine)", []),
  app(
    "a factory with the context",
    "def create_app():\n    with app.app_context():\n        db.create_all()\n    return app\napp = create_app()",
    [],
  ),
  ["without Flask-SQLAlchemy", { Procfile: "web: gunicorn app:app\n", "app.py": "db.create_all()\n" }, []],
];

test.for(ROWS)("%s", (row) => expectFindings(createAllContext, row));

test("the edit takes it away", () => {
  const after = fixed(createAllContext, app("", "db.create_all()", [])[1]);
  expect(after.files["app.py"]).toBe(`${HEAD}with app.app_context():\n    db.create_all()\n`);
  expect(after.remarks).toEqual([]);
});

test("what does not stand alone is left to the person", () => {
  for (const text of ["db.create_all(); x = 1", "def init():\n    db.create_all()\ninit()"]) {
    const [, files] = app("", text, []);
    expect(fixed(createAllContext, files).files).toEqual(files);
  }
});
