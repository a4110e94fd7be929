import { join } from "node:path";
import { exists } from "../exists.ts";

const SHELLS = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash"];

/**
 * Sources the app's own profile, then becomes a shell with the command alone: a shell that has nothing else to do
 * becomes the program itself, which then gets the signals that are meant for it.
 */
const WITH_PROFILE = `for file in "$HOME/.profile" "$HOME"/.profile.d/*.sh; do
  if [ -f "$file" ]; then . "$file"; fi
done
exec "$0" -c "$1"`;

/** The program and the arguments that run a dyno's command: bash as on Heroku, or sh where there is none. */
export async function commandLine(home: string, command: string): Promise<[string, ...string[]]> {
  const shell = await findShell();
  const profiles = await Promise.all([".profile", ".profile.d"].map((name) => exists(join(home, name))));
  return profiles.includes(true) ? [shell, "-c", WITH_PROFILE, shell, command] : [shell, "-c", command];
}

/** The bash of this machine, or sh where there is none. */
export async function findShell(): Promise<string> {
  for (const candidate of SHELLS) if (await exists(candidate)) return candidate;
  return "/bin/sh";
}
