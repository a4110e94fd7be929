import { expect, test } from "vitest";
import { PIN_RULES } from "../../src/checks/data/pin-rules.ts";
import { pinsVsPython } from "../../src/checks/pins-vs-python.ts";
import { HEROKU_PYTHONS } from "../../src/project/python-version.ts";
import { fits } from "../../src/project/versions.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const APP = {
  Procfile: "web: gunicorn app:app\n",
  "app.py": "from flask import Flask\napp = Flask(__name__)\n",
};

function row(name: string, requirements: string, found: Row[2] = [], files: Files = {}): Row {
  return [name, { ...APP, "requirements.txt": requirements, ...files }, found];
}

const at = (python: string) => ({ ".python-version": `${python}\n` });

const ROWS: readonly Row[] = [
  row("no pins", "flask\ngunicorn\nsqlalchemy\n"),
  row("pins of today", "flask==3.1.3\ngunicorn==23.0.0\nsqlalchemy==2.0.44\n"),
  row("open at the top", "sqlalchemy>=1.0\njinja2>2\n"),
  row("a range that ends above", "jinja2<3\n"),
  row("for another system", 'psycopg2==2.8.6; sys_platform == "win32"\n'),
  row("from a URL", "jinja2 @ https://example.com/jinja2-2.10.zip\n"),
  row("on the Python that they work on", "greenlet==2.0.2\n", [], at("3.11")),
  row("a Python that Heroku does not have", "jinja2==2.10\n", [], at("3.8")),
  row("no requirements.txt", "", [], { "requirements.txt": "" }),
  row("what does not build", "flask\n\nMarkupSafe==1.0\n", [
    ["error requirements.txt:3", "`MarkupSafe==1.0` (line 3) cannot be installed"],
  ]),
  row("what the app imports through Flask", "Jinja2==2.10\n", [
    ["error requirements.txt:1", "`Jinja2>=2.10.3`"],
  ]),
  row("what gunicorn needs", "gunicorn==20.1.0\n", [
    ["error requirements.txt:1", "Either write `3.12` into .python-version"],
  ]),
  row("gunicorn with the setuptools that it needs", "gunicorn==20.1.0\nsetuptools==70.3.0\n"),
  row("gunicorn with a newer setuptools", "gunicorn==20.1.0\nsetuptools\n", [
    ["error requirements.txt:1", "gunicorn"],
  ]),
  row("what nobody is seen to import", "six==1.15.0\n", [
    ["warning requirements.txt:1", "cannot be imported"],
  ]),
  row(
    "what the app imports",
    "psycopg2-binary==2.9.9\n",
    [["error requirements.txt:1", "`psycopg2-binary>=2.9.10`"]],
    {
      "app.py": "import psycopg2\n",
    },
  ),
  row("an upper limit", "jinja2<2.10\n", [["error requirements.txt:1", "`jinja2<2.10`"]]),
  row("Flask 2.2 on the Python of today", "flask==2.2.5\n", [
    ["error requirements.txt:1", "Either write `3.13`"],
  ]),
  row("Flask 2.2 on 3.13", "flask==2.2.5\n", [], at("3.13")),
  row("a constraint", "jinja2\n-c c.txt\n", [["error requirements.txt:1", "`jinja2==2.10`"]], {
    "c.txt": "jinja2==2.10\n",
  }),
  row("in an included file", "-r base.txt\n", [["error base.txt:2", "`greenlet==2.0.2` (line 2)"]], {
    "base.txt": "flask\ngreenlet==2.0.2\n",
  }),
  row("the worst is named first", "six==1.15.0\ngreenlet==2.0.2\n", [
    [
      "error requirements.txt:2",
      "`greenlet==2.0.2` (line 2) cannot be installed, `six==1.15.0` (line 1) cannot be imported",
    ],
  ]),
  row("many", "six==1.15.0\ngreenlet==2.0.2\nboto==2.49.0\npycrypto==2.6.1\nurllib3==1.24.3\n", [
    ["error requirements.txt:2", "and 1 more"],
  ]),
  row("no Python takes them all", "jinja2==2.10\ngreenlet==2.0.2\n", [
    ["error requirements.txt:2", "On every Python that Heroku has one of them is known to fail"],
  ]),
  row("nothing newer works", "pycrypto==2.6.1\n", [
    ["error requirements.txt:1", "`pycrypto` has none and must be replaced"],
  ]),
  row("a newer one that was not tried", "wrapt==1.12.1\n", [
    ["warning requirements.txt:1", "a newer `wrapt`"],
  ]),
  row("only the oldest Python takes them", "pycrypto==2.6.1\n", [
    ["error requirements.txt:1", "until 2027-01-06"],
  ]),
];

test.for(ROWS)("%s", (row) => expectFindings(pinsVsPython, row));

test.for([
  ["no file", {}, "3.11\n"],
  ["a .python-version", { ".python-version": "# ours\n3.13\n" }, "3.11\n"],
  ["a runtime.txt", { "runtime.txt": "python-3.12.1\n" }, "3.11\n"],
] as const)("the edit names the Python that takes all pins, with %s", ([, more, expected]) => {
  const { files, remarks } = fixed(pinsVsPython, {
    ...APP,
    "requirements.txt": "greenlet==2.0.2\n",
    ...more,
  });
  expect(files[".python-version"]).toBe(expected);
  expect(files["runtime.txt"]).toBeUndefined();
  expect(remarks).toEqual([]);
});

test.for(PIN_RULES.map((rule) => [`${rule.package}${rule.versions} on ${rule.python}`, rule] as const))(
  "the rule %s agrees with itself",
  ([, { versions, python, proof, lowest }]) => {
    expect(HEROKU_PYTHONS.some((minor) => fits(minor, python))).toBe(true);
    expect(fits(proof.last, versions)).toBe(true);
    expect(fits(proof.on, python)).toBe(true);
    if (typeof lowest === "string") expect(fits(lowest, versions)).toBe(false);
  },
);

test("the rules are about at least 40 packages", () => {
  expect(new Set(PIN_RULES.map((rule) => rule.package)).size).toBeGreaterThanOrEqual(40);
});
