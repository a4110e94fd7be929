import { lstat } from "node:fs/promises";
import { entriesOf } from "../entries.ts";

/** Bytes of all files below a folder. */
export async function folderSize(folder: string | Buffer): Promise<number> {
  const entries = await entriesOf(folder);
  const sizes = await Promise.all(
    entries.map(async ({ path, dirent }) => {
      if (dirent.isDirectory()) return folderSize(path);
      return dirent.isFile() ? (await lstat(path)).size : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A size as Heroku writes it: `36.3M`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)}M`;
}
