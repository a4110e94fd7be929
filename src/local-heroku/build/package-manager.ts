import { readdir } from "node:fs/promises";
import { BuildFailed } from "./build-failed.ts";

export type PackageManager = "pipenv" | "pip" | "poetry" | "uv";

/** What each package manager installs from, in the buildpack's order. */
const FILES: ReadonlyMap<string, { readonly manager: PackageManager; readonly title: string }> = new Map([
  ["Pipfile.lock", { manager: "pipenv", title: "Pipenv" }],
  ["requirements.txt", { manager: "pip", title: "pip" }],
  ["poetry.lock", { manager: "poetry", title: "Poetry" }],
  ["uv.lock", { manager: "uv", title: "uv" }],
]);

/**
 * The package manager that an app installs with: exactly one of their files has to be in the root. Throws BuildFailed
 * as the buildpack (v351) does, where a Pipfile without its lock ends the build whatever else is there.
 */
export async function findPackageManager(folder: string): Promise<PackageManager> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
  if (names.includes("Pipfile") && !names.includes("Pipfile.lock")) throw refusal(pipfileAlone);
  const found = [...FILES].filter(([name]) => names.includes(name));
  const [first] = found;
  if (found.length > 1) throw refusal(several(found.map(([name, { title }]) => `${name} (${title})`)));
  if (first) return first[1].manager;
  throw refusal(names.includes("setup.py") ? setupAlone : none(names));
}

function refusal(lines: readonly string[]): BuildFailed {
  return new BuildFailed(lines, { end: "build-package-manager" });
}

function several(found: readonly string[]): string[] {
  return [
    "Error: Multiple Python package manager files were found.",
    "",
    "Exactly one package manager file should be present in your app's source code, however, several were found:",
    "",
    ...found,
    "",
    "You must decide which package manager you want to use with your app, and then delete the file(s) and any",
    "config from the others.",
  ];
}

const pipfileAlone = [
  "Error: No 'Pipfile.lock' found!",
  "",
  "A 'Pipfile' file was found, however, the associated 'Pipfile.lock' Pipenv lockfile wasn't. This means your app",
  "dependency versions aren't pinned, which means the package versions used on Heroku might not match those",
  "installed in other environments.",
  "",
  "Run 'pipenv lock' locally to generate the lockfile, and make sure that 'Pipfile.lock' isn't listed in",
  "'.gitignore' or '.slugignore'.",
];

const setupAlone = [
  "Error: Implicit setup.py file support has been sunset.",
  "",
  "Your app currently only has a setup.py file and no Python package manager files. This means that the buildpack",
  "can't tell which package manager you want to use, and whether to install your project in editable mode or not.",
  "",
  "You must now add an explicit package manager file to your app, such as a requirements.txt with the single line",
  "'--editable .' (without quotes).",
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
    ...names,
    "",
    "If your app already has a package manager file, check that it:",
    "",
    "1. Is in the top level directory (not a subdirectory).",
    "2. Has the correct spelling (the filenames are case-sensitive).",
    "3. Isn't listed in '.gitignore' or '.slugignore'.",
    "4. Has been added to the Git repository using 'git add --all' and then committed using 'git commit'.",
    "",
    "Otherwise, add a package manager file to your app. If your app has no dependencies, then create an empty",
    "'requirements.txt' file.",
  ];
}
