import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { MISSPELT_PYTHON_VERSION } from "../../project/python-request.ts";
import { exists } from "../exists.ts";
import { BuildFailed } from "./build-failed.ts";
import { VersionRefused } from "./version-refused.ts";

/**
 * Refuses what the buildpack (v351) does not want to find in an app's folder once bin/pre_compile has run: a Python or
 * a virtual environment of its own, a misspelt .python-version. Throws BuildFailed.
 */
export async function checkSource(folder: string): Promise<void> {
  if (await exists(join(folder, ".heroku", "python"))) throw refused(existingPython);
  for (const name of [".venv", "venv"]) {
    if (await exists(join(folder, name, "pyvenv.cfg"))) throw refused(existingVenv(name));
  }
  const misspelt = (await readdir(folder)).find((name) => MISSPELT_PYTHON_VERSION.test(name));
  if (misspelt !== undefined) throw new VersionRefused(misspeltVersionFile(misspelt));
}

function refused(lines: readonly string[]): BuildFailed {
  return new BuildFailed(lines, { end: "build-environment" });
}

const existingPython = [
  "Error: Existing '.heroku/python/' directory found.",
  "",
  "Your app's source code contains an existing directory named '.heroku/python/', which is where the Python buildpack",
  "needs to install its files.",
  "",
  "If you have committed a '.heroku/python/' directory to your Git repo, you must delete it or use a different",
  "location. Otherwise, check that a 'bin/pre_compile' hook hasn't created this directory.",
];

function existingVenv(name: string): string[] {
  return [
    `Error: Existing '${name}/' directory found.`,
    "",
    `Your app's source code contains an existing directory named '${name}/', which looks like a Python virtual`,
    "environment. The files within it are specific to a single machine and so won't work when run somewhere else.",
    "",
    `If you've committed a '${name}/' directory to your Git repo, you must delete it and add the directory to your`,
    ".gitignore file.",
  ];
}

function misspeltVersionFile(name: string): string[] {
  return [
    "Error: Misspelled '.python-version' file found.",
    "",
    `Your app's source code contains a file named '${name}', which looks like a misspelled '.python-version'.`,
    "",
    "Rename it to '.python-version', or delete it if your app already has a file of that name.",
  ];
}
