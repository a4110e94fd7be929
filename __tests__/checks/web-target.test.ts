import { expect, test } from "vitest";
import { webTarget } from "../../src/checks/web-target.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const APP = "from flask import Flask\n\napp = Flask(__name__)\n";
const FACTORY = "def create_app(config=None):\n    return 1\n";

function fine(name: string, web: string, files: Files, options?: ProjectOptions): Row {
  return [name, { Procfile: `web: ${web}\n`, ...files }, [], options];
}

function broken(name: string, web: string, files: Files, part: string, place = "error Procfile:1"): Row {
  return [name, { Procfile: `web: ${web}\n`, ...files }, [[place, part]]];
}

const SRC = { "lib/x.py": "", "src/app.py": APP };
const IN_SRC: readonly Row[] = [
  ...[
    "export PYTHONPATH=src\n",
    'PYTHONPATH="$HOME/src:$PYTHONPATH"\nexport PYTHONPATH\n',
    "export PYTHONPATH=$PYTHONPATH:$(pwd)/src\n",
    ': "$' + '{PYTHONPATH:=src}"\n',
    "if [ -f env.sh ]; then\n  . ./env.sh\nfi\n",
    "cd src\n",
  ].map((profile) =>
    fine(`.profile has ${profile.trim()}`, "gunicorn app:app", { ...SRC, ".profile": profile }),
  ),
  fine("a script in .profile.d", "gunicorn app:app", {
    ...SRC,
    ".profile.d/x.sh": "export PYTHONPATH=/app/src\n",
  }),
  ...['"src"', '{"value": "/app/src"}', '{"required": true}'].map((value) =>
    fine(`app.json gives PYTHONPATH ${value}`, "gunicorn app:app", {
      ...SRC,
      "app.json": `{"env": {"PYTHONPATH": ${value}}}`,
    }),
  ),
  fine("config-vars", "gunicorn app:app", SRC, { configVars: { PYTHONPATH: "lib:src" } }),
  fine("the root beside it", "gunicorn app:app", { "app.py": APP }, { configVars: { PYTHONPATH: "src" } }),
  fine("a folder out of the app", "gunicorn app:app", SRC, { configVars: { PYTHONPATH: "/opt/x" } }),
  ...[
    { ".profile": "# PYTHONPATH=src\necho $PYTHONPATH\n" },
    { ".profile": "export PYTHONPATH=lib\n" },
    { ".profile.d/README": "export PYTHONPATH=src\n" },
    { "app.json": '{"env": {"PYTHONPATH": "lib", "X": "src"}}' },
    { "app.json": "[" },
  ].map((files) =>
    broken(
      `nothing brings src: ${JSON.stringify(files)}`,
      "gunicorn app:app",
      { ...SRC, ...files },
      "only in `src`",
    ),
  ),
  [
    "nothing brings src: config-vars",
    { Procfile: "web: gunicorn app:app\n", ...SRC },
    [["error Procfile:1", "only in `src`"]],
    { configVars: { PYTHONPATH: "lib" } },
  ],
];

test.for(IN_SRC)("PYTHONPATH from elsewhere: %s", (row) => expectFindings(webTarget, row));

