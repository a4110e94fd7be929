import { chmod, stat } from "node:fs/promises";
import { join } from "node:path";
import { findShell } from "../dynos/shell.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { type Programs, writePrograms } from "./hook-programs.ts";
import { runStep } from "./run-step.ts";

export type Hook = {
  readonly name: "pre_compile" | "post_compile";
  /** The app's folder. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it finds before anything on its PATH. */
  readonly programs: Programs;
  /** A folder of the build's own. */
  readonly scratch: string;
};

/** Whether an app has a hook of that name. */
export function hasHook({ name, folder }: Pick<Hook, "name" | "folder">): Promise<boolean> {
  return stat(join(folder, "bin", name)).then(
    (file) => file.isFile(),
    () => false,
  );
}

/** Runs an app's bin/pre_compile or bin/post_compile, if it has one. Throws BuildFailed when it does not end well. */
export async function runBuildHook(platform: Platform, hook: Hook, context: BuildContext): Promise<void> {
  const { name, folder, programs, scratch } = hook;
  if (!(await hasHook(hook))) return;
  context.line(`-----> Running bin/${name} hook`);
  await chmod(join(folder, "bin", name), 0o755);
  const own = join(scratch, name);
  await writePrograms(own, programs);
  const env = { ...hook.env, PATH: `${own}:${hook.env.PATH ?? ""}` };
  // By a shell, as the buildpack does: it runs a hook without a first line that says what by itself.
  const step = { command: await findShell(), args: ["-c", '"$0"', `bin/${name}`], folder, env };
  const code = await runStep(platform, step, context);
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
