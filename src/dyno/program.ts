import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { deflate } from "node:zlib";

// ncc copies a file beside the bundle where it sees this very expression, with a constant path. A module
// comes after those it imports.
const MODULES = {
  output: new URL("./output.py", import.meta.url),
  failures: new URL("./failures.py", import.meta.url),
  loading: new URL("./loading.py", import.meta.url),
  databases: new URL("./databases.py", import.meta.url),
  tables: new URL("./tables.py", import.meta.url),
  shapes: new URL("./shapes.py", import.meta.url),
  running: new URL("./running.py", import.meta.url),
  main: new URL("./main.py", import.meta.url),
};
const BOOT = new URL("./boot.py", import.meta.url);

/** The text of the Python program (3.8 or newer, standard library only) that works on the tables on a dyno. */
export async function dynoProgram(): Promise<string> {
  const sources: Record<string, string> = {};
  for (const [name, file] of Object.entries(MODULES)) sources[name] = await readFile(file, "utf8");
  // Packed, since Heroku limits an app's environment as a whole, to 32 kB by its older documents.
  const packed = await promisify(deflate)(JSON.stringify(sources));
  return `PACKED = "${packed.toString("base64")}"\n${await readFile(BOOT, "utf8")}`;
}
