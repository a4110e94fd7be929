import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseExport } from "../src/rehearsal/notice.ts";

const BUNDLE = join(import.meta.dirname, "..", "dist", "local-heroku", "index.js");

export type ServedHeroku = {
  /** What points a client at it: HEROKU_HOST, HEROKU_API_KEY, the CA file, ... */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it and everything that it started. */
  stop(): Promise<void>;
};

/** Starts the bundled local Heroku as a process of its own and waits until it is ready. */
export async function serveLocalHeroku(): Promise<ServedHeroku> {
  const child = spawn(process.execPath, [BUNDLE, "--until-stdin-closes"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const env: Record<string, string> = {};
  const ready = Promise.withResolvers<void>();
  // To its end: notices follow, and it waits for who does not read them.
  createInterface({ input: child.stdout }).on("line", (line) => {
    const exported = parseExport(line);
    if (exported) env[exported.name] = exported.value;
    if (exported?.name === "HEROKU_API_KEY") ready.resolve();
  });
  void ended.then(() => ready.reject(new Error("the local Heroku ended before it was ready")));
  await ready.promise;
  return {
    env,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
