import { test } from "vitest";
import { requirementsDrift } from "../../src/checks/requirements-drift.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

type Installed = NonNullable<ProjectOptions["installed"]>;

function versions(name: string, requirements: string, installed: Installed, ...found: Row[2]): Row {
  return [name, { "requirements.txt": requirements }, found, { installed }];
}

function imports(name: string, app: string, installed: Installed, found: Row[2], files: Files = {}): Row {
  const all = { Procfile: "web: gunicorn app:app", "requirements.txt": "flask\n", "app.py": app, ...files };
  return [name, all, found, { installed: { flask: "3.1.3", ...installed } }];
}

const VERSIONS: readonly Row[] = [
  versions("the same version", "Flask==3.1.3\n", { Flask: "3.1.3" }),
  versions("a version in the range", "flask>=2,<4\n", { Flask: "3.1.3" }),
  versions("a wildcard", "flask==3.1.*\n", { Flask: "3.1.3" }),
  versions("no version asked for", "flask\n", { Flask: "3.1.3" }),
  versions("a pre-release in the range", "flask>=3\n", { Flask: "3.2.0rc1" }),
  versions("a local build", "torch==2.1.0\n", { torch: "2.1.0+cpu" }),
  versions("not installed", "flask==2.2.5\n", {}),
  versions("for another system", "flask==2.2.5; sys_platform == 'win32'\n", { Flask: "3.1.3" }),
  versions("from a URL", "flask @ https://example.com/flask-2.zip\n", { Flask: "3.1.3" }),
  versions("another version", "# web\nflask==2.2.5\n", { Flask: "3.1.3" }, [
    "error requirements.txt:2",
    "`flask==3.1.3`",
  ]),
  versions("out of the range", "flask>=2,<3\n", { Flask: "3.1.3" }, [
    "error requirements.txt:1",
    "`flask>=2,<3`",
  ]),
  versions("with extras", "flask[async]<3\n", { Flask: "3.1.3" }, [
    "error requirements.txt:1",
    "`flask[async]==3.1.3`",
  ]),
  versions("a local build of another version", "torch==2.0\n", { torch: "2.1.0+cpu" }, [
    "error requirements.txt:1",
    "`torch==2.1.0`",
  ]),
  [
    "in an included file",
    { "requirements.txt": "-r base.txt\n", "base.txt": "\nflask==2.2.5\n" },
    [["error base.txt:2", "3.1.3"]],
    { installed: { flask: "3.1.3" } },
  ],
  ["no environment", { "requirements.txt": "flask==2.2.5\n" }, []],
  ["no requirements.txt", { "poetry.lock": "" }, [], { installed: { flask: "3.1.3" } }],
];

const BS4 = { beautifulsoup4: { version: "4.12.3", imports: ["bs4"] } };
const MISSING: Row[2] = [["error app.py:2", "`beautifulsoup4==4.12.3`"]];
const PROBABLY: Row[2] = [["warning app.py:2", "does not seem to"]];

