import { expect, test } from "vitest";
import type { Check } from "../../src/checks/check.ts";
import { requirementsDrift } from "../../src/checks/requirements-drift.ts";
import type { Files, ProjectOptions } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

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
  versions("a wildcard", "flask==3.1.*\n", { Flask: "3.1.3" }),
  versions("a local build", "torch==2.1.0\n", { torch: "2.1.0+cpu" }),
  versions("not installed, for another system", "flask==2.2.5; sys_platform == 'win32'\n", {}),
  versions("what every environment has", "setuptools==70\n", {}),
  versions("not installed", "flask==2.2.5\n", {}, ["warning requirements.txt:1", "was not installed"]),
  versions("a server that tests seldom have", "gunicorn==23\n", {}, [
    "notice requirements.txt:1",
    "gunicorn",
  ]),
  versions("a version in the range", "flask>=2,<4\n", { Flask: "3.1.3" }, [
    "warning requirements.txt:1",
    "newer version than the tests had",
  ]),
  versions("a pre-release in the range", "flask>=3\n", { Flask: "3.2.0rc1" }, [
    "warning requirements.txt:1",
    "`flask==3.2.0rc1`",
  ]),
  versions("no version asked for", "flask\n", { Flask: "3.1.3" }, [
    "warning requirements.txt:1",
    "`flask==3.1.3`",
  ]),
  versions("many without a version", "a\nb\nc\nd\n", { a: "1", b: "1", c: "1", d: "1" }, [
    "warning requirements.txt:1",
    "3 more lines (2, 3, 4)",
  ]),
  [
    "a version that a constraint holds",
    { "requirements.txt": "flask\n-c c.txt\n", "c.txt": "flask==3.1.3\n" },
    [],
    { installed: { flask: "3.1.3" } },
  ],
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

const REST: readonly Row[] = [
  [
    "installed and not listed",
    { "requirements.txt": "flask==3.1.3\n" },
    [["notice requirements.txt:-", "`blinker`, `Redis`."]],
    { installed: { flask: "3.1.3", Redis: "5", blinker: "1" } },
  ],
  [
    "more of them than anybody reads",
    { "requirements.txt": "flask==3\n" },
    [["notice requirements.txt:-", "`e` and 2 more"]],
    { installed: { flask: "3", a: "1", b: "1", c: "1", d: "1", e: "1", f: "1", g: "1" } },
  ],
  [
    "tools of development, and what they bring",
    { "requirements.txt": "flask==3\n" },
    [],
    {
      installed: { flask: "3", pytest: { requires: ["pluggy"] }, pluggy: "1", pip: "26", "pytest-cov": "1" },
    },
  ],
  [
    "the app itself is listed by its folder",
    { "requirements.txt": "flask==3\n-e .\n", "setup.py": "" },
    [],
    { installed: { flask: "3", shop: "1" } },
  ],
  [
    "hashes, and a dependency without",
    { "requirements.txt": `\nflask==3 --hash=sha256:${"a".repeat(64)}\n` },
    [["error requirements.txt:2", "`click`"]],
    { installed: { flask: { version: "3", requires: ["click"] }, click: "8" } },
  ],
  [
    "hashes everywhere",
    { "requirements.txt": ["flask==3", "click==8"].map((line) => `${line} --hash=sha256:ab\n`).join("") },
    [],
    { installed: { flask: { version: "3", requires: ["click"] }, click: "8" } },
  ],
];

const FORMS = { wtforms: "3.1.2", "email-validator": { version: "2.2.0", imports: ["email_validator"] } };
const EMAIL = "from wtforms.validators import Email\n\nclass F:\n    a = [Email()]\n";
const CELERY = { celery: "5.4.0", redis: "5.2.0" };