const MODULES: readonly Row[] = [
  fine("a module", "gunicorn app:app", { "app.py": APP }),
  fine("a package", "gunicorn shop:app", { "shop/__init__.py": APP }),
  fine("a module in a package", "gunicorn shop.web.wsgi:app", {
    "shop/__init__.py": "",
    "shop/web/wsgi.py": APP,
  }),
  fine("a module in a folder that is no package", "gunicorn src.app:app", { "src/app.py": APP }),
  fine("--chdir", "gunicorn --chdir backend app:app", { "backend/app.py": APP }),
  fine("cd", "cd backend && gunicorn app:app", { "backend/app.py": APP }),
  fine("a module of the root while standing in a folder", "cd backend && gunicorn app:app", {
    "backend/x.py": "",
    "app.py": APP,
  }),
  fine("--pythonpath", "gunicorn --pythonpath src app:app", { "src/app.py": APP }),
  fine("PYTHONPATH", "PYTHONPATH=src gunicorn app:app", { "src/app.py": APP }),
  fine("another server", "waitress-serve nothing:app", {}),
  fine("no target", "gunicorn -c gunicorn.conf.py", { "gunicorn.conf.py": "workers = 2" }),
  fine("a target in the configuration file", "gunicorn", {
    "gunicorn.conf.py": 'wsgi_app = "app:app"',
    "app.py": APP,
  }),
  fine("a target from a variable", "gunicorn $APP_MODULE", {}),
  fine("a configuration file that changes the folder", "gunicorn app:app", {
    "gunicorn.conf.py": 'chdir = "src"',
    "src/app.py": APP,
  }),
  fine("a submodule", "gunicorn vendor.app:app", { vendor: "" }, { modes: { vendor: "160000" } }),
  fine("a link", "gunicorn app:app", { "app.py": "src/app.py" }, { modes: { "app.py": "120000" } }),
  fine("a compiled module", "gunicorn app:app", { "app.cpython-314-x86_64-linux-gnu.so": "" }),
  fine("a module of an installed package", "gunicorn mlflow.server:app", { "requirements.txt": "mlflow\n" }),
  fine("a module of a package of this repository", "gunicorn shop:app", {
    "src/shop/__init__.py": APP,
    "requirements.txt": "-e .\n",
    "setup.py": "",
  }),
  fine("a module under Poetry, which installs the project", "gunicorn shop:app", {
    "src/shop/__init__.py": APP,
    "poetry.lock": "",
  }),
  broken("no such module", "gunicorn wrong:app", { "app.py": APP }, "no such file or package"),
  broken("no such module in a package", "gunicorn shop.wsgi:app", { "shop/__init__.py": APP }, "`shop.wsgi`"),
  broken("a file's name", "gunicorn app.py:app", { "app.py": APP }, "`gunicorn app:app`"),
  broken("a path", "gunicorn backend/app:app", { "backend/app.py": APP }, "`gunicorn backend.app:app`"),
  broken(
    "a module in another folder",
    "gunicorn app:app",
    { "backend/app.py": APP },
    "`gunicorn --chdir backend app:app`",
  ),
  broken("another case", "gunicorn App:app", { "app.py": APP }, "`gunicorn app:app`"),
  broken(
    "another case of a package",
    "gunicorn Shop:app",
    { "shop/__init__.py": APP },
    "`gunicorn shop:app`",
  ),
  broken(
    "a folder that is no package",
    "gunicorn shop:app",
    { "shop/wsgi.py": APP },
    "`gunicorn shop.wsgi:app`",
  ),
  broken(
    "a module of no listed package",
    "gunicorn wrong:app",
    { "requirements.txt": "flask\ngunicorn\n" },
    "no such file",
  ),
  broken(
    "a module that only a package for another system could bring",
    "gunicorn wrong:app",
    { "requirements.txt": "https://example.com/x.zip ; os_name == 'nt'\n" },
    "no such file",
  ),
  [
    "the line of the web process",
    { Procfile: "release: x\n\nweb: gunicorn wrong:app\n" },
    [["error Procfile:3", "`wrong`"]],
  ],
];

