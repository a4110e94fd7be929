import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const MOST = 100;
const SQLITE = Buffer.from("SQLite format 3\0");

/** Files in a dyno's home that are newer than its process, and those of them that are SQLite databases. */
export async function writtenFiles(
  home: string,
  sinceMs: number,
): Promise<{ readonly files: string[]; readonly databases: string[] }> {
  const files: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(home, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (files.length >= MOST || entry.name === "__pycache__") continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile() && (await stat(join(home, path))).mtimeMs > sinceMs) files.push(path);
    }
  };
  await visit("");
  const isDatabase = await Promise.all(files.map((path) => isSqlite(join(home, path))));
  return { files, databases: files.filter((_, index) => isDatabase[index]) };
}

/** Every SQLite file begins with these 16 bytes (sqlite.org, Database File Format). */
async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0);
    return buffer.equals(SQLITE);
  } finally {
    await file.close();
  }
}
