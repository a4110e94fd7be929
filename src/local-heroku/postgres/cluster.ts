import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./account.ts";
import { clusterFile, keepCluster, unpackCluster } from "./kept-cluster.ts";

export type ClusterOptions = {
  /** The folder of `initdb` and `postgres`. */
  readonly bin: string;
  readonly account: Account | undefined;
  readonly folder: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** Told where the data is, as soon as there is any. */
  readonly onFolder?: ((folder: string) => void) | undefined;
  /** Where a new cluster is kept for the next start; without it each start makes its own. */
  readonly cacheFolder?: string | undefined;
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

const INITDB = [
  ...["--username", ADMIN, "--auth", "scram-sha-256", "--encoding", "UTF8"],
  ...["--locale", "C", "--lc-ctype", CHARACTERS, "--wal-segsize", "1", "--no-sync", "--no-instructions"],
];

/** A cluster in its folder: the administrator's password, and whether it was unpacked from what an earlier start kept. */
export type Cluster = { readonly password: string; readonly unpacked: boolean };

/** Fills the empty folder `home` with a cluster, all of it the account's. */
export async function makeCluster(home: string, options: ClusterOptions): Promise<Cluster> {
  const { account, bin, cacheFolder } = options;
  const { data, password, ...files } = clusterFiles(home);
  const own = async (path: string) => account && chown(path, account.uid, account.gid);
  await own(home);

  const kept = cacheFolder === undefined ? undefined : await clusterFile(cacheFolder, bin, INITDB);
  const unpacked = kept !== undefined && (await unpackCluster(kept, home, account));
  if (!unpacked) {
    await rm(data, { recursive: true, force: true });
    await writeFile(password, randomBytes(16).toString("hex"), { mode: 0o600 });
    await own(password);
    const args = ["--pgdata", data, "--pwfile", password, ...INITDB];
    await promisify(execFile)(join(bin, "initdb"), args, { cwd: home, env: environment, ...account });
    const made = [data, password].map((path) => basename(path));
    if (kept !== undefined) await keepCluster(kept, { home, files: made }, account);
  }

  await writeFile(files.access, WHO_MAY_CONNECT);
  await copyFile(options.certFile, files.cert);
  await copyFile(options.keyFile, files.key);
  for (const file of Object.values(files)) {
    await chmod(file, 0o600);
    await own(file);
  }
  return { password: await readFile(password, "utf8"), unpacked };
}
