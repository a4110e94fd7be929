import { expect, test } from "vitest";
import { pythonRemoved } from "../../src/checks/python-removed.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const APP = { Procfile: "web: gunicorn app:app\n" };

function row(name: string, requirements: string, app: string, found: Row[2] = [], files: Files = {}): Row {
  return [name, { ...APP, "requirements.txt": requirements, "app.py": app, ...files }, found];
}

const at = (python: string) => ({ ".python-version": `${python}\n` });

const FLASK: readonly Row[] = [
  row("flask.ext", "flask\n", "\nfrom flask.ext.sqlalchemy import SQLAlchemy\n", [
    ["error app.py:2", "`flask.ext`"],
  ]),
  row("flask.ext by a from", "flask==1.1.2\n", "from flask.ext import wtf\n", [
    ["error app.py:1", "since Flask 1.0"],
  ]),
  row("flask.ext in its time", "flask==0.12.5\n", "from flask.ext.wtf import Form\n"),
  row("Markup", "flask\n", "from flask import Flask, Markup\n", [["error app.py:1", "`flask.Markup`"]]),
  row("Markup in its time", "flask<3\n", "from flask import Flask, Markup\n"),
  row("Markup without Flask listed", "gunicorn\n", "from flask import Markup\n"),
  row("JSONEncoder", "flask==2.3.3\n", "from flask.json import JSONEncoder\n", [
    ["error app.py:1", "`2.3.3`"],
  ]),
  row("werkzeug.contrib", "flask\n", "from werkzeug.contrib.fixers import ProxyFix\n", [
    ["error app.py:1", "werkzeug.middleware.proxy_fix"],
  ]),
  row("secure_filename", "flask==1.1.2\nwerkzeug==1.0.1\n", "from werkzeug import secure_filename\n", [
    ["error app.py:1", "`werkzeug.utils`"],
  ]),
  row(
    "secure_filename in its time",
    "flask==1.1.2\nwerkzeug==0.16.1\n",
    "from werkzeug import secure_filename\n",
  ),
  row("secure_filename where it belongs", "flask\n", "from werkzeug.utils import secure_filename\n"),
  row("url_quote", "flask==2.2.5\n", "from werkzeug.urls import url_quote\n", [
    ["error app.py:1", "`urllib.parse`"],
  ]),
  row(
    "url_quote with a pinned Werkzeug",
    "flask==2.2.5\nwerkzeug==2.2.3\n",
    "from werkzeug.urls import url_quote\n",
  ),
  row("jinja2.Markup", "flask\n", "from jinja2 import Markup\n", [["error app.py:1", "`markupsafe`"]]),
  row("flask_script", "flask\nflask-script\n", "from flask_script import Manager\n", [
    ["error app.py:1", "cli.command"],
  ]),
  row("flask_script in its time", "flask==1.1.4\nflask-script\n", "from flask_script import Manager\n"),
  row("in a function", "flask\n", "def f():\n  from flask import Markup\n", [
    ["warning app.py:2", "is called"],
  ]),
  row(
    "guarded",
    "flask\n",
    "try:\n  from flask import Markup\nexcept ImportError:\n  from markupsafe import Markup\n",
  ),
  row("in a file that nothing loads", "flask\n", "import flask\n", [], {
    "old.py": "from flask import Markup\n",
  }),
  row("no requirements.txt to know the version", "", "from flask import Markup\n", [], {
    "requirements.txt": "",
  }),
];