function byName(
  name: string,
  app: string,
  installed: Installed,
  found: Row[2],
  requirements = "flask==3.1.3\n",
): Row {
  const files = { Procfile: "web: gunicorn app:app", "requirements.txt": requirements, "app.py": app };
  return [name, files, found, { installed: { flask: "3.1.3", ...installed } }];
}

const WTF = "flask==3.1.3\nwtforms==3.1.2\n";
const WITH_CELERY = "flask==3.1.3\ncelery==5.4.0\n";

const BY_NAME: readonly Row[] = [
  byName("Email() without its package", EMAIL, FORMS, [["error app.py:4", "`email-validator==2.2.0`"]], WTF),
  byName(
    "Email() by its module",
    "from wtforms import validators\nx = validators.Email()\n",
    FORMS,
    [["error app.py:2", "email-validator"]],
    WTF,
  ),
  byName(
    "Email() in a function",
    EMAIL.replace("class F:", "def f():"),
    FORMS,
    [["warning app.py:4", "Email"]],
    WTF,
  ),
  byName("Email() with its package", EMAIL, FORMS, [], `${WTF}email-validator==2.2.0\n`),
  byName(
    "Email() with what brings its package",
    EMAIL,
    { ...FORMS, wtforms: { version: "3.1.2", requires: ["email-validator; extra == 'email'"] } },
    [],
    "flask==3.1.3\nwtforms[email]==3.1.2\n",
  ),
  byName(
    "Email() of an old WTForms",
    EMAIL,
    { ...FORMS, wtforms: "2.2.1" },
    [],
    "flask==3.1.3\nwtforms==2.2.1\n",
  ),
  byName("an Email of somebody else", "from shop import Email\nx = Email()\n", FORMS, [], WTF),
  byName(
    "Email() when something that is not installed may bring it",
    EMAIL,
    FORMS,
    [["warning app.py:4", "does not seem to"]],
    `${WTF}foo==1\n`,
  ),
  byName(
    "a broker of Celery's, as an argument",
    "from celery import Celery\nqueue = Celery('x', broker='redis://localhost')\n",
    CELERY,
    [["error app.py:2", "`redis==5.2.0`"]],
    WITH_CELERY,
  ),
  byName(
    "a broker that a config var names",
    "import os\nfrom celery import Celery\nqueue = Celery('x', broker=os.environ['REDIS_URL'])\n",
    CELERY,
    [["error app.py:3", "redis"]],
    WITH_CELERY,
  ),
  byName(
    "a broker in the configuration",
    "from celery import Celery\nfrom flask import Flask\napp = Flask(__name__)\napp.config['CELERY_BROKER_URL'] = 'redis://localhost'\n",
    CELERY,
    [["error app.py:4", "redis"]],
    WITH_CELERY,
  ),
  byName(
    "a broker that Celery brings all for",
    "from celery import Celery\nqueue = Celery('x', broker='amqp://localhost')\n",
    CELERY,
    [],
    WITH_CELERY,
  ),
  byName(
    "a broker with its package",
    "from celery import Celery\nqueue = Celery('x', broker='redis://localhost')\n",
    CELERY,
    [],
    `${WITH_CELERY}redis==5.2.0\n`,
  ),
  byName("a configuration without Celery", "BROKER_URL = 'redis://localhost'\n", CELERY, [], WITH_CELERY),
];

