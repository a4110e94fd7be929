import { execFile } from "node:child_process";
import { join } from "node:path";

/** Heroku's pip, and the setuptools that Heroku installs besides up to Python 3.12 (buildpack v351). */
const PIP = "26.2.1";
const SETUPTOOLS = "70.3.0";
const PATIENCE_MS = 900_000;

export type Ran = { readonly ok: boolean; readonly output: string };

/** Runs a program to its end, and never throws. */
export function run(program: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: PATIENCE_MS, maxBuffer: 2 ** 27 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}${error?.message ?? ""}` }),
    );
  });
}

/** A virtual environment as Heroku makes one, by the interpreter's `major.minor`. */
export async function environments(
  interpreters: readonly string[],
  root: string,
): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const interpreter of interpreters) {
    const asked = await run(interpreter, "-c", "import sys; print('%d.%d' % sys.version_info[:2])");
    const minor = asked.output.trim();
    if (!asked.ok || made.has(minor)) continue;
    const folder = join(root, minor);
    const python = join(folder, "bin", "python");
    const setuptools = Number(minor.split(".")[1]) <= 12 ? [`setuptools==${SETUPTOOLS}`] : [];
    await run(interpreter, "-m", "venv", folder);
    const { ok } = await run(python, "-m", "pip", "install", "-q", `pip==${PIP}`, ...setuptools);
    if (ok) made.set(minor, python);
  }
  return made;
}
