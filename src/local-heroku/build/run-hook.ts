import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "../exists.ts";
import type { Platform } from "../platform.ts";
import { eachLine } from "../processes.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";

/** Runs an app's bin/pre_compile or bin/post_compile, with its config vars. Throws BuildFailed when it does not end well. */
export async function runBuildHook(
  platform: Platform,
  name: "pre_compile" | "post_compile",
  folder: string,
  vars: Readonly<Record<string, string>>,
  { line, signal }: BuildContext,
): Promise<void> {
  const file = join(folder, "bin", name);
  if (!(await exists(file))) return;
  line(`-----> Running bin/${name} hook`);
  await chmod(file, 0o755);
  const env = { PATH: process.env.PATH ?? "", LANG: "C.UTF-8", ...vars, HOME: folder };
  const group = platform.processes.start(file, [], { cwd: folder, env });
  const cancel = () => void group.stop(platform.limits.killAfterMs);
  signal.addEventListener("abort", cancel, { once: true });
  const { stdout, stderr } = group.child;
  const [{ code }] = await Promise.all([
    group.ended,
    eachLine([stdout, stderr], (text) => line(`       ${text}`)),
  ]);
  signal.removeEventListener("abort", cancel);
  if (code === 0) return;
  throw new BuildFailed([
    `Error: Failed to run the bin/${name} script.`,
    "",
    `We found a 'bin/${name}' script and tried to run it, but it exited with status ${code ?? "unknown"}.`,
    "See the log output above for more information.",
  ]);
}