const ATTRIBUTES: readonly Row[] = [
  fine("the default name", "gunicorn wsgi", { "wsgi.py": "from shop import app as application\n" }),
  fine("an import", "gunicorn wsgi:app", { "wsgi.py": "from shop import app\n" }),
  fine("a name made inside try, if and with", "gunicorn app:app", {
    "app.py": "try:\n  if 1:\n    with x() as app: pass\nfinally: pass\n",
  }),
  fine("a name out of a tuple", "gunicorn app:app", { "app.py": "app, db = make()\n" }),
  fine("an annotated name", "gunicorn app:app", { "app.py": "app: Flask = make()\n" }),
  fine("a name that a function makes global", "gunicorn app:app", {
    "app.py": "def f():\n  global app\n  app = 1\nf()\n",
  }),
  fine("import *", "gunicorn app:app", { "app.py": "from shop import *\n" }),
  fine("globals()", "gunicorn app:app", { "app.py": "globals()['app'] = 1\n" }),
  fine("a module's __getattr__", "gunicorn app:app", { "app.py": "def __getattr__(name): return 1\n" }),
  fine("a file that does not parse", "gunicorn app:app", { "app.py": "print 'x'\n" }),
  fine("a file with a byte order mark", "gunicorn app:app", { "app.py": `\uFEFF${APP}` }),
  fine("a factory", "gunicorn 'app:create_app()'", { "app.py": FACTORY }),
  fine("a factory with escaped brackets", "gunicorn app:create_app\\(\\)", { "app.py": FACTORY }),
  fine("a factory with arguments", "gunicorn \"app:create_app('prod', debug=False)\"", {
    "app.py": "def create_app(name, debug): pass\n",
  }),
  fine("a factory that is imported", "gunicorn 'app:create_app()'", {
    "app.py": "from shop import create_app\n",
  }),
  fine("a WSGI function", "gunicorn app:app", { "app.py": "def app(environ, start_response): pass\n" }),
  fine("a decorated function", "gunicorn app:app", { "app.py": "@middleware\ndef app(): pass\n" }),
  fine("a class", "gunicorn app:App", { "app.py": "class App: pass\n" }),
  fine("main and import alike", "gunicorn app:app", {
    "app.py": 'app = 1\nif __name__ == "__main__":\n  app = 2\n',
  }),
  fine("a name made when not main", "gunicorn app:app", {
    "app.py": 'if __name__ == "__main__":\n  x = 1\nelse:\n  app = 2\n',
  }),
  fine("a submodule of that name", "gunicorn shop:app", { "shop/__init__.py": "", "shop/app.py": APP }),
  broken("another name", "gunicorn app:app", { "app.py": "server = 1\n" }, "`gunicorn app:server`"),
  broken("a factory instead", "gunicorn app:app", { "app.py": FACTORY }, '`gunicorn "app:create_app()"`'),
  broken("no name, and no application", "gunicorn app", { "app.py": APP }, "`gunicorn app:app`"),
  broken("nothing alike", "gunicorn app:app", { "app.py": "x = 1\n" }, "gives nothing this name"),
  broken(
    "a name that only a function has",
    "gunicorn app:app",
    { "app.py": "def f():\n  app = 1\n" },
    "gives nothing",
  ),
  broken(
    "a name that only an annotation has",
    "gunicorn app:app",
    { "app.py": "app: Flask\n" },
    "gives nothing",
  ),
  broken(
    "only under main",
    "gunicorn app:app",
    { "app.py": 'import x\n\nif __name__ == "__main__":\n    app = make()\n' },
    "above the `if`",
    "error app.py:4",
  ),
  broken(
    "a factory without brackets",
    "gunicorn app:create_app",
    { "app.py": FACTORY },
    '`gunicorn "app:create_app()"`',
  ),
  broken(
    "a function without parameters as app",
    "gunicorn app:index",
    { "app.py": "def index(): pass\n" },
    "every page answers 500",
  ),
  broken(
    "a factory that needs arguments",
    "gunicorn 'app:create_app()'",
    { "app.py": "def create_app(config): pass\n" },
    "default values",
  ),
  broken(
    "brackets without quotation marks",
    "gunicorn app:create_app()",
    { "app.py": FACTORY },
    '`"app:create_app()"`',
  ),
  broken("a dotted name", "gunicorn app:shop.app", { "app.py": APP }, "neither"),
];

test.for(MODULES)("module: %s", (row) => expectFindings(webTarget, row));
test.for(ATTRIBUTES)("attribute: %s", (row) => expectFindings(webTarget, row));

test.for([
  ["a file's name", "gunicorn app.py:app -w 2", { "app.py": APP }, "gunicorn app:app -w 2"],
  ["another case", "gunicorn App:app", { "app.py": APP }, "gunicorn app:app"],
  ["a factory", "gunicorn app:create_app", { "app.py": FACTORY }, 'gunicorn "app:create_app()"'],
  [
    "a factory in quotation marks",
    "gunicorn 'app:create_app'",
    { "app.py": FACTORY },
    "gunicorn 'app:create_app()'",
  ],
  [
    "a script",
    "bash start.sh",
    { "app.py": APP, "start.sh": "exec gunicorn app.py:app\n" },
    "bash start.sh",
    "exec gunicorn app:app",
  ],
] as const)("the fix of %s makes it go away", ([, web, files, now, script]) => {
  const after = fixed(webTarget, { Procfile: `web: ${web}\n`, ...files });
  expect(after.remarks).toEqual([]);
  expect(after.files.Procfile).toBe(`web: ${now}\n`);
  if (script !== undefined) expect(after.files["start.sh"]).toBe(`${script}\n`);
});

test("a target that stands twice on its line is left alone", () => {
  const files = { Procfile: "web: echo app.py:app; gunicorn app.py:app\n", "app.py": APP };
  expect(fixed(webTarget, files).files).toEqual(files);
});
