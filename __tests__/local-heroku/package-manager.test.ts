import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findPackageManager } from "../../src/local-heroku/build/package-manager.ts";
import { checkSource } from "../../src/local-heroku/build/source-checks.ts";

async function folderOf(names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "app-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), "");
  }
  return folder;
}

test.for([
  [["requirements.txt", "pyproject.toml", "setup.py"], "pip"],
  [["Pipfile.lock", "Pipfile"], "pipenv"],
  [["poetry.lock"], "poetry"],
  [["uv.lock"], "uv"],
] as const)("%o", async ([names, manager]) => {
  expect(await findPackageManager(await folderOf(names))).toBe(manager);
});

test.for([
  [
    "none",
    ["pyproject.toml", "sub/requirements.txt"],
    "Couldn't find any supported Python package manager files.",
  ],
  ["setup.py alone", ["setup.py"], "Implicit setup.py file support has been sunset."],
  ["a Pipfile alone", ["Pipfile"], "No 'Pipfile.lock' found!"],
  ["a Pipfile beside another", ["Pipfile", "requirements.txt"], "No 'Pipfile.lock' found!"],
  ["two", ["requirements.txt", "uv.lock"], "Multiple Python package manager files were found."],
] as const)("%s is refused", async ([, names, words]) => {
  await expect(findPackageManager(await folderOf(names))).rejects.toThrow(words);
});

test("the refusal shows what there is", async () => {
  const names = ["sub/requirements.txt", "pyproject.toml", ".env"];
  const error = await findPackageManager(await folderOf(names)).catch((error: unknown) => error);
  expect(error).toMatchObject({ lines: expect.arrayContaining([".env", "pyproject.toml", "sub/"]) });
  const two = await findPackageManager(await folderOf(["uv.lock", "poetry.lock"])).catch(
    (error: unknown) => error,
  );
  expect(two).toMatchObject({ lines: expect.arrayContaining(["poetry.lock (Poetry)", "uv.lock (uv)"]) });
});

test.for([
  ["an environment", ".venv/pyvenv.cfg", "Existing '.venv/' directory found."],
  ["a Python", ".heroku/python/bin/python", "Existing '.heroku/python/' directory found."],
  ["no dot", "python-version", "Misspelled '.python-version' file found."],
  ["an ending", ".python-version.txt", "Misspelled '.python-version' file found."],
] as const)("%s in the source is refused", async ([, name, words]) => {
  await expect(checkSource(await folderOf([name, ".python-version"]))).rejects.toThrow(words);
});

test("an ordinary source passes", async () => {
  await checkSource(await folderOf([".python-version", "venv/notes.txt", ".heroku/run.yml"]));
});