const IMPORTS: readonly Row[] = [
  imports("not listed", "import flask\nimport bs4\n", BS4, MISSING),
  imports("a part of it", "\nfrom bs4.element import Tag\n", BS4, MISSING),
  imports("imported twice", "\nimport bs4\nfrom bs4 import x\n", BS4, MISSING),
  imports("inside a class and a with", "\nimport bs4\n", BS4, MISSING),
  imports(
    "in a module that the app imports",
    "import shop.views\n",
    BS4,
    [["error shop/views.py:1", "bs4"]],
    {
      "shop/__init__.py": "",
      "shop/views.py": "import bs4\n",
    },
  ),
  imports("in a module that it imports by a dot", "import shop\n", BS4, [["error shop/views.py:1", "bs4"]], {
    "shop/__init__.py": "from . import views\n",
    "shop/views.py": "import bs4\n",
  }),
  imports("in a package on the way", "import shop.views\n", BS4, [["error shop/__init__.py:1", "bs4"]], {
    "shop/__init__.py": "import bs4\n",
    "shop/views.py": "",
  }),
  imports("in a function", "def f():\n  import bs4\n", BS4, [
    ["warning app.py:2", "when that function is called"],
  ]),
  imports("listed", "import bs4\n", BS4, [], { "requirements.txt": "flask\nBeautifulSoup4\n" }),
  imports("listed in an included file", "import bs4\n", BS4, [], {
    "requirements.txt": "flask\n-r b.txt\n",
    "b.txt": "beautifulsoup4",
  }),
  imports(
    "a dependency of what is listed",
    "import bs4\n",
    { ...BS4, flask: { requires: ["beautifulsoup4>=4"] } },
    [],
  ),
  imports(
    "a dependency of a dependency",
    "import bs4\n",
    { ...BS4, flask: { requires: ["x"] }, x: { requires: ["beautifulsoup4"] } },
    [],
  ),
  imports(
    "a dependency of an extra that is asked for",
    "import bs4\n",
    { ...BS4, flask: { requires: ['beautifulsoup4; extra == "html"'] } },
    [],
    { "requirements.txt": "flask[html]\n" },
  ),
  imports(
    "a dependency of an extra that is not",
    "\nimport bs4\n",
    { ...BS4, flask: { requires: ['beautifulsoup4; extra == "html"'] } },
    MISSING,
  ),
  imports(
    "a dependency on another system only",
    "\nimport bs4\n",
    { ...BS4, flask: { requires: ['beautifulsoup4; os_name == "nt"'] } },
    MISSING,
  ),
  imports("not installed here either", "import bs4\n", {}, []),
  imports("optional", "try:\n  import bs4\nexcept ImportError:\n  bs4 = None\n", BS4, []),
  imports("optional by suppress", "with suppress(ImportError):\n  import bs4\n", BS4, []),
  imports("for type checkers", "if TYPE_CHECKING:\n  import bs4\n", BS4, []),
  imports("under main", 'if __name__ == "__main__":\n  import bs4\n', BS4, []),
  imports("on a condition", "if DEBUG:\n  import bs4\n", BS4, []),
  imports("in a test, which the app does not import", "", BS4, [], { "tests/test_app.py": "import bs4\n" }),
  imports("in a module that is only imported in a function", "def f():\n  import shop\n", BS4, [], {
    "shop.py": "import bs4\n",
  }),
  imports("a module of the app", "import bs4\n", BS4, [], { "bs4.py": "" }),
  imports("a module of the app in another folder", "import bs4\n", BS4, [], { "lib/bs4.py": "" }),
  imports("Python's own", "import json\n", { json: "1.0" }, []),
  imports("pip, which Heroku's Python has", "import pip\n", { pip: "26.2.1" }, []),
  imports("setuptools on 3.12, which has it", "import setuptools\n", { setuptools: "70.3.0" }, [], {
    ".python-version": "3.12\n",
  }),
  imports("setuptools on 3.14, which has not", "import setuptools\n", { setuptools: "70.3.0" }, [
    ["error app.py:1", "setuptools"],
  ]),
  imports(
    "one of two packages with that name is listed",
    "import bs4\n",
    { ...BS4, "bs4-fork": { imports: ["bs4"] } },
    [],
    { "requirements.txt": "flask\nbs4-fork\n" },
  ),
  imports("a listed package is not installed, and may bring it", "\nimport bs4\n", BS4, PROBABLY, {
    "requirements.txt": "flask\nsoup\n",
  }),
  imports("an included file is missing, and may list it", "\nimport bs4\n", BS4, PROBABLY, {
    "requirements.txt": "flask\n-r x.txt\n",
  }),
  imports("a local package may bring it", "\nimport bs4\n", BS4, PROBABLY, {
    "requirements.txt": "flask\n-e .\n",
    "setup.py": "",
  }),
];

test.for(VERSIONS)("version: %s", (row) => expectFindings(requirementsDrift, row));
test.for(IMPORTS)("import: %s", (row) => expectFindings(requirementsDrift, row));
