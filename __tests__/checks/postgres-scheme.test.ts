import { expect, test } from "vitest";
import { postgresScheme } from "../../src/checks/postgres-scheme.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const KEY = 'app.config["SQLALCHEMY_DATABASE_URI"]';
const LISTED = "Flask-SQLAlchemy==3.1.1\npsycopg[binary]\n";

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  const base = { Procfile: "web: gunicorn app:app\n", "requirements.txt": LISTED };
  return [name, { ...base, "app.py": `import os\n${text}\n`, ...files }, found];
}

const PLAIN = `${KEY} = os.environ["DATABASE_URL"]`;
const BROKEN: readonly Row[] = [
  app("as it is", PLAIN, [["error app.py:2", '"postgresql+psycopg://", 1']]),
  app("with SQLite at home", `${KEY} = os.environ.get("DATABASE_URL", "sqlite:///a.db")`, [
    ["error app.py:2", "NoSuchModuleError"],
  ]),
  app("or SQLite", `${KEY} = os.environ.get("DATABASE_URL") or "sqlite:///a.db"`, [
    ["error app.py:2", "NoSuchModuleError"],
  ]),
  app("in a class that may be used", "import config", [["warning config.py:2", "NoSuchModuleError"]], {
    "config.py": 'class Production:\n    SQLALCHEMY_DATABASE_URI = os.environ["DATABASE_URL"]\n',
  }),
];

const ROWS: readonly Row[] = [
  ...BROKEN,
  app("an engine", 'create_engine(os.environ["DATABASE_URL"])', [["error app.py:2", "NoSuchModuleError"]]),
  app("a config var that may be missing", `${KEY} = os.environ.get("DATABASE_URL")`, [
    ["error app.py:2", "Put"],
  ]),
  app(
    "in the class that is used",
    "app.config.from_object('config.Production')",
    [["error config.py:2", "NoSuchModuleError"]],
    {
      "config.py": 'class Production:\n    SQLALCHEMY_DATABASE_URI = os.environ["DATABASE_URL"]\n',
    },
  ),
  app("by a name", `URL = os.environ.get("DATABASE_URL", "sqlite:///a")\n${KEY} = URL`, [
    ["error app.py:3", "Put"],
  ]),
  app("one of two", `${KEY} = os.environ["DATABASE_URL"] if x else "sqlite:///a"`, [
    ["warning app.py:2", "Put"],
  ]),
  app(
    "one of two by a name",
    `URL = "sqlite:///a"\nif x:\n    URL = os.environ["DATABASE_URL"]\n${KEY} = URL`,
    [["warning app.py:5", "Put"]],
  ),
  app("without a requirements.txt", PLAIN, [["warning app.py:2", "NoSuchModuleError"]], {
    "requirements.txt": "-r missing.txt\n",
  }),
  app("half a fix", `${KEY} = os.environ["DATABASE_URL"].replace("postgres", "postgresql+psycopg2")`, [
    ["warning app.py:2", '`.replace("postgres://", "postgresql+psycopg2://", 1)`'],
  ]),
  app(
    "without a value where it is not set",
    `${KEY} = os.environ.get("DATABASE_URL").replace("postgres://", "postgresql://", 1)`,
    [["notice app.py:2", "AttributeError"]],
  ),
  app(
    "with a value where it is not set",
    `${KEY} = os.environ.get("DATABASE_URL", "").replace("postgres://", "postgresql://", 1)`,
    [],
  ),
  app("an old SQLAlchemy", PLAIN, [], {
    "requirements.txt": "Flask-SQLAlchemy==2.4.4\nSQLAlchemy==1.3.24\n",
  }),
  app("replaced", `${KEY} = os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1)`, []),
  app(
    "replaced under a condition",
    `url = os.environ["DATABASE_URL"]\nif url.startswith("postgres://"):\n    url = url.replace("postgres://", "postgresql://", 1)\n${KEY} = url`,
    [],
  ),
  app(
    "replaced by a pattern",
    `${KEY} = re.sub("^postgres:", "postgresql:", os.environ["DATABASE_URL"])`,
    [],
  ),
  app("cut", `${KEY} = "postgresql" + os.environ["DATABASE_URL"][8:]`, []),
  app("replaced in another file", `import other\n${PLAIN}`, [], {
    "other.py":
      'os.environ["DATABASE_URL"] = os.environ["DATABASE_URL"].replace("postgres:", "postgresql:")\n',
  }),
  app("made by a function", `${KEY} = fix(os.environ["DATABASE_URL"])`, []),
  app("another config var", `${KEY} = os.environ["DB_URI"]`, []),
  app("psycopg itself, which takes both", 'psycopg.connect(os.environ["DATABASE_URL"])', []),
  app("another text", 'name.replace("postgres://", "x")', []),
];

test.for(ROWS)("%s", (row) => expectFindings(postgresScheme, row));

test.for(BROKEN)("the edit takes it away: %s", ([, files]) => {
  const after = fixed(postgresScheme, files);
  expect(after.remarks).toEqual([]);
  expect(Object.values(after.files).join("")).toContain(
    '.replace("postgres://", "postgresql+psycopg://", 1)\n',
  );
});

test("the edit keeps the rest of the line", () => {
  const after = fixed(
    postgresScheme,
    app("", `${KEY} = os.environ.get("DATABASE_URL") or "sqlite:///a.db"`, [])[1],
  );
  expect(after.files["app.py"]).toBe(
    'import os\napp.config["SQLALCHEMY_DATABASE_URI"] = (os.environ.get("DATABASE_URL") or "sqlite:///a.db")' +
      '.replace("postgres://", "postgresql+psycopg://", 1)\n',
  );
});

test("a line with two statements is left to the person", () => {
  const files = app("", `x = 1; ${PLAIN}`, [])[1];
  expect(fixed(postgresScheme, files).files).toEqual(files);
});
