import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shellWord } from "../shell-word.ts";
import type { PackageManager } from "./package-manager.ts";

/** Programs that a hook finds first on its PATH, by name: shell scripts. */
export type Programs = Readonly<Record<string, string>>;

/** In place of this machine's pip, where Heroku has none: before the installation, and beside Poetry and uv. */
export const WITHOUT_PIP: Programs = both(`echo "\${0##*/}: command not found" >&2
echo "Heroku has no pip here: before the packages are installed, or in an app of Poetry's or uv's." >&2
exit 127`);

/** Whose apps have a pip in their Python on Heroku: Poetry and uv come without it. */
const HAVE_PIP: readonly PackageManager[] = ["pip", "pipenv"];

/** What a shell takes for the name of a variable. */
const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * What a hook finds once the packages are installed: a pip, and a `python -m pip`, that install into the app's
 * environment, where the app has one on Heroku. `command` runs that pip, with the settings of `tools` where a config
 * var of the same name does not come before. An index may have its password among them: it is in no command line, which
 * every user of a machine may read.
 */
export function programsAfter(
  manager: PackageManager,
  venv: string,
  command: readonly string[],
  { tools, vars }: Readonly<Record<"tools" | "vars", Readonly<Record<string, string>>>>,
): Programs {
  if (!HAVE_PIP.includes(manager)) return WITHOUT_PIP;
  const settings = Object.entries(tools)
    .filter(([name]) => name !== "PATH" && IDENTIFIER.test(name) && !Object.hasOwn(vars, name))
    .map(([name, value]) => `export ${name}=${shellWord(value)}\n`);
  const pip = `${settings.join("")}exec ${command.map(shellWord).join(" ")} "$@"`;
  const python = `if [ "$1" = -m ] && [ "$2" = pip ]; then
shift 2
${pip}
fi
exec ${shellWord(join(venv, "bin", "python"))} "$@"`;
  return { ...both(pip), python, python3: python };
}

/** Writes programs into a folder, which is made. */
export async function writePrograms(folder: string, programs: Programs): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o700 });
  }
}

function both(text: string): Programs {
  return { pip: text, pip3: text };
}
