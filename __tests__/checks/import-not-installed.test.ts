import { expect, test } from "vitest";
import { IMPORT_PROVIDERS } from "../../src/checks/data/import-providers.ts";
import { importNotInstalled } from "../../src/checks/import-not-installed.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

function app(source: string, requirements: string, files: Files = {}): Files {
  return { Procfile: "web: gunicorn app:app", "app.py": source, "requirements.txt": requirements, ...files };
}

function row(name: string, source: string, requirements: string, found: Row[2] = [], files: Files = {}): Row {
  return [name, app(source, requirements, files), found];
}

const PILLOW: Row[2] = [["warning app.py:2", "probably `pillow`"]];

const ROWS: readonly Row[] = [
  row("not listed", "import flask\nfrom PIL import Image\n", "flask\n", PILLOW),
  row("listed", "import flask\nfrom PIL import Image\n", "flask\nPillow==11\n"),
  row("brought by what is listed", "import PIL\n", "flask\nmatplotlib\n"),
  row("listed under another name", "import psycopg2\nimport slugify\n", "psycopg2\nunicode-slugify\n"),
  row("listed by a name with python-", "import twilio", "python-twilio\n"),
  row("Flask, brought by an extension", "import flask\n", "Flask-Login\n"),
  row("listed for another system", "\nimport PIL\n", "pillow; os_name == 'nt'\n", PILLOW),
  row("listed in an included file", "import PIL\n", "-r base.txt\n", [], { "base.txt": "pillow" }),
  row("imported twice", "def f():\n  import jwt\nimport jwt\n", "flask\n", [["warning app.py:3", "`PyJWT`"]]),
  row("imported in a function", "def f():\n  import jwt\n", "flask\n", [
    ["warning app.py:2", "when that function is called"],
  ]),
  row("in a module that the app imports", "import views\n", "flask\n", [["warning views.py:1", "bs4"]], {
    "views.py": "import bs4\n",
  }),
  row("in a module that the app does not import", "", "flask\n", [], { "tests/test_a.py": "import bs4\n" }),
  row("optional", "try:\n  import yaml\nexcept ImportError:\n  yaml = None\n", "flask\n"),
  row("for type checkers", "if TYPE_CHECKING:\n  import boto3\n", "flask\n"),
  row("under main", 'if __name__ == "__main__":\n  import dotenv\n', "flask\n"),
  row("a module that is not known here", "import somebodys_thing\n", "flask\n"),
  row("a name of every object", "import constructor\nimport toString\n", "flask\n"),
  row("Python's own", "import json\n", "flask\n"),
  row("a module of the app", "import stripe\n", "flask\n", [], { "stripe.py": "" }),
  row("a module of the app in another folder", "import stripe\n", "flask\n", [], { "lib/stripe/x.py": "" }),
  row("a file could not be included", "import PIL\n", "-r gone.txt\n"),
  row("a local package may bring it", "import PIL\n", "-e .\n", [], { "setup.py": "" }),
  ["no requirements.txt", { Procfile: "web: gunicorn app:app", "app.py": "import PIL", "uv.lock": "" }, []],
  ["an environment was compared", app("import PIL", "flask\n"), [], { installed: { flask: "3" } }],
  [
    "a freeze file was compared, which names no imports",
    app("\nimport PIL\n", "flask\n"),
    PILLOW,
    { installed: { flask: "3", Pillow: "12.0.0" }, versionsOnly: true },
  ],
];

test.for(ROWS)("%s", (each) => expectFindings(importNotInstalled, each));

test("the fix puts the package into its place", () => {
  const files = app("import bs4\nimport dotenv\n", "Flask==3 # web\ngunicorn\n");
  const { files: after, remarks } = fixed(importNotInstalled, files);
  expect(after["requirements.txt"]).toBe("beautifulsoup4\nFlask==3 # web\ngunicorn\npython-dotenv\n");
  expect(remarks).toEqual([]);
});

test.for(Object.entries(IMPORT_PROVIDERS))("what is said to bring %s does", ([module, [probably = ""]]) => {
  const { remarks } = fixed(importNotInstalled, app(`import ${module}\n`, "x\n"));
  expect(remarks).toEqual([]);
  expect(probably).toMatch(/^[\w.-]+$/);
});
