import { expect, test } from "vitest";
import { configured, databaseUrls } from "../../src/project/config.ts";
import type { Value } from "../../src/project/config-value.ts";
import { project } from "../support/project.ts";

function written(value: Value): string {
  if (value.kind === "env") return `$${value.name}${value.rewritten ? ` > ${value.scheme ?? "?"}` : ""}`;
  return value.kind === "text" ? `${value.text}${value.complete ? "" : "..."}` : value.kind;
}

function codeOf(app: string, files = {}) {
  return project({ Procfile: "web: gunicorn app:app\n", "app.py": app, ...files }).code;
}

const ENV = 'os.environ.get("DATABASE_URL")';

test.for([
  ['"sqlite:///a.db"', ["sqlite:///a.db"]],
  ['os.environ["DATABASE_URL"]', ["$DATABASE_URL"]],
  [ENV, ["$DATABASE_URL"]],
  ['os.getenv("DATABASE_URL", "sqlite://")', ["$DATABASE_URL", "sqlite://"]],
  [`${ENV} or "sqlite://"`, ["$DATABASE_URL", "sqlite://"]],
  [`${ENV} if x else "sqlite://"`, ["$DATABASE_URL", "sqlite://"]],
  ['config("DATABASE_URL", default="sqlite://")', ["$DATABASE_URL", "sqlite://"]],
  ['env.str("DATABASE_URL")', ["$DATABASE_URL"]],
  [`${ENV}.replace("postgres://", "postgresql://", 1)`, ["$DATABASE_URL > postgresql://"]],
  [`re.sub("^postgres:", "postgresql:", ${ENV})`, ["$DATABASE_URL > postgresql:"]],
  [`"postgresql" + ${ENV}[8:]`, ["$DATABASE_URL > postgresql"]],
  [`"postgresql+psycopg" + ${ENV}.removeprefix("postgres")`, ["$DATABASE_URL > postgresql+psycopg"]],
  ['"sqlite:///" + os.path.join(here, "a.db")', ["sqlite:///..."]],
  ['f"sqlite:///{here}/a.db"', ["sqlite:///..."]],
  ["f\"{os.environ['DATABASE_URL']}\"", ["$DATABASE_URL"]],
  ['"postgresql://%s@%s/db" % (user, host)', ["postgresql://%s@%s/db..."]],
  ['"sqlite:///{}".format(x)', ["sqlite:///{}..."]],
  ["url", ["$DATABASE_URL"]],
  ["changed", ["$DATABASE_URL", "$DATABASE_URL > postgresql://"]],
  ["from_function()", ["$DATABASE_URL"]],
  ["Settings.address", ["$DATABASE_URL"]],
  ["other.elsewhere", ["$ELSEWHERE"]],
  ["elsewhere", ["$ELSEWHERE"]],
  ["circle", ["unknown"]],
  ["unseen()", ["unknown"]],
  ["None", ["none"]],
  ["b'sqlite://'", ["unknown"]],
] as const)("what %s may be", ([expression, values]) => {
  const app = `
from other import elsewhere
url = ${ENV}
changed = ${ENV}
if changed.startswith("postgres://"):
    changed = changed.replace("postgres://", "postgresql://", 1)
circle = circle
class Settings:
    address = ${ENV}
def from_function():
    return ${ENV}
app.config["SQLALCHEMY_DATABASE_URI"] = ${expression}
`;
  const [found] = databaseUrls(codeOf(app, { "other.py": 'elsewhere = os.environ["ELSEWHERE"]\n' }));
  expect(found?.values.map(written)).toEqual(values);
});

const CLASSES = `
class Config: SECRET_KEY = "base"
class Production(Config): SECRET_KEY = "production"
class Development(Config): SECRET_KEY = "development"
class Heroku(Config): pass
`;

test.for([
  ["a line", 'app.config["SECRET_KEY"] = "x"', ["x!"]],
  ["a condition", 'if a:\n  app.config["SECRET_KEY"] = "x"', ["x"]],
  ["classes, none chosen", CLASSES, ["base", "production"]],
  ["a chosen class", `${CLASSES}app.config.from_object(Production)`, ["base", "production!"]],
  ["a chosen class by name", `${CLASSES}app.config.from_object("app.Production")`, ["base", "production!"]],
  ["an inherited value", `${CLASSES}app.config.from_object(Heroku)`, ["base!", "production"]],
  [
    "a class that a config var chooses",
    `${CLASSES}app.config.from_object(os.environ["X"])`,
    ["base", "production"],
  ],
  [
    "a class by a name of several",
    `${CLASSES}Chosen = Production if x else Development\napp.config.from_object(Chosen)`,
    ["base", "production"],
  ],
  ["a parameter", 'SECRET_KEY = "x"\ndef create(app):\n  app.config.from_object(app)\ncreate(1)', ["x"]],
  [
    "an update for tests",
    'app.config["SECRET_KEY"] = "x"\ndef f(test_config):\n  app.config.update(test_config)',
    ["x!"],
  ],
  ["an update from elsewhere", 'app.config["SECRET_KEY"] = "x"\napp.config.update(os.environ)', ["x"]],
  ["this module", 'SECRET_KEY = "x"\napp.config.from_object(__name__)', ["x!"]],
  [
    "a file that may follow",
    'app.config["SECRET_KEY"] = "x"\napp.config.from_pyfile("c.py", silent=True)',
    ["x"],
  ],
  ["config vars that may follow", 'app.config["SECRET_KEY"] = "x"\napp.config.from_prefixed_env()', ["x"]],
  ["under main", 'if __name__ == "__main__":\n  app.config["SECRET_KEY"] = "x"', []],
] as const)("what is surely configured: %s", ([, app, found]) => {
  const values = configured(codeOf(app), "SECRET_KEY");
  expect(values.map(({ values, certain }) => `${values.map(written)}${certain ? "!" : ""}`)).toEqual(found);
});

test("the values of binds are database URLs", () => {
  const urls = databaseUrls(codeOf('app.config["SQLALCHEMY_BINDS"] = {"a": "sqlite:///a.db", "b": url}\n'));
  expect(urls.map(({ values }) => values.map(written))).toEqual([["sqlite:///a.db"], ["unknown"]]);
});