const ALONG: readonly Row[] = [
  [
    "what others bring, and what the app imports of it",
    {
      Procfile: "web: gunicorn app:app",
      "requirements.txt": "flask==3\n",
      "app.py": "import click, flask\n",
    },
    [
      [
        "notice requirements.txt:-",
        "ask for `click`, `Werkzeug`, so Heroku installs whatever version of them is newest. The app imports `click` itself",
      ],
    ],
    { installed: { flask: { version: "3", requires: ["Werkzeug", "click"] }, Werkzeug: "3", click: "8" } },
  ],
  [
    "what others bring, held by a constraint",
    { "requirements.txt": "flask==3\n-c c.txt\n", "c.txt": "click==8\n" },
    [],
    { installed: { flask: { version: "3", requires: ["click"] }, click: "8" } },
  ],
  [
    "more than anybody reads",
    { "requirements.txt": "flask==3\n" },
    [["notice requirements.txt:-", "`e` and 1 more"]],
    {
      installed: {
        flask: { version: "3", requires: ["a", "b", "c", "d", "e", "f"] },
        ...{ a: "1", b: "1", c: "1", d: "1", e: "1", f: "1" },
      },
    },
  ],
  [
    "a marker that holds where the tests ran",
    { "requirements.txt": "flask==3\ntomli==2; python_version < '3.11'\n" },
    [["notice requirements.txt:-", "The marker of `tomli` does not hold on Heroku"]],
    { installed: { flask: { version: "3", requires: ["tomli; python_version < '3.11'"] }, tomli: "2" } },
  ],
  [
    "a marker that does not, beside one that does",
    { "requirements.txt": "x==1; python_version < '3.11'\nx==2; python_version >= '3.11'\n" },
    [],
    { installed: { x: "2" } },
  ],
];

const importsOnly: Check = {
  ...requirementsDrift,
  find: (project) => requirementsDrift.find(project).filter(({ file }) => file?.endsWith(".py")),
};

const byNameOnly: Check = {
  ...requirementsDrift,
  find: (project) => requirementsDrift.find(project).filter(({ problem }) => /Email|Celery/.test(problem)),
};

test.for(VERSIONS)("version: %s", (row) => expectFindings(requirementsDrift, row));
test.for(IMPORTS)("import: %s", (row) => expectFindings(importsOnly, row));
test.for(BY_NAME)("by name: %s", (row) => expectFindings(byNameOnly, row));
test.for(ALONG)("along: %s", (row) => expectFindings(requirementsDrift, row));
test.for(REST)("%s", (row) => expectFindings(requirementsDrift, row));

test("a freeze file has versions, and says nothing of imports and dependencies", () => {
  const files = {
    Procfile: "web: gunicorn app:app",
    "requirements.txt": "flask==2.2.5\nfoo==1\n",
    "app.py": "import bs4",
  };
  const installed = { flask: "3.1.3", ...BS4, foo: "" };
  expectFindings(requirementsDrift, [
    "freeze",
    files,
    [["error requirements.txt:1", "3.1.3"]],
    { installed, versionsOnly: true },
  ]);
});

test("the fixes keep comments, order, markers and extras, and leave nothing to say", () => {
  const files = {
    Procfile: "web: gunicorn app:app",
    "app.py": "import flask\nimport bs4\nimport zope\n",
    "requirements.txt": [
      "# web",
      "click",
      "Flask[async]>=2,<3 ; python_version > '3.8'  # why",
      "requests (<3) # http",
    ].join("\n"),
  };
  const installed = { click: "8.1", flask: "3.1.3", requests: "2.34.2", ...BS4, zope: "5" };
  const { files: after, remarks } = fixed(requirementsDrift, files, { installed });
  expect(after["requirements.txt"]).toBe(
    [
      "# web",
      "beautifulsoup4==4.12.3",
      "click==8.1",
      "Flask[async]==3.1.3 ; python_version > '3.8'  # why",
      "requests==2.34.2 # http",
      "zope==5",
      "",
    ].join("\n"),
  );
  expect(remarks).toEqual([]);
});

test("what has no place in a sorted file comes to its end", () => {
  const files = {
    Procfile: "web: gunicorn app:app",
    "app.py": "import bs4",
    "requirements.txt": "flask==3\nclick==8\n# end\n",
  };
  const installed = { flask: "3", click: "8", ...BS4 };
  expect(fixed(requirementsDrift, files, { installed }).files["requirements.txt"]).toBe(
    "flask==3\nclick==8\nbeautifulsoup4==4.12.3\n# end\n",
  );
});
