import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exists } from "../exists.ts";

/**
 * The programs that a program on PATH may lead to. A shim of pyenv is a script that takes a tenth of a second to find
 * the one of the global versions (pyenv, "Choosing the Python version"), or that none of them has it; a look at its
 * files tells the same. Anything else leads to itself.
 */
export async function behindShim(path: string): Promise<readonly string[]> {
  const root = dirname(dirname(path));
  if (basename(dirname(path)) !== "shims" || !(await exists(join(root, "versions")))) return [path];
  const chosen = await readFile(join(root, "version"), "utf8").catch(() => "system");
  const names = chosen.split(/\s+/).filter((name) => name !== "" && name !== "system");
  const folders = names.map((name) => join(root, "versions", name));
  // A name may also be the beginning of one, which is for pyenv to complete.
  for (const folder of folders) if (!(await exists(folder))) return [path];
  for (const folder of folders) {
    const program = join(folder, "bin", basename(path));
    if (await exists(program)) return [program];
  }
  return [];
}
