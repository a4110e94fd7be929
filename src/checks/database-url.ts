import type { Code } from "../project/code-facts.ts";
import { type Configured, databaseUrls } from "../project/config.ts";
import type { Project } from "../project/project.ts";
import { lists } from "../project/requirements.ts";

const READS_IT = /(?:^|\.)(?:dj_database_url\.\w+|dj_db_url|Heroku)$/;

/** Whether anything that may be loaded knows DATABASE_URL, or cannot be read: then nothing is said to be amiss. */
export function knowsDatabaseUrl({ calls, strings, hasUnreadable }: Code): boolean {
  return (
    hasUnreadable ||
    [...strings].some((text) => text.includes("DATABASE_URL")) ||
    calls.some(({ name, where }) => where.loaded !== "no" && READS_IT.test(name))
  );
}

/** The database URLs of files that are or may be loaded. */
export function loadedUrls(code: Code): Configured[] {
  return databaseUrls(code).filter(({ setting }) => setting.where.loaded !== "no");
}

/** Whether a text is the URL of an SQLite database. */
export function isSqlite(text: string): boolean {
  return /^sqlite(?:\+\w+)?:/.test(text);
}

/** The scheme that Heroku's URL needs for the driver that is listed. */
export function schemeOf(project: Project): string {
  if (lists(project, "psycopg", "psycopg-binary")) return "postgresql+psycopg://";
  return lists(project, "psycopg2", "psycopg2-binary") ? "postgresql+psycopg2://" : "postgresql://";
}

/** Python that reads Heroku's URL, in the scheme that SQLAlchemy takes, with a file at home. */
export function readingDatabaseUrl(project: Project, atHome = "sqlite:///app.db"): string {
  return `os.environ.get("DATABASE_URL", "${atHome}").replace("postgres://", "${schemeOf(project)}", 1)`;
}
