import { randomBytes } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readFields } from "../http/fields.ts";

/** An environment with installed packages, and its size in bytes. */
export type Venv = { readonly venv: string; readonly size: number };

const UNUSED_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * A new place for an environment. Environments cannot be moved, so each build makes its own at its final place, and
 * the one that `keepVenv` notes last is the one that is found: two builds at once need no lock.
 */
export function venvFolder(cache: string, key: string): string {
  return join(cache, "venvs", `${key}-${randomBytes(4).toString("hex")}`);
}

/** The environment that was kept under a key, if it is still there. */
export async function keptVenv(cache: string, key: string): Promise<Venv | undefined> {
  const note = join(cache, "venvs", `${key}.json`);
  try {
    const fields = readFields(await readFile(note, "utf8"));
    const venv = fields.text("venv") ?? "";
    await access(join(venv, "bin", "python"));
    const time = new Date();
    await Promise.all([utimes(note, time, time), utimes(venv, time, time)]);
    return { venv, size: fields.number("size") ?? 0 };
  } catch {
    return undefined;
  }
}

/** Notes a finished environment under its key. */
export async function keepVenv(cache: string, key: string, venv: Venv): Promise<void> {
  const note = join(cache, "venvs", `${key}.json`);
  await writeFile(`${note}.${process.pid}`, JSON.stringify(venv));
  await rename(`${note}.${process.pid}`, note);
}

/** Makes the cache folder and removes what nobody has used for two weeks. */
export async function openVenvCache(cache: string): Promise<void> {
  const folder = join(cache, "venvs");
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > UNUSED_MS) await rm(path, { recursive: true, force: true });
  }
}
