import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";

/** Something in a folder. Its path is bytes: git and Linux take names that are no UTF-8, and text would lose them. */
export type Entry = { readonly path: Buffer; readonly name: Buffer; readonly dirent: Dirent<Buffer> };

const SLASH = Buffer.from("/");

/** What is in a folder. */
export async function entriesOf(folder: string | Buffer): Promise<Entry[]> {
  const dirents = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
  return dirents.map((dirent) => ({ path: within(folder, dirent.name), name: dirent.name, dirent }));
}

/** The path of a name in a folder. */
export function within(folder: string | Buffer, name: Buffer): Buffer {
  return Buffer.concat([typeof folder === "string" ? Buffer.from(folder) : folder, SLASH, name]);
}
