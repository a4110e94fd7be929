import { execFile } from "node:child_process";
import { promisify } from "node:util";

const SETTINGS = [
  ...["user.name=script", "user.email=script@localhost", "core.hooksPath=/dev/null", "safe.directory=*"],
  ...["core.compression=1", "core.bigFileThreshold=1m", "gc.auto=0"],
].flatMap((setting) => ["-c", setting]);

/** No HOME: what git ignores everywhere is configuration too. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_TERMINAL_PROMPT: "0",
};

export type Git = (...args: string[]) => Promise<string>;

/**
 * The real git in a folder, with an author of its own, apart from this machine's configuration, its templates and
 * hooks. Gives what git prints; throws with git's last words.
 */
export function gitIn(folder: string): Git {
  return async (...args) => {
    const run = promisify(execFile)("git", [...SETTINGS, ...args], {
      cwd: folder,
      env: ENVIRONMENT,
      maxBuffer: 2 ** 28,
    });
    const { stdout } = await run.catch((error) => {
      const said = String(error.stderr ?? "")
        .trim()
        .split("\n")
        .at(-1);
      throw said ? new Error(`git: ${said}`, { cause: error }) : error;
    });
    return stdout;
  };
}
