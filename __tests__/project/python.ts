import { execFile } from "node:child_process";
import { once } from "node:events";
import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Heroku's pip (Python buildpack v351). */
const PIP = "26.2.1";
const CACHE = join(import.meta.dirname, "../../.cache");

/** What a Python program of this folder answers to a question, both as JSON. It runs with the pip that Heroku has. */
export async function ask(program: string, question: unknown): Promise<Record<string, unknown>> {
  const python = await pythonWithPip();
  const child = execFile(python, ["-I", join(import.meta.dirname, program)], { maxBuffer: 2 ** 26 });
  if (!child.stdin || !child.stdout) throw new Error("Python has no pipes.");
  child.stdin.end(JSON.stringify(question));
  const [answer] = await Promise.all([text(child.stdout), once(child, "close")]);
  return Object(JSON.parse(answer));
}

/** The interpreter of a virtual environment with that pip; made once, by whichever test is first. */
async function pythonWithPip(): Promise<string> {
  const folder = join(CACHE, `pip-${PIP}`);
  const python = join(folder, "bin/python");
  const isMade = await access(python).then(
    () => true,
    () => false,
  );
  if (isMade) return python;

  await mkdir(CACHE, { recursive: true });
  const making = await mkdtemp(join(CACHE, "making-"));
  await run("python3", ["-m", "venv", making]);
  await run(join(making, "bin/python"), ["-m", "pip", "install", "--quiet", `pip==${PIP}`]);
  // Another test file may have been faster; then its folder stays.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return python;
}
