import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const MOST = 100;
const SQLITE = Buffer.from("SQLite format 3\0");

/**
 * Files in a dyno's home that were made or changed since its process began, and those of them that are SQLite
 * databases. What cannot be read, or went meanwhile, is passed over.
 */
export async function writtenFiles(
  home: string,
  sinceMs: number,
): Promise<{ readonly files: string[]; readonly databases: string[] }> {
  const files: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(home, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (files.length >= MOST || entry.name === "__pycache__") continue;
      if (entry.isDirectory()) await visit(path);
      else if (entry.isFile() && (await isNewer(join(home, path), sinceMs))) files.push(path);
    }
  };
  await visit("");
  const isDatabase = await Promise.all(files.map((path) => isSqlite(join(home, path)).catch(() => false)));
  return { files, databases: files.filter((_, index) => isDatabase[index]) };
}

/** By its birth too: what is unpacked or copied may keep the time of its last change (shutil.copy2). */
function isNewer(path: string, sinceMs: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs, birthtimeMs }) => Math.max(mtimeMs, birthtimeMs) > sinceMs,
    () => false,
  );
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
