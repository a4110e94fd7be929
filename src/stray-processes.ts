import { readdir, readFile } from "node:fs/promises";

/**
 * Ends the processes that were given a folder of ours in their environment, and gives how many there were: a git whose
 * server went away with the main step may wait for ever. Linux alone tells which they are; elsewhere there are none.
 */
export async function endStrays(folder: string): Promise<number> {
  const names = await readdir("/proc").catch(() => []);
  const ids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const ended = await Promise.all(
    ids.map(async (id) => {
      const environment = await readFile(`/proc/${id}/environ`, "utf8").catch(() => "");
      return id !== process.pid && environment.includes(`=${folder}/`) && kill(id);
    }),
  );
  return ended.filter(Boolean).length;
}

function kill(id: number): boolean {
  try {
    return process.kill(id, "SIGKILL");
  } catch {
    // It has ended meanwhile.
    return false;
  }
}
