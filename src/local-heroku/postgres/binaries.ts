import { execFile } from "node:child_process";
import { access, constants, glob, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Account } from "./account.ts";

/** Where Debian, Red Hat, Homebrew (both processors) and Postgres.app put the server's programs. */
const PLACES = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql*/bin",
  "/usr/local/opt/postgresql*/bin",
  "/Applications/Postgres.app/Contents/Versions/*/bin",
];

/** `DROP DATABASE … WITH (FORCE)` came with 13; Heroku's oldest is 14. */
const OLDEST = 14;

/**
 * The folder of the newest `initdb` and `postgres` on this machine that the account can run, undefined when there
 * is none. What is on PATH comes last: it may be a script that runs the programs as somebody else.
 */
export async function findBinaries(account: Account | undefined): Promise<string | undefined> {
  const places: string[] = [];
  for await (const place of glob(PLACES)) places.push(place);
  return (await newest(places, account)) ?? (await newest(await foldersOnPath(), account));
}

/** The version that `postgres --version` of the folder tells, undefined when one of the programs does not answer. */
export async function binariesVersion(
  folder: string,
  account: Account | undefined,
): Promise<number | undefined> {
  try {
    const options = { cwd: "/", timeout: 10_000, ...account };
    const run = (program: string) => promisify(execFile)(join(folder, program), ["--version"], options);
    const [postgres] = await Promise.all([run("postgres"), run("initdb")]);
    return Number(/ (\d+(?:\.\d+)?)/.exec(postgres.stdout)?.[1]) || undefined;
  } catch {
    return undefined;
  }
}

async function newest(folders: string[], account: Account | undefined): Promise<string | undefined> {
  const candidates = await Promise.all(
    folders.map(async (folder) => ({ folder, version: (await binariesVersion(folder, account)) ?? 0 })),
  );
  return candidates
    .filter(({ version }) => version >= OLDEST)
    .sort((one, other) => other.version - one.version)[0]?.folder;
}

async function foldersOnPath(): Promise<string[]> {
  const folders: string[] = [];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const program = join(folder, "postgres");
    const found = await access(program, constants.X_OK).then(
      () => realpath(program),
      () => undefined,
    );
    if (found) folders.push(dirname(found));
  }
  return folders;
}
