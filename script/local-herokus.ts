import { watch } from "node:fs";
import { exists } from "../src/local-heroku/exists.ts";
import { inMemory } from "../src/local-heroku/memory-folder.ts";

export type Watched = {
  /** Where the local Herokus have their databases in memory, or had. */
  memory(): string[];
  /** Which of these folders are still there. */
  leftInMemory(): Promise<string[]>;
  close(): void;
};

/** Watches a temporary folder for the local Herokus that are started in it; what they have in memory bears the same name. */
export function watchLocalHerokus(temporary: string): Watched {
  const names = new Set<string>();
  const watcher = watch(temporary, (_, name) => {
    if (name?.startsWith("heroku-")) names.add(name);
  });
  const memory = () => [...names].map(inMemory);
  return {
    memory,
    async leftInMemory() {
      const paths = memory();
      const there = await Promise.all(paths.map(exists));
      return paths.filter((_, index) => there[index]);
    },
    close: () => watcher.close(),
  };
}
