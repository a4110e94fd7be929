import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Programs that a hook finds first on its PATH, by name: shell scripts. */
export type Programs = Readonly<Record<string, string>>;

/** In place of this machine's pip, where Heroku has none: before the installation, and beside Poetry and uv. */
export const WITHOUT_PIP: Programs = both(`echo "\${0##*/}: command not found" >&2
echo "Heroku has no pip here: before the packages are installed, or in an app of Poetry's or uv's." >&2
exit 127`);

/**
 * A pip, and a `python -m pip`, that install into the app's environment. `command` runs that pip, with the settings of
 * `tools` where a config var of the same name does not come before.
 */
export function withPip(
  venv: string,
  command: readonly string[],
  tools: Readonly<Record<string, string>>,
  vars: Readonly<Record<string, string>>,
): Programs {
  const settings = Object.entries(tools)
    .filter(([name]) => name !== "PATH" && !Object.hasOwn(vars, name))
    .map(([name, value]) => `${name}=${value}`);
  const python = join(venv, "bin", "python");
  const pip = ["env", ...settings, ...command].map(quoted).join(" ");
  const run = `if [ "$1" = -m ] && [ "$2" = pip ]; then shift 2; exec ${pip} "$@"; fi
exec ${quoted(python)} "$@"`;
  return { ...both(`exec ${pip} "$@"`), python: run, python3: run };
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

/** A word of a shell, taken as it is. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
