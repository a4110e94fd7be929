import { Failure } from "../failure.ts";
import type { Run } from "./run.ts";

/** The first git that takes configuration from GIT_CONFIG_COUNT, without which the key would have to be in argv or on disk. */
const OLDEST = [2, 31] as const;

/** Throws Failure GIT_TOO_OLD, with the version, for a git that cannot be given configuration by its environment. */
export async function requireVersion(run: Run): Promise<void> {
  const { stdout } = await run(["version"]);
  const [, major = "0", minor = "0"] = /^git version (\d+)\.(\d+)/.exec(stdout.toString()) ?? [];
  if (Number(major) > OLDEST[0] || (Number(major) === OLDEST[0] && Number(minor) >= OLDEST[1])) return;
  throw new Failure("GIT_TOO_OLD", `The git of this job is version ${major}.${minor}.`, {
    fix: `Install git ${OLDEST.join(".")} or later in an earlier step.`,
  });
}
