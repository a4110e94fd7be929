import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const BUNDLE = join(import.meta.dirname, "..", "dist", "local-heroku", "index.js");

export type ServedHeroku = {
  /** What points a client at it: HEROKU_HOST, HEROKU_API_KEY, the CA file, ... */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it and everything that it started. */
  stop(): Promise<void>;
};

/** Starts the bundled local Heroku as a process of its own and waits until it is ready. */
export async function serveLocalHeroku(
  options: { args?: readonly string[]; onLog?: (line: string) => void } = {},
): Promise<ServedHeroku> {
  const child = spawn(process.execPath, [BUNDLE, "--until-stdin-closes", ...(options.args ?? [])], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  createInterface({ input: child.stderr }).on("line", (line) => options.onLog?.(line));
  const env: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name, value] = /^export ([A-Z_]+)=(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    env[name] = value.replace(/^'(.*)'$/, "$1");
    if (name === "HEROKU_API_KEY") break;
  }
  if (env.HEROKU_API_KEY === undefined) throw new Error("the local Heroku ended before it was ready");
  return {
    env,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
