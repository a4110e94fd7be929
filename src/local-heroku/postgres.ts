import { randomBytes } from "node:crypto";
import { databaseAccount } from "./postgres/account.ts";
import { findBinaries } from "./postgres/binaries.ts";
import { packagedBinaries } from "./postgres/packaged-binaries.ts";
import { startServer } from "./postgres/server.ts";

export type Postgres = {
  /** A database with a role of its own. Its URL is as Heroku's: `postgres://`, no sslmode, random names. */
  createDatabase(): Promise<{ url: string; drop(): Promise<void> }>;
  /** Stops the server and removes all data. */
  stop(): Promise<void>;
};

/** Heroku Postgres essential-0 allows 20 connections. */
const CONNECTIONS = 20;

/**
 * Starts a real PostgreSQL with TLS on a free port of 127.0.0.1: the one of this machine, else one from npm. Its data is
 * below `folder`. `certFile` and `keyFile` are PEM; `bin` overrides where the programs come from.
 * Throws Failure (POSTGRES_…) with nothing left behind.
 */
export async function startPostgres(options: {
  folder: string;
  certFile: string;
  keyFile: string;
  bin?: string;
  /** Told where the data is, as soon as there is any. */
  onFolder?: (folder: string) => void;
  /** Where a new cluster is kept for the next start; without it each start makes its own. */
  cacheFolder?: string;
  /** Ends the wait for programs that are being fetched, and for the server. */
  signal?: AbortSignal;
}): Promise<Postgres> {
  const account = await databaseAccount();
  const bin =
    options.bin ??
    (await findBinaries(account)) ??
    (await packagedBinaries(account, { signal: options.signal }));
  const server = await startServer({ ...options, bin, account });

  return {
    async createDatabase() {
      const [user, password, name] = [`u${hex(7)}`, `p${hex(32)}`, `d${hex(7)}`];
      await server.sql.unsafe(
        `CREATE ROLE ${user} LOGIN PASSWORD '${password}' CONNECTION LIMIT ${CONNECTIONS}`,
      );
      await server.sql.unsafe(`CREATE DATABASE ${name} OWNER ${user}`);
      await server.sql.unsafe(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
      return {
        url: `postgres://${user}:${password}@localhost:${server.port}/${name}`,
        async drop() {
          await server.sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
          await server.sql.unsafe(`DROP ROLE IF EXISTS ${user}`);
        },
      };
    },
    stop: server.stop,
  };
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}
