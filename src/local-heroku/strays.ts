import { readdir, readFile, readlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Children inherit it, into other sessions and process groups too. */
export const MARK = "LOCAL_HEROKU_PROCESS";

/** What belongs together: processes whose mark begins so, and those whose working folder is in `folder`. */
export type Family = { readonly mark: string; readonly folder: string | undefined };

const PAUSE_MS = 5;
const GIVE_UP_MS = 2_000;

/** Sends a signal to the processes of a family, wherever they went. Linux alone says where they are: none elsewhere. */
export async function signalStrays(family: Family, name: NodeJS.Signals): Promise<number> {
  const found = await strays(family);
  for (const pid of found) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself meanwhile.
    }
  }
  return found.length;
}

/** Kills a family until two looks in a row find nobody: one that forks can slip past a single look. */
export async function endStrays(family: Family): Promise<void> {
  const giveUp = Date.now() + GIVE_UP_MS;
  for (let clean = 0; clean < 2 && Date.now() < giveUp; ) {
    clean = (await signalStrays(family, "SIGKILL")) === 0 ? clean + 1 : 0;
    if (clean === 0) await sleep(PAUSE_MS);
  }
}

/**
 * Mark and folder both, because a program that writes its own title over its environment (setproctitle) wipes the mark
 * out, and one that becomes a daemon changes to the root. Whoever does both on purpose is not found.
 */
async function strays({ mark, folder }: Family): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, "latin1").catch(() => "");
      if (environment.includes(`${MARK}=${mark}`)) return true;
      if (folder === undefined) return false;
      const at = await readlink(`/proc/${pid}/cwd`).catch(() => "");
      return at === folder || at.startsWith(`${folder}/`) || at === `${folder} (deleted)`;
    }),
  );
  return pids.filter((pid, index) => pid !== process.pid && found[index]);
}
