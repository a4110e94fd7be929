import { expect, test } from "vitest";
import { NEEDED_PARTNERS } from "../../src/checks/data/needed-partners.ts";
import { PIN_RULES } from "../../src/checks/data/pin-rules.ts";
import { raisesFor } from "../../src/checks/pin-raises.ts";
import { pinsVsPython } from "../../src/checks/pins-vs-python.ts";
import { publicPins } from "../../src/project/pins.ts";
import { HEROKU_PYTHONS } from "../../src/project/python-version.ts";
import { fits } from "../../src/project/versions.ts";
import { type Files, type ProjectOptions, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";
import { OLD_REQUIREMENTS, oldApp } from "./old-requirements.ts";

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

const APP_NEEDS: readonly Row[] = [
  row(
    "its syntax, which an older one cannot read",
    "greenlet==2.0.2\n",
    [
      [
        "error requirements.txt:1",
        "On every Python that Heroku has and the app runs on one of them is known",
      ],
    ],
    { "app.py": "type A = int\n" },
  ),
  row(
    "syntax that the older one reads",
    "greenlet==2.0.2\n",
    [["error requirements.txt:1", "Either write `3.11`"]],
    { "app.py": "match 1:\n  case _: pass\n" },
  ),
  row(
    "requires-python",
    "greenlet==2.0.2\n",
    [
      [
        "error requirements.txt:1",
        "On every Python that Heroku has and the app runs on one of them is known",
      ],
    ],
    { "pyproject.toml": '[project]\nrequires-python = ">=3.12"\n' },
  ),
  row(
    "requires-python, which the older one fits",
    "greenlet==2.0.2\n",
    [["error requirements.txt:1", "Either write `3.11`"]],
    { "pyproject.toml": '[project]\nrequires-python = ">=3.10"\n' },
  ),
  row(
    "syntax, where no Python takes all pins",
    "jinja2==2.10\ngreenlet==2.0.2\n",
    [["error requirements.txt:2", "so raise the versions to the lowest that are known to work on 3.14"]],
    { "app.py": 'a = t"x"\n' },
  ),
];

test.for(APP_NEEDS)("what the app needs: %s", (row) => {
  expectFindings(pinsVsPython, row);
  const python = pinsVsPython.find(project(row[1]))[0]?.edits?.find(({ file }) => file === ".python-version");
  expect(python !== undefined).toBe(row[2][0]?.[1].startsWith("Either"));
});

test("a warning comes without an edit", () => {
  const [remark] = pinsVsPython.find(project({ ...APP, "requirements.txt": "six==1.15.0\n" }));
  expect(remark).toMatchObject({ level: "warning", fix: expect.stringContaining("Either write"), edits: [] });
});

test.for(ROWS)("%s", (row) => expectFindings(pinsVsPython, row));

const wheel = (name: string, ...tags: readonly string[]) =>
  tags.map((tag) => `${name}-${tag}-${tag}-manylinux_2_17_x86_64.whl`);

function indexed(
  name: string,
  requirements: string,
  index: NonNullable<ProjectOptions["indexed"]>,
  found: Row[2] = [],
  files: Files = {},
): Row {
  return [name, { ...APP, "requirements.txt": requirements, ...files }, found, { indexed: index }];
}

const FOO = [...wheel("foo-1.0", "cp312", "cp313"), "foo-1.0.tar.gz", ...wheel("foo-1.1", "cp314")];
const BAR = [
  { filename: "bar-1.0.tar.gz", "requires-python": "<3.13" },
  "bar-1.9.tar.gz",
  "bar-2.0b1.tar.gz",
  "bar-2.0.tar.gz",
];

const INDEXED: readonly Row[] = [
  indexed("what is fine", "foo==1.1\nbar==2.0.0\n", { foo: FOO, bar: BAR }),
  indexed("a package that was not answered for", "foo==7\nbar==2\n", { bar: BAR }),
  indexed("no such version", "bar==1.10\n", { bar: BAR }, [
    ["error requirements.txt:1", "no version `1.10` of `bar`"],
  ]),
  indexed("the versions beside it", "\nBar==1.10\n", { bar: BAR }, [
    ["error requirements.txt:2", "nearest that exist are `Bar==1.9` and `Bar==2.0`"],
  ]),
  indexed("a version in other words", "bar==v2\n", { bar: BAR }),
  indexed("a pre-release that is pinned", "bar==2.0.0b1\n", { bar: BAR }),
  indexed("no such package", "bar==2\nbaz==1.0\n", { bar: BAR, baz: null }, [
    ["warning requirements.txt:2", "knows no package `baz`"],
  ]),
  indexed(
    "no such version, in a constraint",
    "bar\n-c c.txt\n",
    { bar: BAR },
    [["error c.txt:1", "no version `3.0`"]],
    { "c.txt": "bar==3.0\n" },
  ),
  indexed("a range is not a pin", "bar<=1.10\n", { bar: BAR }),
  indexed("from another index", "--extra-index-url https://example.com\nbar==3.0\n", { bar: BAR }),
  indexed(
    "on a Python that Heroku does not have",
    "bar==3.0\n",
    { bar: BAR },
    [["error requirements.txt:1", "no version `3.0`"]],
    at("3.8"),
  ),
  indexed("a version that another check speaks of", "pkg-resources==0.0.0\npywin32==306\n", {
    "pkg-resources": null,
    pywin32: ["pywin32-306-cp312-cp312-win_amd64.whl"],
  }),
  indexed(
    "taken back, with a reason",
    "bar==1.5\n",
    { bar: [...BAR, { filename: "bar-1.5.tar.gz", yanked: "Loses `data`\u202e\n::error::" }] },
    [["warning requirements.txt:1", '("yanked" it): `Loses  data ::error::`. pip still']],
  ),
  indexed(
    "taken back, and what comes next",
    "bar==1.5\n",
    { bar: [...BAR, { filename: "bar-1.5.tar.gz", yanked: true }] },
    [["warning requirements.txt:1", "Move on to `bar==1.9`"]],
  ),
  indexed("for an older Python", "bar==1.0\n", { bar: BAR }, [
    ["error requirements.txt:1", "`bar==1.0` (line 1) cannot be installed (it is for Python `<3.13`)"],
  ]),
  indexed("for an older Python, and both ways out", "bar==1.0\n", { bar: BAR }, [
    [
      "error requirements.txt:1",
      "Either write `3.12` into .python-version, the newest Python on which none of them is known to fail; or raise the versions to the lowest that are known to work on 3.14: `bar>=1.9`",
    ],
  ]),
  indexed(
    "wheels of other Pythons, and no source",
    "foo==1.0\n",
    { foo: wheel("foo-1.0", "cp310", "cp311") },
    [["error requirements.txt:1", "(it has no file for that Python)"]],
  ),
  indexed("no wheel for this Python, and a source that is compiled", "foo==1.0\n", { foo: FOO }, [
    ["warning requirements.txt:1", "`foo==1.0` (line 1) has no wheel and must be compiled"],
  ]),
  indexed("both ways out of compiling it", "foo==1.0\n", { foo: FOO }, [
    [
      "warning requirements.txt:1",
      "Either write `3.13` into .python-version, the newest Python that has wheels of all; or raise the versions to the lowest that have wheels on 3.14: `foo>=1.1`",
    ],
  ]),
  indexed("a source alone, which may well be all Python", "foo==1.0\n", { foo: ["foo-1.0.tar.gz"] }),
  indexed("a source, and wheels for other systems alone", "foo==1.0\n", {
    foo: ["foo-1.0-cp312-cp312-win_amd64.whl", "foo-1.0.tar.gz"],
  }),
  indexed("what is known to build", "MarkupSafe==1.1.1\n", {
    markupsafe: [...wheel("MarkupSafe-1.1.1", "cp39"), "MarkupSafe-1.1.1.tar.gz"],
  }),
  indexed(
    "the lowest version that has a wheel too",
    "lxml==4.9.4\n",
    {
      lxml: [
        ...[...wheel("lxml-4.9.4", "cp312"), "lxml-4.9.4.tar.gz"],
        ...[...wheel("lxml-5.3.0", "cp313"), "lxml-5.3.0.tar.gz"],
        ...wheel("lxml-6.0.1", "cp314"),
      ],
    },
    [
      [
        "error requirements.txt:1",
        "Either write `3.12` into .python-version, the newest Python on which none of them is known to fail; or raise the versions to the lowest that are known to work on 3.14: `lxml>=6.0.1`",
      ],
    ],
  ),
];

const MIRRORED: readonly Row[] = [
  indexed("a version that it lacks", "bar==3.0\n", { bar: BAR }),
  indexed("a package that it lacks", "bar==2\nbaz==1.0\n", { bar: BAR, baz: null }),
  indexed("files that it lacks", "foo==1.0\n", { foo: ["foo-1.0-cp310-none-any.whl"] }),
  indexed("wheels that it lacks", "foo==1.0\n", { foo: wheel("foo-1.0", "cp310") }, [
    ["warning requirements.txt:1", "must be compiled"],
  ]),
  indexed("for an older Python", "bar==1.0\n", { bar: BAR }, [
    ["error requirements.txt:1", "(it is for Python `<3.13`)"],
  ]),
  indexed("no wheel, and a source that is compiled", "foo==1.0\n", { foo: FOO }, [
    ["warning requirements.txt:1", "must be compiled"],
  ]),
  indexed("taken back", "bar==1.5\n", { bar: [...BAR, { filename: "bar-1.5.tar.gz", yanked: true }] }, [
    ["warning requirements.txt:1", '"yanked"'],
  ]),
];

test.for(MIRRORED)("another index: %s", ([name, files, found, options]) =>
  expectFindings(pinsVsPython, [name, files, found, { ...options, mirror: true }]),
);

test.for(INDEXED)("the index: %s", (row) => expectFindings(pinsVsPython, row));

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

test.for(Object.entries(OLD_REQUIREMENTS))("the pins of %s: the edits leave nothing to say", ([, set]) => {
  const { files, remarks } = fixed(pinsVsPython, oldApp(set));
  expect(remarks).toEqual([]);
  expect(files[".python-version"]).toMatch(/^3\.1[0-3]\n$/);
});

test.for(Object.entries(OLD_REQUIREMENTS))("the pins of %s: the raised ones go together", ([, set]) => {
  const given = project(oldApp(set));
  const before = new Map(publicPins(given.requirements ?? never()).map(({ key, version }) => [key, version]));
  const raises = raisesFor(before, "3.14", given);
  const after = new Map(before);
  for (const [key, version] of raises) {
    expect(version, key).toBeDefined();
    if (typeof version === "string") after.set(key, version);
    else after.delete(key);
  }
  expect(raises.size).toBeGreaterThan(5);
  expect(raisesFor(after, "3.14", given)).toEqual(new Map());
  for (const { key, versions, partner, least } of NEEDED_PARTNERS)
    if (fits(after.get(key) ?? "", versions) && after.has(partner))
      expect(
        least !== null && fits(after.get(partner) ?? "", `>=${least}`),
        `${key} needs ${partner} ${least}`,
      ).toBe(true);
});

test.for(["jinja2===foo", "itsdangerous!=1", "click<7.dev0", "werkzeug~=0.14", "markupsafe==1.*"])(
  "%s beside a pin that fails is no obstacle",
  (line) => {
    const remarks = pinsVsPython.find(project({ ...APP, "requirements.txt": `flask==1.0\n${line}\n` }));
    expect(remarks).toHaveLength(1);
    expect(remarks[0]?.problem).toContain("`flask==1.0` (line 1)");
  },
);

test("a pin that nothing replaces stays, and no edit is offered", () => {
  const { edits = [] } =
    pinsVsPython.find(
      project({
        ...APP,
        "requirements.txt": "jinja2==2.10\npycrypto==2.6.1\ngreenlet==2.0.2\nanyjson==0.3.3\n",
      }),
    )[0] ?? {};
  expect(edits).toEqual([]);
});

function never(): never {
  throw new Error("this test has no such thing");
}

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
