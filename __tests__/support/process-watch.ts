import { readdir, readFile } from "node:fs/promises";

/**
 * Looks at the command line of every process again and again, and collects those that hold the text. Linux only:
 * elsewhere there is no /proc, and it throws.
 */
export function watchCommandLines(text: string): { stop(): Promise<string[]> } {
  const found = new Set<string>();
  let going = true;
  const watching = (async () => {
    while (going) {
      const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
      await Promise.all(
        processes.map(async (id) => {
          const line = await readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "");
          if (line.includes(text)) found.add(line.replaceAll("\0", " "));
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  return {
    async stop() {
      going = false;
      await watching;
      return [...found];
    },
  };
}
