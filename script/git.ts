import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** No HOME: what git ignores everywhere is configuration too. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: "1",
  // A file, since a clone passes on no settings to the git that reads its source.
  GIT_CONFIG_GLOBAL: join(import.meta.dirname, "gitconfig"),
  GIT_TERMINAL_PROMPT: "0",
};

export type Git = (...args: string[]) => Promise<string>;

/**
 * The real git in a folder, with an author of its own, apart from this machine's configuration, its templates and
 * hooks. Gives what git prints; throws with git's own reason.
 */
export function gitIn(folder: string): Git {
  return async (...args) => {
    const run = promisify(execFile)("git", args, {
      cwd: folder,
      env: ENVIRONMENT,
      maxBuffer: 2 ** 28,
    });
    const { stdout } = await run.catch((error) => {
      const lines = String(error.stderr ?? "")
        .trim()
        .split("\n");
      // What follows the reason is advice.
      const said = lines.find((line) => /^(fatal|error): /.test(line)) ?? lines.at(-1);
      throw said ? new Error(`git: ${said}`, { cause: error }) : error;
    });
    return stdout;
  };
}
