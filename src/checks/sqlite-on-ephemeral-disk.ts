import { posix } from "node:path";
import { isCertain } from "../project/code.ts";
import type { Value } from "../project/config-value.ts";
import { textOf } from "../project/dotted.ts";
import type { Project } from "../project/project.ts";
import type { Check, Remark } from "./check.ts";
import { isSqlite, knowsDatabaseUrl, loadedUrls, readingDatabaseUrl } from "./database-url.ts";

// A dyno's disk is its own and is thrown away at least once a day and with every deploy.
const EFFECT =
  "On Heroku that file is on the disk of one dyno: it is gone after every deploy and every restart, at least once a day, " +
  "and other dynos, the one that makes the tables included, do not see it.";

export const sqliteOnEphemeralDisk: Check = {
  id: "sqlite-on-ephemeral-disk",
  title: "The data is not in an SQLite file",

  find(project) {
    return [...configuredUrls(project), ...openedFiles(project)];
  },
};

function configuredUrls(project: Project): Remark[] {
  const { code } = project;
  const urls = loadedUrls(code);
  const isOnlySqlite = urls.every(({ values }) =>
    values.every((value) => value.kind === "text" && isSqlite(value.text)),
  );
  if (!isOnlySqlite || knowsDatabaseUrl(code)) return [];
  return urls.map(({ setting, values, certain }) => ({
    level: certain && !values.some((value) => mayBeMeant(value, project)) ? "error" : "warning",
    file: setting.where.file,
    line: setting.line,
    problem: `The database is an SQLite file, and nothing reads DATABASE_URL. ${EFFECT}`,
    fix: `Read the URL of Heroku Postgres, and keep SQLite for home: \`${readingDatabaseUrl(project)}\`.`,
  }));
}

/** Data in memory, which is lost at home too, or a file that comes with the commit and may only be read. */
function mayBeMeant(value: Value, { files }: Project): boolean {
  if (value.kind !== "text") return false;
  const isInMemory = value.complete && /^sqlite(?:\+\w+)?:\/\/(?:\/?:memory:)?(?:\?|$)/.test(value.text);
  const databases = [...files.keys()].filter((path) => /\.(?:db|sqlite3?)$/.test(path));
  return isInMemory || databases.some((path) => !value.complete || value.text.endsWith(posix.basename(path)));
}

/** `sqlite3.connect(...)`, which may also be a cache that nobody misses: never more than a warning. */
function openedFiles({ code }: Project): Remark[] {
  const opened = code.calls.filter(({ name, node, where }) => {
    if (name !== "sqlite3.connect" || where.loaded === "no" || where.guard === "main") return false;
    const path = textOf(node.args[0]) ?? "";
    return path !== ":memory:" && !path.startsWith("/tmp/");
  });
  const [first] = opened;
  if (!first) return [];
  return [
    {
      level: "warning",
      file: first.where.file,
      line: first.line,
      problem: `The app opens an SQLite file${isCertain(code, first.where) ? " when it starts" : ""}. ${EFFECT}`,
      fix: "Keep what must last in Heroku Postgres: read DATABASE_URL, with psycopg or with SQLAlchemy. For a cache, this is fine.",
    },
  ];
}
