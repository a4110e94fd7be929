import { execFile } from "node:child_process";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll } from "vitest";
import type { LocalHeroku } from "../../src/local-heroku/start.ts";

const BIN = join(import.meta.dirname, "node_modules", ".bin");

export type Run = { readonly code: number; readonly output: string };

/** Runs `heroku …` or `git …` as a user would, and gives what both streams said. */
export type Cli = (command: "heroku" | "git", ...args: string[]) => Promise<Run>;

/** Whether the real CLI is installed (npm ci --ignore-scripts in this folder). */
export async function isInstalled(): Promise<boolean> {
  return access(join(BIN, "heroku")).then(
    () => true,
    () => false,
  );
}

/**
 * The real CLI and git in a folder, with nothing of this machine's but PATH: the CLI writes the user's git
 * configuration at every command, and a wrong HEROKU_HOST would send it to the real Heroku.
 */
export async function commandLine(heroku: LocalHeroku, cwd: string): Promise<Cli> {
  const home = await mkdtemp(join(tmpdir(), "cli-home-"));
  afterAll(() => rm(home, { recursive: true, force: true }));
  const env = {
    ...heroku.env,
    PATH: `${BIN}${delimiter}${process.env.PATH}`,
    HOME: home,
    GIT_CONFIG_GLOBAL: join(home, ".gitconfig"),
    XDG_CACHE_HOME: join(home, ".cache"),
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local", "share"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "A",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "A",
    GIT_COMMITTER_EMAIL: "a@example.com",
    HEROKU_NOTIFICATIONS: "0",
  };
  return (command, ...args) =>
    new Promise((resolve) => {
      const child = execFile(command, args, { cwd, env, timeout: 60_000 }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 255;
        resolve({ code, output: stdout + stderr });
      });
      child.stdin?.end();
    });
}
