import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const CACHE = resolve(".cache/python");
const run = promisify(execFile);

/** The folder of `python` in an environment with these packages installed: made once, then kept in .cache. */
export async function pythonEnvironment(requirements: readonly string[]): Promise<string> {
  const { stdout: version } = await run("python3", ["--version"]);
  const hash = createHash("sha256")
    .update([version, ...requirements].join("\n"))
    .digest("hex")
    .slice(0, 16);
  const home = join(CACHE, hash);
  if (!(await exists(home))) await make(home, requirements);
  return join(home, "bin");
}

/** Under another name first, so that what is there is whole; another test file may be as quick as we are. */
async function make(home: string, requirements: readonly string[]): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  try {
    await run("python3", ["-m", "venv", staging]);
    const options = ["--quiet", "--disable-pip-version-check", "--no-input"];
    await run(join(staging, "bin/python"), ["-m", "pip", "install", ...options, ...requirements]);
    await rename(staging, home);
  } catch (error) {
    if (!(await exists(home))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
