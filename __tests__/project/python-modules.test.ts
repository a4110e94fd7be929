import { expect, test } from "vitest";
import { type Files, project } from "../support/project.ts";

function modules(web: string, files: Files, modes: Readonly<Record<string, string>> = {}) {
  return project({ Procfile: `web: ${web}\n`, ...files }, { modes }).modules;
}

function reached(files: Files): string[] {
  return [...modules("gunicorn shop.wsgi:app", files).reached.keys()].sort();
}

test("reaches the target, the packages on the way, and what they surely import", () => {
  const files = {
    "shop/__init__.py": "",
    "shop/wsgi.py":
      "from shop import create_app, models\nimport shop.views.admin\nfrom .forms import LoginForm\nimport flask\n",
    "shop/models.py": "from . import db\n",
    "shop/db.py": "",
    "shop/views/__init__.py": "from ..tools import x\n",
    "shop/views/admin.py": "",
    "shop/forms.py": "from shop.missing import y\n",
    "shop/tools.py": "def f():\n  import shop.lazy\n",
    "shop/lazy.py": "",
    "shop/unused.py": "",
    "tests/test_shop.py": "",
  };
  expect(reached(files)).toEqual([
    "shop/__init__.py",
    "shop/db.py",
    "shop/forms.py",
    "shop/models.py",
    "shop/tools.py",
    "shop/views/__init__.py",
    "shop/views/admin.py",
    "shop/wsgi.py",
  ]);
});

test("imports that go in circles, or above the root, end", () => {
  const files = {
    "shop/__init__.py": "from . import wsgi\nfrom .... import x\nfrom ...y import z\n",
    "shop/wsgi.py": "import shop\nfrom shop import wsgi\n",
  };
  expect(reached(files)).toEqual(["shop/__init__.py", "shop/wsgi.py"]);
});

test("imports of what the commit does not have are external, with their file and line", () => {
  const { external } = modules("gunicorn app:app", {
    "app.py": "import os, flask\nfrom shop import x\nfrom . import y\nimport shop.z\n",
    "shop.py": "\nimport redis\n",
  });
  expect(external.map(({ module, file, line }) => [module, file, line])).toEqual([
    ["os", "app.py", 1],
    ["flask", "app.py", 1],
    ["redis", "shop.py", 2],
  ]);
});

test.for([
  ["a file", "gunicorn app:app", { "app.py": "" }, { kind: "file", path: "app.py" }],
  ["a package", "gunicorn app:app", { "app/__init__.py": "" }, { kind: "file", path: "app/__init__.py" }],
  [
    "a package before a file",
    "gunicorn app:app",
    { "app.py": "", "app/__init__.py": "" },
    { kind: "file", path: "app/__init__.py" },
  ],
  [
    "a file before a plain folder",
    "gunicorn app:app",
    { "app.py": "", "app/x.py": "" },
    { kind: "file", path: "app.py" },
  ],
  [
    "a file of a later folder before a plain folder of an earlier",
    "gunicorn --chdir a app:app",
    { "a/app/x.py": "", "app.py": "" },
    { kind: "file", path: "app.py" },
  ],
  ["a plain folder", "gunicorn app:app", { "app/x.py": "" }, { kind: "folder", path: "app" }],
  ["a module below a module", "gunicorn app.x:app", { "app.py": "", "app/x.py": "" }, { kind: "missing" }],
  ["nothing", "gunicorn app:app", { "x.py": "" }, { kind: "missing" }],
  ["a name that is no module's", "gunicorn ../app:app", { "app.py": "" }, { kind: "missing" }],
  ["a folder that is not there", "gunicorn --chdir b app:app", { "x.py": "" }, { kind: "unknown" }],
  ["an unknown search path", "gunicorn --chdir $D app:app", { "app.py": "" }, { kind: "unknown" }],
  ["no target", "gunicorn", { "app.py": "" }, undefined],
] as const)("the target is %s", ([, web, files, entry]) => expect(modules(web, files).entry).toEqual(entry));

test("a link or a submodule may be anything", () => {
  expect(modules("gunicorn app:app", { "app.py": "x" }, { "app.py": "120000" }).entry).toEqual({
    kind: "unknown",
  });
  expect(modules("gunicorn app.x:app", { app: "" }, { app: "160000" }).entry).toEqual({ kind: "unknown" });
});

test("stops when it has read twelve megabytes", () => {
  const names = Array.from({ length: 20 }, (_, index) => `m${index}`);
  const padding = `#${"x".repeat(999_000)}\n`;
  const files = Object.fromEntries(names.map((name) => [`${name}.py`, padding]));
  const { reached } = modules("gunicorn app:app", {
    ...files,
    "app.py": names.map((name) => `import ${name}\n`).join(""),
  });
  expect(reached.size).toBe(13);
});
