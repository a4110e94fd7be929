import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./account.ts";

export type ClusterOptions = {
  /** The folder of `initdb` and `postgres`. */
  readonly bin: string;
  readonly account: Account | undefined;
  readonly folder: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** Ends the wait for the server. */
  readonly signal?: AbortSignal;
};

export const ADMIN = "heroku";

/** Like Heroku, nobody gets in without TLS and a password; only our own administrator may do without TLS. */
const WHO_MAY_CONNECT = `\
host    all ${ADMIN} 127.0.0.1/32 scram-sha-256
hostssl all all      127.0.0.1/32 scram-sha-256
`;

/** Upper and lower case follow Unicode, as on Heroku. */
const CHARACTERS = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

/** Nothing of ours (PG… variables, secrets) reaches the server. */
export const environment = { PATH: process.env.PATH ?? "", LC_ALL: "C" };

/** Where a cluster in the folder `home` has its files. */
export function clusterFiles(home: string) {
  return {
    data: join(home, "data"),
    password: join(home, "password"),
    access: join(home, "pg_hba.conf"),
    cert: join(home, "server.crt"),
    key: join(home, "server.key"),
  };
}

/** Fills the empty folder `home` with a new cluster, all of it the account's, and gives the administrator's password. */
export async function makeCluster(home: string, options: ClusterOptions): Promise<string> {
  const { account } = options;
  const { data, ...files } = clusterFiles(home);
  const password = randomBytes(16).toString("hex");

  await writeFile(files.password, password);
  await writeFile(files.access, WHO_MAY_CONNECT);
  await copyFile(options.certFile, files.cert);
  await copyFile(options.keyFile, files.key);
  for (const file of Object.values(files)) await chmod(file, 0o600);
  if (account) {
    for (const path of [home, ...Object.values(files)]) await chown(path, account.uid, account.gid);
  }

  await promisify(execFile)(
    join(options.bin, "initdb"),
    [
      ...["--pgdata", data, "--username", ADMIN, "--pwfile", files.password],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--lc-ctype", CHARACTERS],
      ...["--wal-segsize", "1", "--no-sync", "--no-instructions"],
    ],
    { cwd: home, env: environment, ...account },
  );
  return password;
}
