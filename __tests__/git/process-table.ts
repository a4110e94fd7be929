import { readdir, readFile } from "node:fs/promises";

/** A process as /proc shows it (Linux). */
export type Process = { readonly pid: number; readonly argv: string; readonly environment: string };

/** Every process whose arguments or environment hold a text. */
export async function processesWith(text: string): Promise<Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      argv: (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " "),
      environment: await readFile(`/proc/${pid}/environ`, "utf8").catch(() => ""),
    })),
  );
  return processes.filter(({ argv, environment }) => argv.includes(text) || environment.includes(text));
}

/** Looks again and again until the work is done, and gives every process that held the text at some time. */
export async function watch(text: string, work: Promise<unknown>): Promise<Process[]> {
  const seen = new Map<string, Process>();
  let isDone = false;
  const finished = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    for (const found of await processesWith(text)) seen.set(`${found.pid} ${found.argv}`, found);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await finished;
  return [...seen.values()];
}