const PYTHON: readonly Row[] = [
  row("collections", "flask\n", "from collections import Mapping, OrderedDict\n", [
    ["error app.py:1", "`collections.Mapping`"],
  ]),
  row(
    "collections.abc",
    "flask\n",
    "from collections.abc import Mapping\nfrom collections import OrderedDict\n",
  ),
  row("imp", "flask\n", "import imp\n", [["error app.py:1", "Python 3.14"]]),
  row("imp on 3.11", "flask\n", "import imp\n", [], at("3.11")),
  row("a module of the app", "flask\n", "import imp\n", [], { "imp.py": "" }),
  row("cgi on 3.12", "flask\n", "import cgi\n", [], at("3.12")),
  row("cgi on 3.13", "flask\n", "import cgi\n", [["error app.py:1", "since Python 3.13"]], at("3.13")),
  row("cgi with its backport", "flask\nlegacy-cgi\n", "import cgi\n"),
  row(
    "cgi where a local package may bring it",
    "flask\n-e .\n",
    "import cgi\n",
    [["warning app.py:1", "cgi"]],
    {
      "setup.py": "",
    },
  ),
  row(
    "cgi.escape on 3.12",
    "flask\n",
    "from cgi import escape\n",
    [["error app.py:1", "`html`"]],
    at("3.12"),
  ),
  row("telnetlib", "flask\n", "import telnetlib, os\n", [["error app.py:1", "`telnetlib`"]]),
  row(
    "telnetlib guarded by the version",
    "flask\n",
    "import sys\nif sys.version_info < (3, 13):\n  import telnetlib\n",
  ),
  row("distutils", "flask\n", "from distutils.util import strtobool\n", [["warning app.py:1", "setuptools"]]),
  row("distutils on 3.12, where Heroku has setuptools", "flask\n", "import distutils\n", [], at("3.12")),
  row("pkg_resources", "flask\n", "import pkg_resources\n", [["error app.py:1", "`setuptools<81`"]]),
  row("pkg_resources with setuptools", "flask\nsetuptools<81\n", "import pkg_resources\n"),
  row("ast.Str", "flask\n", "from ast import Str\n", [["error app.py:1", "since Python 3.14"]]),
  row("getargspec on 3.10", "flask\n", "from inspect import getargspec\n", [], at("3.10")),
];

const HOOK = "@app.before_first_request\ndef tables():\n  pass\n";
const HOOKS: readonly Row[] = [
  row("before_first_request", "flask\n", `\n${HOOK}`, [["error app.py:2", "`with app.app_context():`"]]),
  row("of a blueprint", "flask\n", "@bp.before_app_first_request\ndef f():\n  pass\n", [
    ["error app.py:1", "2.3"],
  ]),
  row("in its time", "flask==2.2.5\n", HOOK),
  row("below the limit", "flask<2.3\n", HOOK),
  row("an unknown Flask", "gunicorn\n", HOOK),
  row("guarded", "flask\n", `if hasattr(app, "before_first_request"):\n  ${HOOK.replaceAll("\n", "\n  ")}\n`),
  row(
    "in the factory that runs",
    "flask\n",
    "def create():\n  @app.before_first_request\n  def f():\n    pass\n",
    [["error app.py:2", "does not start"]],
    {
      Procfile: "web: gunicorn 'app:create()'\n",
    },
  ),
  row(
    "in a function that perhaps runs",
    "flask\n",
    "def init():\n  @app.before_first_request\n  def f():\n    pass\n",
    [["warning app.py:2", "when it is called"]],
  ),
  row("another decorator", "flask\n", "@app.before_request\ndef first_request():\n  pass\n"),
];

test.for([...FLASK, ...PYTHON, ...HOOKS])("%s", (row) => expectFindings(pythonRemoved, row));

test.for([
  ["from flask.ext.sqlalchemy import SQLAlchemy", "from flask_sqlalchemy import SQLAlchemy"],
  ["from flask import Markup, escape", "from markupsafe import Markup, escape"],
  ["from collections import Mapping", "from collections.abc import Mapping"],
  ["from werkzeug import secure_filename", "from werkzeug.utils import secure_filename"],
] as const)("%s becomes another line", ([line, expected]) => {
  const { files, remarks } = fixed(pythonRemoved, {
    ...APP,
    "requirements.txt": "flask\n",
    "app.py": `\n${line}\n`,
  });
  expect(files["app.py"]).toBe(`\n${expected}\n`);
  expect(remarks).toEqual([]);
});

test("a line that also imports what stays is not rewritten", () => {
  const files = { ...APP, "requirements.txt": "flask\n", "app.py": "from flask import Flask, Markup\n" };
  expect(fixed(pythonRemoved, files).files["app.py"]).toBe(files["app.py"]);
});

test.for([
  ["from flask.ext.sqlalchemy import SQLAlchemy", "flask.ext"],
  ["from werkzeug.contrib.fixers import ProxyFix", "werkzeug.contrib"],
  // It is installed, and fails at what it imports itself.
  ["from flask_script import Manager", "flask._compat"],
] as const)("%s fails for want of %s, by Python's word", ([line, module]) => {
  const files = { ...APP, "requirements.txt": "flask\n", "app.py": `${line}\n` };
  expect(pythonRemoved.find(project(files))).toMatchObject([{ module }]);
});
