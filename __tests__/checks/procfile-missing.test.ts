import { expect, test } from "vitest";
import { procfileMissing } from "../../src/checks/procfile-missing.ts";
import { type Files, project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

const ROWS: readonly Row[] = [
  ["no Procfile", { "app.py": "" }, [["error -:-", "`web: gunicorn app:app`"]]],
  [
    "no Procfile, but a wsgi.py",
    { "wsgi.py": "", "app.py": "" },
    [["error -:-", "`web: gunicorn wsgi:app`"]],
  ],
  ["no Procfile, but a package", { "app/__init__.py": "" }, [["error -:-", "app is the package, app the"]]],
  ["a folder called Procfile", { "Procfile/web": "" }, [["error -:-", "no Procfile"]]],
  ["a Procfile", { Procfile: "web: gunicorn app:app" }, []],
  ["an empty Procfile, which is for procfile-web to name", { Procfile: "" }, []],
  ["a Procfile under another name, which is for procfile-name", { procfile: "web: x" }, []],
  [
    "a Dockerfile alone, which a buildpack deploy does not look at",
    { Dockerfile: "" },
    [["error -:-", "Procfile"]],
  ],
];

test.for(ROWS)("%s", (row) => expectFindings(procfileMissing, row));

const FLASK = "from flask import Flask\napp = Flask(__name__)\n";

test.for([
  ["a Flask object", { "app.py": FLASK }, "app:app"],
  ["one of another name", { "main.py": "import flask\nsite = flask.Flask(__name__)\n" }, "main:site"],
  ["one that a factory makes", { "run.py": "from shop import create_app\napp = create_app()\n" }, "run:app"],
  ["one of a package", { "shop/__init__.py": FLASK, "tests/__init__.py": "" }, "shop:app"],
  [
    "one that wsgi.py makes",
    { "wsgi.py": "from shop import create_app\napplication = create_app()\n" },
    "wsgi:application",
  ],
  ["a wsgi.py beside it", { "wsgi.py": "from app import app\n", "app.py": FLASK }, "wsgi:app"],
] as const)("the edit names the app: %s", ([, files, target]) => {
  const after = edited(procfileMissing, files);
  expect(after.Procfile).toBe(`web: gunicorn ${target}\n`);
  expect(procfileMissing.find(project(after))).toEqual([]);
});

test.for<readonly [string, Files]>([
  ["none", { "app.py": "x = 1\n" }],
  ["two that may be it", { "app.py": FLASK, "main.py": FLASK }],
  [
    "one that only `python app.py` makes",
    { "app.py": "if __name__ == '__main__':\n    app = Flask(__name__)\n" },
  ],
  ["only a factory", { "app.py": "def create_app():\n    return Flask(__name__)\n" }],
  ["one deeper down", { "shop/app.py": FLASK }],
  [
    "a package that a script may add to",
    { "shop/__init__.py": FLASK, "microblog.py": "from shop import app\n" },
  ],
  [
    "one of many packages",
    {
      ...Object.fromEntries([..."abcdefghij"].map((name) => [`${name}/__init__.py`, ""])),
      "shop/__init__.py": FLASK,
    },
  ],
  ["two packages", { "shop/__init__.py": FLASK, "blog/__init__.py": FLASK }],
  ["one that no parser of ours reads", { "app.py": `${FLASK}def (:\n` }],
])("no edit where the app is not certain: %s", ([, files]) =>
  expect(edited(procfileMissing, files)).toEqual(files),
);
