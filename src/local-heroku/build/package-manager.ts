import { readdir } from "node:fs/promises";
import { BuildFailed } from "./build-failed.ts";

const LOCKS = ["Pipfile.lock", "requirements.txt", "poetry.lock", "uv.lock"];

/**
 * Refuses a root that the buildpack refuses: exactly one package manager's file has to be there. Refuses also those
 * that only Heroku builds: this one knows pip. Throws BuildFailed.
 */
export async function checkPackageManager(folder: string): Promise<void> {
  const names = await readdir(folder);
  const found = LOCKS.filter((name) => names.includes(name));
  const [first] = found;
  if (found.length > 1) throw new BuildFailed(several(found));
  if (first === "requirements.txt") return;
  if (first !== undefined) throw new BuildFailed(elsewhere(first));
  if (names.includes("Pipfile")) throw new BuildFailed(pipfileAlone);
  if (names.includes("setup.py")) throw new BuildFailed(setupAlone);
  throw new BuildFailed(none(names));
}

function several(found: readonly string[]): string[] {
  return [
    "Error: Multiple Python package manager files were found.",
    "",
    "Exactly one package manager file should be present in your app's source code, however, several were found:",
    "",
    ...found,
    "",
    "Decide which package manager you want to use with your app, and then delete the file(s) and any config from",
    "the others.",
  ];
}

function elsewhere(name: string): string[] {
  return [
    `Error: The local Heroku cannot install from '${name}'.`,
    "",
    "Heroku itself can. The local Heroku installs with pip alone: it needs a 'requirements.txt' in its place.",
  ];
}

const pipfileAlone = [
  "Error: No 'Pipfile.lock' found!",
  "",
  "A 'Pipfile' was found, however, the associated 'Pipfile.lock' lockfile was not. This means your app dependency",
  "versions aren't pinned, which means the package versions used on Heroku might not match those installed in",
  "other environments.",
  "",
  "Run 'pipenv lock' locally to generate the lockfile, and make sure that 'Pipfile.lock' isn't listed in",
  "'.gitignore' or '.slugignore'.",
];

const setupAlone = [
  "Error: Implicit setup.py file support has been sunset.",
  "",
  "Your app currently only has a 'setup.py' file and no Python package manager files. This means that the buildpack",
  "has to guess which package manager you want to use, which isn't supported any more.",
  "",
  "Add a 'requirements.txt' file to the root directory of your app.",
];

function none(names: readonly string[]): string[] {
  return [
    "Error: Couldn't find any supported Python package manager files.",
    "",
    "A Python app on Heroku must have either a 'requirements.txt', 'Pipfile.lock', 'poetry.lock' or 'uv.lock' package",
    "manager file in the root directory of its source code.",
    "",
    "Currently the root directory of your app contains:",
    "",
    ...[...names].sort(),
    "",
    "If your app already has a package manager file, check that it:",
    "",
    "1. Is in the top level directory (not a subdirectory).",
    "2. Has the correct spelling (the filenames are case-sensitive).",
    "3. Isn't listed in '.gitignore' or '.slugignore'.",
    "",
    "Otherwise, add a package manager file to your app. If your app has no dependencies, then create an empty",
    "'requirements.txt' file.",
  ];
}
