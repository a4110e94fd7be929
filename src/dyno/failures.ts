import { Failure } from "../failure.ts";

const SEE_LOG = "The traceback is in the log of this step.";

/** Every kind that the Python program gives, in the words for the user. */
export const DYNO_FAILURES = {
  "target-unknown": {
    problem: "It is not known which Flask app to take the tables from.",
    fix: "Set `tables` to the app as gunicorn would name it, for example `tables: app:app`.",
  },
  "target-invalid": {
    problem: "The app is not named as gunicorn understands it.",
    fix: "Name it `module:attribute`, `module:factory()` or `module:factory('text')`.",
  },
  "target-missing": {
    problem: "The module that the web process serves is not on the dyno.",
    fix: "Check the module in the `web` line of the Procfile, and that its file is committed.",
  },
  "attribute-missing": {
    problem: "The module that the web process serves does not have the name behind the colon.",
    fix: "Check the part behind `:` in the `web` line of the Procfile.",
  },
  "factory-not-called": {
    problem: "The web process is given a function, not a Flask app.",
    fix: "If it is an app factory, call it in the Procfile: `web: gunicorn 'app:create_app()'`.",
  },
  "no-flask-app": {
    problem: "What the web process serves is no Flask app, nor middleware around one.",
    fix: "Name the Flask app itself with `tables: module:attribute`, or switch tables off with `tables: off`.",
  },
  "module-missing": {
    problem: "The app imports a module that is not installed on the dyno.",
    fix: `Add its package to requirements.txt. ${SEE_LOG}`,
  },
  "driver-missing": {
    problem: "The driver that SQLAlchemy wants for this database is not installed on the dyno.",
    fix: "SQLAlchemy 2.1 and newer want `psycopg[binary]` in requirements.txt for postgresql://, older ones `psycopg2-binary`.",
  },
  "postgres-scheme": {
    problem: "Heroku's DATABASE_URL begins with postgres://, which SQLAlchemy no longer accepts.",
    fix: 'In the app, use `os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1)`.',
  },
  "database-url-missing": {
    problem: "The app does not set the address of its database.",
    fix: "Set SQLALCHEMY_DATABASE_URI from the DATABASE_URL variable.",
  },
  "database-url-invalid": {
    problem: "The address of the database is not one that SQLAlchemy can read.",
    fix: "Check how the app makes SQLALCHEMY_DATABASE_URI from DATABASE_URL.",
  },
  "config-var-missing": {
    problem: "The app needs an environment variable that the Heroku app does not have.",
    fix: `Set it with the \`config-vars\` input. ${SEE_LOG}`,
  },
  "outside-app-context": {
    problem: "The app uses its database while it is imported, outside an app context.",
    fix: "Put that code into `with app.app_context():`, or leave `db.create_all()` to this action.",
  },
  "app-exits": {
    problem: "The app ends the process while it is imported.",
    fix: `Move that code below \`if __name__ == "__main__":\`. ${SEE_LOG}`,
  },
  "import-failed": {
    problem: "The app fails while it is imported, as it would in its web process.",
    fix: `Start it the same way on your machine. ${SEE_LOG}`,
  },
  "bind-missing": {
    problem: "A model names a bind that SQLALCHEMY_BINDS does not have.",
    fix: "Add the bind to SQLALCHEMY_BINDS, with an address that the Heroku app knows.",
  },
  "no-engine": {
    problem: "The app has SQLAlchemy models, but makes no engine while it is loaded.",
    fix: "Make the engine at import, or create the tables with `tables-command`.",
  },
  "several-engines": {
    problem: "The app has several SQLAlchemy engines, and it cannot be known which tables belong to which.",
    fix: "Use Flask-SQLAlchemy's binds, or create the tables with `tables-command`.",
  },
  "database-failed": {
    problem: "The databases of the app could not be found out.",
    fix: `Create the tables with \`tables-command\`. ${SEE_LOG}`,
  },
  "database-unreachable": {
    problem: "The database does not accept connections.",
    fix: "Check that the address the app uses is DATABASE_URL and status.heroku.com, then run again.",
  },
  "database-login": {
    problem: "The database refuses the app's user, password or database name.",
    fix: "Use DATABASE_URL as Heroku sets it, and do not copy its parts: they change.",
  },
  "connect-failed": {
    problem: "The app could not connect to its database.",
    fix: SEE_LOG,
  },
  "permission-denied": {
    problem: "The app's database user may not create tables.",
    fix: "Use the default credential of Heroku Postgres, or grant it CREATE on the schema.",
  },
  "schema-missing": {
    problem: "A model belongs to a schema that the database does not have.",
    fix: "Create the schema first, with `tables-command` or a migration.",
  },
  "type-missing": {
    problem: "A model uses a column type that the database does not have.",
    fix: "Create its extension first (`CREATE EXTENSION citext`, for example), with `tables-command` or a migration.",
  },
  locked: {
    problem: "The tables stayed locked by somebody else for two minutes.",
    fix: "Wait until other deploys and long transactions have ended, then run again.",
  },
  race: {
    problem: "Something that was to be created came into being in the same moment, three times.",
    fix: `Remove \`db.create_all()\` from the app's start. ${SEE_LOG}`,
  },
  "create-failed": {
    problem: "The tables could not be created.",
    fix: `${SEE_LOG} On PostgreSQL none of them was: it is all or nothing.`,
  },
  "inspect-failed": {
    problem: "The tables could not be looked at.",
    fix: SEE_LOG,
  },
  "flask-migrate-missing": {
    problem: "The app does not use Flask-Migrate: it has no `Migrate(app, db)`.",
    fix: "Add it to the app, or set `tables: auto`.",
  },
  "migrations-missing": {
    problem: "The migrations folder is not on the dyno.",
    fix: "Commit the `migrations` folder, its `env.py` and `versions` included.",
  },
  "tables-without-version": {
    problem: "The tables are there, but the database does not know at which migration it is.",
    fix: "If the tables are up to date, run `heroku run flask db stamp head` once, then deploy again.",
  },
  "migrate-failed": {
    problem: "`flask db upgrade` failed.",
    fix: `${SEE_LOG} A migration that failed on PostgreSQL was undone as a whole.`,
  },
  "command-failed": {
    problem: "The command of `tables-command` failed.",
    fix: "Its output is in the log of this step.",
  },
  "program-failed": {
    problem: "The app got in the way of the program that works on its tables.",
    fix: `Create the tables with \`tables-command\`. ${SEE_LOG}`,
  },
} as const satisfies Record<string, { problem: string; fix: string }>;

export type DynoFailureKind = keyof typeof DYNO_FAILURES;

/** The `error-code` of a kind. */
export function dynoFailureCode(kind: string): string {
  return `TABLES_${kind.toUpperCase().replaceAll("-", "_")}`;
}

/** The Failure of a kind. */
export function dynoFailure(kind: DynoFailureKind): Failure {
  const { problem, fix } = DYNO_FAILURES[kind];
  return new Failure(dynoFailureCode(kind), problem, { fix, page: "steps/create-tables.md" });
}
