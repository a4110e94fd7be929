import { access, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GitServer } from "../support/git-server.ts";
import { folder } from "../support/repository.ts";
import { gitServer } from "./pushing.ts";

/** What an attacker would have: a program that he wants run, and a server that he wants to be asked. */
export type Trap = {
  readonly folder: string;
  /** Path of a program that leaves a mark when it is run, whatever its arguments. */
  readonly program: string;
  readonly server: GitServer;
  /** What was caught since the last `clear`. */
  caught(): Promise<string[]>;
  clear(): Promise<void>;
};

/** Sets a trap that is gone after the test. */
export async function trap(): Promise<Trap> {
  const here = await folder();
  const mark = join(here, "mark");
  const program = join(here, "program");
  await writeFile(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\nexit 1\n`, { mode: 0o755 });
  let seen = 0;
  const server = await gitServer({ password: "something else" });
  return {
    folder: here,
    program,
    server,
    async caught() {
      const ran = await access(mark).then(
        () => ["code was run"],
        () => [],
      );
      return [
        ...ran,
        ...server.requests
          .slice(seen)
          .map(({ method, path, password }) => `${method} ${path} ${password ?? ""}`),
      ];
    },
    async clear() {
      seen = server.requests.length;
      await rm(mark, { force: true });
    },
  };
}
