import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { findInterpreters } from "../../src/local-heroku/build/interpreters.ts";
import { behindShim } from "../../src/local-heroku/build/pyenv-shim.ts";
import { createProcesses } from "../../src/local-heroku/processes.ts";

/** Counts how often it is asked, and answers as a Python would. */
const PYTHON = `#!/bin/sh
echo asked >> "$(dirname "$0")/count"
echo '{"path": "'"$0"'", "version": "3.12.1", "pip": "25.0", "library": null}'
`;

test("a program with several names and a folder with two are asked once", async () => {
  const scratch = await realpath(await mkdtemp(join(tmpdir(), "interpreters-")));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  const [bin, environment] = [join(scratch, "usr-bin"), join(scratch, "venv-bin")];
  for (const folder of [bin, environment]) await mkdir(folder);
  await writeFile(join(bin, "python3.12"), PYTHON, { mode: 0o755 });
  await symlink("python3.12", join(bin, "python3"));
  await symlink(bin, join(scratch, "bin"));
  // That of a virtual environment is another one, though it leads to the same file.
  await symlink(join(bin, "python3.12"), join(environment, "python3"));
  vi.stubEnv("PATH", [environment, bin, join(scratch, "bin"), "/usr/bin"].join(delimiter));
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv("RUNNER_TOOL_CACHE", join(scratch, "none"));

  const search = { processes: createProcesses(), folder: scratch, python: undefined };
  const found = await findInterpreters(search);
  const ours = found.filter(({ path }) => path.startsWith(scratch));
  expect(ours.map(({ path }) => path)).toEqual([join(environment, "python3"), join(bin, "python3.12")]);
  expect(await readFile(join(bin, "count"), "utf8")).toBe("asked\n");
});

test.for([
  [
    "the first of the chosen versions that has it",
    "3.12.4\n3.11.9\n",
    "python3.11",
    ["versions/3.11.9/bin/python3.11"],
  ],
  ["no chosen version that has it", "3.12.4\n", "python3.11", []],
  ["the system's", "system\n", "python3", []],
  ["nothing chosen", undefined, "python3", []],
  ["the beginning of a name", "3.12\n", "python3", ["shims/python3"]],
  ["the chosen one", "3.12.4\n", "python3", ["versions/3.12.4/bin/python3"]],
] as const)("a shim of pyenv leads where pyenv would: %s", async ([, version, name, expected]) => {
  const root = await realpath(await mkdtemp(join(tmpdir(), "pyenv-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const programs = [
    "shims/python3",
    "shims/python3.11",
    "versions/3.12.4/bin/python3",
    "versions/3.11.9/bin/python3.11",
  ];
  for (const path of programs) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), "");
  }
  if (version !== undefined) await writeFile(join(root, "version"), version);
  const found = await behindShim(join(root, "shims", name));
  expect(found).toEqual(expected.map((path) => join(root, path)));
  const program = join(root, "versions/3.12.4/bin/python3");
  expect(await behindShim(program)).toEqual([program]);
});
