import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { programsAfter, writePrograms } from "../../src/local-heroku/build/hook-programs.ts";

const run = promisify(execFile);

const INDEX = "https://me:it's pass@index.example.com/simple";
const tools = { PATH: "/nowhere", PIP_INDEX_URL: INDEX, PIP_TIMEOUT: "5", "PIP_NOT.A-NAME": "1" };

/** Stands in for pip: shows two settings and its arguments. */
const SHOW = ["/bin/sh", "-c", 'printf "%s|" "$PIP_INDEX_URL" "$PIP_TIMEOUT" "$@"', "pip"];

test.for([
  ["pip", ["install", "a b"]],
  ["pip3", ["install", "a b"]],
  ["python", ["-m", "pip", "install", "a b"]],
  ["python3", ["-m", "pip", "install", "a b"]],
] as const)("%s runs pip with the settings, which are in no command line", async ([name, args]) => {
  const folder = await mkdtemp(join(tmpdir(), "programs-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const programs = programsAfter("pip", "/venv", SHOW, { tools, vars: { PIP_TIMEOUT: "60" } });
  // Programs that a shell looks up would show their command lines.
  await writePrograms(folder, { ...programs, env: 'echo "seen: $*"' });
  const env = { PATH: folder, PIP_TIMEOUT: "60" };
  const { stdout } = await run(join(folder, name), [...args], { env });
  expect(stdout).toBe(`${INDEX}|60|install|a b|`);
});
