import { eachLine, FOREIGN } from "../lines.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";

/** A command of a build; everything a build starts may run the app's code. */
export type BuildStep = {
  readonly command: string;
  readonly args: readonly string[];
  /** The app's folder. */
  readonly folder: string;
  /** Where it runs: the app's folder, unless told. */
  readonly cwd?: string;
  readonly env: Readonly<Record<string, string>>;
};

/** Runs it with its output indented as the buildpack does, and gives its exit code; null when it was killed. */
export async function runStep(
  platform: Platform,
  { command, args, folder, cwd = folder, env }: BuildStep,
  { line, signal }: Pick<BuildContext, "line" | "signal">,
): Promise<number | null> {
  const group = platform.processes.start(command, args, { cwd, env, ownFolder: folder });
  const cancel = () => void group.stop(platform.limits.killAfterMs);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  const { stdout, stderr } = group.child;
  const [{ code }] = await Promise.all([
    group.ended,
    eachLine([stdout, stderr], (text) => line(`       ${text}`), FOREIGN),
  ]);
  signal.removeEventListener("abort", cancel);
  return code;
}
