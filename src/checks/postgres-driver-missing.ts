import { likelyVersion } from "../project/allowed-version.ts";
import { type Closure, listedClosure } from "../project/closure.ts";
import type { Configured } from "../project/config.ts";
import type { Value } from "../project/config-value.ts";
import type { Project } from "../project/project.ts";
import { isFullyKnown, lists, type Requirement } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check } from "./check.ts";
import { loadedUrls } from "./database-url.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";

// What SQLAlchemy can talk to PostgreSQL with, and packages that bring one of those.
const DRIVER =
  /^(?:psycopg2?(?:-binary|-c|cffi)?|psycopg2-.*|pg8000|asyncpg|aiopg|pygresql|py-postgresql|django-heroku|sqlalchemy-(?:redshift|cockroachdb))$/;
// With one of these DATABASE_URL may well be no URL of PostgreSQL.
const OTHER_DATABASE =
  /^(?:pymysql|mysqlclient|mysql-connector(?:-python)?|aiomysql|flask-mysql(?:db)?|oracledb|pyodbc|pymssql)$/;
// Packages that surely bring no driver: with these alone it is certain, without asking an environment.
const BRINGS_NONE =
  /^(?:flask(?:-(?:sqlalchemy|migrate|login|wtf|cors|restful|bcrypt|mail|moment|caching|session|jwt-extended|marshmallow|limiter|admin|babel|socketio|httpauth|restx|smorest|talisman|compress|script|debugtoolbar))?|gunicorn|gevent|werkzeug|jinja2|markupsafe|itsdangerous|click|blinker|sqlalchemy|greenlet|alembic|mako|typing-extensions|python-dotenv|python-decouple|environs|dj-database-url|requests|certifi|idna|urllib3|chardet|charset-normalizer|wtforms|email-validator|dnspython|marshmallow(?:-sqlalchemy)?|bcrypt|pyjwt|passlib|cryptography|cffi|pycparser|pytest|pillow|packaging|six|python-dateutil|pytz|redis|whitenoise|bootstrap-flask|dominate|visitor|importlib-metadata|zipp|python-editor|setuptools|wheel|pip)$/;

// Heroku Postgres gives a URL, and SQLAlchemy loads the driver when the engine is made. At home SQLite needs none.
export const postgresDriverMissing: Check = {
  id: "postgres-driver-missing",
  title: "A PostgreSQL driver is listed when the app uses Heroku Postgres",
  buildpack: true,

  find(project) {
    const { requirements, code, environment, python } = project;
    if (!requirements || !lists(project, "sqlalchemy", "flask-sqlalchemy")) return [];
    const active = requirements.entries.filter((entry) => entry.active);
    if (active.some(mayTalkToIt)) return [];
    const provided = environment.packages && listedClosure(requirements, environment.packages, python);
    if ([...(provided?.keys ?? [])].some((key) => DRIVER.test(key))) return [];

    const urls = loadedUrls(code).filter(({ values }) => values.some(isPostgres));
    const url = urls.find(({ certain }) => certain) ?? urls[0];
    if (!url) return [];
    const isSure =
      isFullyKnown(requirements) &&
      url.certain &&
      !code.hasUnreadable &&
      bringNone(active, environment.packages && !environment.versionsOnly ? provided : null);
    const driver = driverFor(url, project);
    const { line, where } = url.setting;
    return [
      {
        level: isSure ? "error" : "warning",
        file: where.file,
        line,
        problem:
          "The app uses PostgreSQL on Heroku, but requirements.txt lists no driver for it. SQLAlchemy does not bring one, and " +
          "ends with `ModuleNotFoundError` as soon as it needs the database. At home SQLite needs none.",
        fix: `Add the line ${quote(driver)} to requirements.txt and commit it.`,
        edits: added(requirements, driver),
      },
    ];
  },
};

function mayTalkToIt({ key, extras }: Requirement): boolean {
  return (
    DRIVER.test(key) ||
    OTHER_DATABASE.test(key) ||
    extras.some((extra) => /postgres|asyncpg|^pg/i.test(extra))
  );
}

function isPostgres(value: Value): boolean {
  if (value.kind === "env")
    return value.name === "DATABASE_URL" && !/^(?:mysql|sqlite)/.test(value.scheme ?? "");
  return value.kind === "text" && /^postgres(?:ql)?(?:\+\w+)?:/.test(value.text);
}

/** Whether what is listed surely needs no driver. */
function bringNone(active: readonly Requirement[], provided: Closure | null): boolean {
  const isPlain = active.every(({ key, extras }) => BRINGS_NONE.test(key) && extras.length === 0);
  return isPlain || (provided?.complete ?? false);
}

function driverFor({ values }: Configured, project: Project): string {
  const schemes = values.map((value) =>
    value.kind === "env" ? (value.scheme ?? "") : value.kind === "text" ? value.text : "",
  );
  const named = schemes
    .map((scheme) => /^postgres(?:ql)?\+(\w+)/.exec(scheme)?.[1])
    .find((name) => name !== undefined);
  if (named === "pg8000" || named === "asyncpg") return named;
  const version = likelyVersion(project, "sqlalchemy");
  const wantsNew = named === undefined && version !== undefined && fits(version, ">=2.1.0.dev0");
  return named === "psycopg" || wantsNew ? "psycopg[binary]" : "psycopg2-binary";
}
