import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "../../failure.ts";
import { exists } from "../exists.ts";

/** The user that the database server runs as, where that is not the user of this process. */
export type Account = { readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root, and a uid without an entry in /etc/passwd. Gives the account of `postgres`
 * or `nobody` to root, undefined (run as yourself) to anybody else. Throws Failure when root has neither.
 */
export async function databaseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const entries = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const entry = entries.find(([name]) => name === wanted);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Failure(
    "POSTGRES_NEEDS_A_USER",
    "PostgreSQL does not run as root, and this machine has neither a user `postgres` nor a user `nobody`.",
    { fix: "Start the local Heroku as an ordinary user." },
  );
}

/** The first of the folders that the account can enter, all the folders above it included. */
export async function firstReachable(
  folders: readonly string[],
  account: Account | undefined,
): Promise<string | undefined> {
  for (const folder of folders) if (await isReachable(folder, account)) return folder;
  return undefined;
}

async function isReachable(folder: string, account: Account | undefined): Promise<boolean> {
  if (!account) return exists(folder);
  const { mode } = await stat(folder).catch(() => ({ mode: 0 }));
  if ((mode & 0o001) === 0) return false;
  return folder === dirname(folder) || isReachable(dirname(folder), account);
}
