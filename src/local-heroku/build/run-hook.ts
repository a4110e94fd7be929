import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../exists.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { runStep } from "./run-step.ts";

/** Runs an app's bin/pre_compile or bin/post_compile. Throws BuildFailed when it does not end well. */
export async function runBuildHook(
  platform: Platform,
  name: "pre_compile" | "post_compile",
  folder: string,
  env: Readonly<Record<string, string>>,
  context: BuildContext,
): Promise<void> {
  const command = join(folder, "bin", name);
  if (!(await exists(command))) return;
  context.line(`-----> Running bin/${name} hook`);
  await chmod(command, 0o755);
  const code = await runStep(platform, { command, args: [], folder, env }, context);
  if (code === 0) return;
  throw new BuildFailed([
    `Error: Failed to run the bin/${name} script.`,
    "",
    `We found a 'bin/${name}' script in your app source, so ran it to allow for customisation of the build process.`,
    `However, this script exited with status ${code ?? "unknown"}.`,
    "",
    "Fix any errors output by your script above, or remove/rename the script.",
  ]);
}
