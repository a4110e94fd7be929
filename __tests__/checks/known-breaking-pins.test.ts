import { expect, test } from "vitest";
import { BREAKING_PAIRS, PROVED } from "../../src/checks/data/breaking-pairs.ts";
import { knownBreakingPins } from "../../src/checks/known-breaking-pins.ts";
import { fits } from "../../src/project/versions.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

const IMPORTS = "from flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\nimport flask_login\n";

function app(requirements: string, source = IMPORTS): Files {
  return { Procfile: "web: gunicorn app:app", "app.py": source, "requirements.txt": requirements };
}

function row(name: string, requirements: string, level?: string, part = "", source = IMPORTS): Row {
  return [
    name,
    app(requirements, source),
    level === undefined ? [] : [[`${level} requirements.txt:1`, part]],
  ];
}

const ROWS: readonly Row[] = [
  row("all of today", "flask\nflask-sqlalchemy\nflask-login\n"),
  row("all as old", "Flask-SQLAlchemy==2.5.1\nFlask==2.2.5\nSQLAlchemy==1.4.54\nWerkzeug==2.3.8\n"),
  row(
    "Flask-SQLAlchemy 2.5 with Flask 3",
    "Flask-SQLAlchemy==2.5.1\nFlask==3.0.0\nSQLAlchemy==1.4.54\n",
    "error",
    "_app_ctx_stack",
  ),
  row(
    "Flask-SQLAlchemy 2.5 with SQLAlchemy 2",
    "Flask-SQLAlchemy==2.5.1\nFlask==2.2.5\nSQLAlchemy==2.0.44\n",
    "error",
    "__all__",
  ),
  row("Flask-SQLAlchemy 2.5 with anything", "Flask-SQLAlchemy==2.5.1\n", "error", "the newest Flask"),
  row("Flask 2.2 with Werkzeug 3", "Flask==2.2.2\nWerkzeug==3.0.1\n", "error", "url_quote"),
  row("Flask 2.2 with any Werkzeug", "Flask==2.2.2\n", "error", "`Werkzeug<3`"),
  row("Flask 2.2.5, which works with it", "Flask==2.2.5\n"),
  row("Flask 2.2 with a limit", "Flask==2.2.2\nWerkzeug<3\n"),
  row("Flask 1 alone", "Flask==1.1.2\n", "error", "`Jinja2<3.1`, `itsdangerous<2.1`, `Werkzeug<2.1`"),
  row("Flask 1.1.4, which holds all but MarkupSafe", "Flask==1.1.4\n", "error", "`MarkupSafe<2.1`"),
  row("Flask 1.1.4 with MarkupSafe of its time", "Flask==1.1.4\nMarkupSafe==2.0.1\n"),
  row("an old Flask-Login", "Flask-Login==0.6.2\nFlask==2.3.3\nWerkzeug==3.0.0\n", "error", "url_decode"),
  row(
    "not imported by the app",
    "Flask-Login==0.6.2\nWerkzeug==3.0.0\n",
    "warning",
    "url_decode",
    "import flask\n",
  ),
  row("something may hold the other one back", "Flask==2.2.2\nsome-company-base\n", "warning", "url_quote"),
  row("a pin of what Flask needs holds Flask back", "Flask-WTF==1.1.1\nflask\nWerkzeug==2.2.3\n"),
  row("for another system", "Flask==2.2.2; os_name == 'nt'\nWerkzeug==3.0.1\n"),
  ["a constraint", { ...app("Flask==2.2.2\n-c c.txt\n"), "c.txt": "werkzeug<3\n" }, []],
  ["no requirements.txt", { "uv.lock": "" }, []],
];

test.for(ROWS)("%s", (each) => expectFindings(knownBreakingPins, each));

test.for([
  ["Flask==2.2.2\n", "Flask==2.2.2\nWerkzeug<3\n"],
  ["Flask==1.1.2\n", "Flask==1.1.2\nitsdangerous<2.1\nJinja2<3.1\nWerkzeug<2.1\n"],
  ["Flask==1.1.4 # old\n", "Flask==1.1.4 # old\nMarkupSafe<2.1\n"],
])("the fix of %s", ([before = "", after]) => {
  const { files, remarks } = fixed(knownBreakingPins, app(before));
  expect([...String(files["requirements.txt"]).split("\n")].sort()).toEqual(
    [...String(after).split("\n")].sort(),
  );
  expect(remarks).toEqual([]);
});

test.for([
  ["Flask-JWT-Extended==3.24.1\nFlask==3.1.3\n", "Move on to `Flask-JWT-Extended>=4.6` and test."],
  ["Flask-Uploads==0.2.1\nFlask~=2.0.1\n", "Move on to `Flask-Reuploaded` and test."],
  [
    "Flask-JWT-Extended==3.24.1\nFlask==2.0.3\n",
    "Move on to `Flask-JWT-Extended>=4.6` and test. Or add `Werkzeug<2.1` to stay with what worked.",
  ],
])("no limit is advised that the listed Flask does not allow: %s", ([requirements = "", fix]) => {
  const remarks = knownBreakingPins.find(project(app(requirements)));
  const first = remarks.find(({ line }) => line === 1);
  expect(first?.fix).toBe(fix);
  expect(first?.edits?.length).toBe(fix?.includes("Or add") ? 1 : 0);
});

test.for(BREAKING_PAIRS.map((pair) => [`${pair.package} and ${pair.partner}`, pair] as const))(
  "%s: the proof is about the row",
  ([, { package: key, versions, partner, partners, proof }]) => {
    const version = (list: readonly string[], name: string) =>
      list.map((each) => each.toLowerCase().split("==")).find(([each]) => each === name)?.[1] ?? "";
    expect(fits(version(proof.broken, key), versions)).toBe(true);
    expect(fits(version(proof.broken, partner), partners)).toBe(true);
    expect(fits(version(proof.works, key), versions)).toBe(true);
    expect(fits(version(proof.works, partner), partners)).toBe(false);
    expect(PROVED.on).toMatch(/^\d{4}-\d\d-\d\d$/);
  },
);
