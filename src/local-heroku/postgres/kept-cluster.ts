import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";

const FOLDER = "postgres";
const LEFT_MS = 60 * 60 * 1000;

/**
 * The file in which a cluster is kept that these programs made with these arguments: `initdb` takes half a second of a
 * processor, unpacking its work a tenth of that. Other programs cannot read it, so they are part of its name.
 */
export async function clusterFile(
  cacheFolder: string,
  bin: string,
  initdb: readonly string[],
): Promise<string> {
  const { size, mtimeMs } = await stat(join(bin, "postgres"));
  const parts = [process.platform, process.arch, bin, size, mtimeMs, initdb];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  return join(cacheFolder, FOLDER, `${key}.tar`);
}

/** Fills the folder `home` with the kept cluster, all of it the account's. False where there is none, or no whole one. */
export async function unpackCluster(
  file: string,
  home: string,
  account: Account | undefined,
): Promise<boolean> {
  // The account may not be able to open it: it is handed over open.
  const archive = await open(file).catch(() => undefined);
  if (!archive) return false;
  try {
    return await tar(["-xf", "-"], { home, account, stdio: [archive.fd, "ignore", "ignore"] });
  } finally {
    await archive.close();
  }
}

/** Keeps these files of a cluster that no server has used yet, in place of what was kept. Where it cannot, it keeps nothing. */
export async function keepCluster(
  file: string,
  cluster: { readonly home: string; readonly files: readonly string[] },
  account: Account | undefined,
): Promise<void> {
  const staging = `${file}.${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    // The administrator's password is in it.
    const archive = await open(staging, "wx", 0o600);
    const args = ["-cf", "-", ...cluster.files];
    const stdio: Stdio = ["ignore", archive.fd, "ignore"];
    const whole = await tar(args, { home: cluster.home, account, stdio }).finally(() => archive.close());
    if (whole) await rename(staging, file);
    await removeOthers(file);
  } catch {
    // The next start makes one too.
  } finally {
    await rm(staging, { force: true }).catch(() => undefined);
  }
}

/** What other programs made, and what somebody began to write and left. */
async function removeOthers(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const isLeft = Date.now() - (await stat(path)).mtimeMs > LEFT_MS;
    if (path !== file && (name.endsWith(".tar") || isLeft)) await rm(path, { force: true });
  }
}

/** Removes what is kept, where a server did not start with it. */
export function forgetClusters(cacheFolder: string): Promise<void> {
  return rm(join(cacheFolder, FOLDER), { recursive: true, force: true });
}

type Stdio = ("ignore" | number)[];

/** Whether tar did it; false too where there is no tar. */
async function tar(
  args: readonly string[],
  options: {
    readonly home: string;
    readonly account: Account | undefined;
    readonly stdio: Stdio;
  },
): Promise<boolean> {
  const { home, account, stdio } = options;
  const child = spawn("tar", args, { cwd: home, stdio, ...account });
  const [code] = await once(child, "close").catch(() => [undefined]);
  return code === 0;
}
