import { expect, test } from "vitest";
import { fileIgnoredBySlugignore } from "../../src/checks/file-ignored-by-slugignore.ts";
import { project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

const APP = {
  Procfile: "web: gunicorn shop:app\n",
  "requirements.txt": "flask\n",
  ".python-version": "3.14\n",
  "shop/__init__.py": "from .models import db\napp = 1\n",
  "shop/models.py": "db = 1\n",
  "shop/templates/index.html": "",
  "migrations/env.py": "",
  "migrations/versions/1.py": "",
  "tests/test_shop.py": "",
  "docs/models.txt": "",
};

function hides(name: string, text: string, ...found: Row[2]): Row {
  return [name, { ...APP, ".slugignore": text }, found];
}

const HIDDEN: readonly Row[] = [
  hides("the Procfile", "# x\nProc*\n", ["error .slugignore:2", "no process is started"]),
  hides("requirements.txt", "*.txt\n", ["error .slugignore:1", "`requirements.txt`"]),
  hides("the app's code", "models*\n", ["error .slugignore:1", "`shop/models.py`"]),
  hides("the app's folder", "/shop\n", ["error .slugignore:1", "ModuleNotFoundError"]),
  hides("migrations", "migrations/versions/\n", ["warning .slugignore:1", "flask db upgrade"]),
  hides("templates", "templates\n", ["warning .slugignore:1", "`shop/templates/index.html`"]),
  hides("the Python version", ".*\n", ["warning .slugignore:1", "`.python-version`"]),
  hides(
    "two, on two lines",
    "tests\nshop\nProcfile\n",
    ["error .slugignore:2", ""],
    ["error .slugignore:3", ""],
  ),
];

const ROWS: readonly Row[] = [
  hides("tests and documents", "/tests\n/docs\n*.psd\n"),
  hides("nothing", "\n# Procfile\n"),
  hides("a name that is only alike", "Procfile.dev\nrequirements\nmodel.py\n"),
  ["no .slugignore", APP, []],
  ["a .slugignore in a folder", { ...APP, "shop/.slugignore": "*.py\n" }, []],
];

test.for([...ROWS, ...HIDDEN])("%s", (row) => expectFindings(fileIgnoredBySlugignore, row));

test.for(HIDDEN)("the edit takes the line away: %s", ([, files]) => {
  const after = edited(fileIgnoredBySlugignore, files);
  expect(fileIgnoredBySlugignore.find(project(after))).toEqual([]);
});
