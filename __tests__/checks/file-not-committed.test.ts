import { expect, test } from "vitest";
import { fileNotCommitted } from "../../src/checks/file-not-committed.ts";
import { runChecks } from "../../src/checks/index.ts";
import type { Uncommitted } from "../../src/git/git.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const APP = {
  Procfile: "web: gunicorn app:app\n",
  "requirements.txt": "flask\n",
  "static/a.css": "",
  "templates/a.html": "",
};

function needs(
  name: string,
  app: string,
  uncommitted: Readonly<Record<string, Uncommitted>>,
  found: Row[2] = [],
  files: Files = {},
): Row {
  return [name, { ...APP, "app.py": app, ...files }, found, { uncommitted }];
}

const ROWS: readonly Row[] = [
  needs("a module that is ignored", "import secrets_local\napp = 1\n", { "secrets_local.py": "ignored" }, [
    ["error app.py:1", "because .gitignore names it"],
  ]),
  needs(
    "a package that nobody added",
    "from shop import db\napp = 1\n",
    { "shop/__init__.py": "untracked" },
    [["error app.py:1", "git add `shop/__init__.py`"]],
  ),
  needs(
    "a module of a package",
    "from shop.models import db\napp = 1\n",
    { "shop/models.py": "untracked" },
    [["error app.py:1", "ModuleNotFoundError"]],
    { "shop/__init__.py": "" },
  ),
  needs(
    "a relative import",
    "import shop\napp = 1\n",
    { "shop/local.py": "ignored" },
    [["error shop/__init__.py:2", "os.environ"]],
    { "shop/__init__.py": "\nfrom . import local\n" },
  ),
  needs(
    "a configuration file",
    "app = Flask(__name__)\napp.config.from_pyfile('prod.cfg')\n",
    { "prod.cfg": "ignored" },
    [["error app.py:2", "FileNotFoundError"]],
  ),
  needs(
    "a configuration file in instance/",
    "app.config.from_pyfile('x.cfg')\n",
    { "instance/x.cfg": "ignored" },
    [["error app.py:1", "config vars"]],
  ),
  needs("a folder of templates", "app = Flask(__name__, template_folder='pages')\n", { pages: "ignored" }, [
    ["warning app.py:1", "`pages`"],
  ]),
  [
    "the module that gunicorn is told to serve",
    { ...APP, Procfile: "\nweb: gunicorn site.wsgi:app\n" },
    [["error Procfile:2", "ends at once"]],
    { uncommitted: { "site/wsgi.py": "untracked" } },
  ],
  [
    "a script that the Procfile starts",
    { ...APP, Procfile: "web: bash bin/start.sh\n" },
    [["error Procfile:1", "`bin/start.sh`"]],
    { uncommitted: { "bin/start.sh": "untracked" } },
  ],
  needs("nothing on the disk", "import secrets_local\n", {}),
  needs("what nothing asks for", "app = 1\n", { "notes.py": "untracked", ".env": "ignored" }),
  needs("an import that may fail", "try:\n    import local\nexcept ImportError:\n    pass\n", {
    "local.py": "ignored",
  }),
  needs("an import in a function", "def f():\n    import local\n", { "local.py": "ignored" }),
  needs("a package that is listed", "import flask\n", { "flask.py": "untracked" }),
  needs("a name that the package has", "from shop import db\n", { "shop/db.py": "untracked" }, [], {
    "shop/__init__.py": "db = 1\n",
  }),
  needs("a configuration that may be missing", "app.config.from_pyfile('x.cfg', silent=True)\n", {
    "x.cfg": "ignored",
  }),
  needs("a folder of which the commit has files", "app = Flask(__name__)\n", { static: "untracked" }),
  needs("the same, committed", "import local\napp = 1\n", {}, [], { "local.py": "" }),
];

test("no other check says the same of the Procfile", () => {
  for (const Procfile of ["web: gunicorn wsgi:app\n", "web: python wsgi.py\n"]) {
    const given = project(
      { ...APP, Procfile, "requirements.txt": "gunicorn\n" },
      { uncommitted: { "wsgi.py": "ignored" } },
    );
    expect(
      runChecks(given)
        .filter(({ file }) => file === "Procfile")
        .map(({ check }) => check),
    ).toEqual(["file-not-committed"]);
  }
});

test.for(ROWS)("%s", (row) => expectFindings(fileNotCommitted, row));
