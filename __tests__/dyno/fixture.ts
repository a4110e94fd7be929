import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll } from "vitest";
import { makeCertificates } from "../../src/local-heroku/certificates.ts";
import { type Postgres, startPostgres } from "../../src/local-heroku/postgres.ts";
import { type EnvironmentName, environment, NEWEST } from "./environments.ts";
import { type DynoEnd, type DynoRun, type Files, runDyno, writeApp } from "./run-dyno.ts";

let scratch: string;
let server: Postgres;

/** A PostgreSQL server and the Python environments for the tests of a file. */
export function useDatabases(environments: readonly EnvironmentName[]): void {
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "dyno-test-"));
    for (const folder of ["sqlite", "apps"]) await mkdir(join(scratch, folder));
    server = await startPostgres({ folder: scratch, ...(await makeCertificates(scratch)) });
    for (const name of environments) await environment(name);
  }, 300_000);

  afterAll(async () => {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  });
}

export function newApp(files: Files): Promise<string> {
  return writeApp(join(scratch, "apps"), files);
}

/** The URL of a new, empty database. */
export async function newDatabase(kind: "PostgreSQL" | "SQLite" = "PostgreSQL"): Promise<string> {
  if (kind === "PostgreSQL") return (await server.createDatabase()).url;
  return `sqlite:///${await mkdtemp(join(scratch, "sqlite", "db-"))}/test.db`;
}

/** A query by the app's own role. */
export async function query(url: string, text: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, ssl: { rejectUnauthorized: false }, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

export function tablesIn(url: string): Promise<unknown[]> {
  return query(url, "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
}

/** One run in the newest environment, on a new PostgreSQL database, unless told otherwise. */
export async function run(
  files: Files,
  options: Partial<DynoRun> & { python?: EnvironmentName } = {},
): Promise<DynoEnd> {
  const { python = NEWEST, ...rest } = options;
  return runDyno({
    bin: await environment(python),
    home: rest.home ?? (await newApp(files)),
    ...rest,
    env: { DATABASE_URL: rest.env?.DATABASE_URL ?? (await newDatabase()), ...rest.env },
  });
}
