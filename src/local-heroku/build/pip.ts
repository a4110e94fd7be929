import { join } from "node:path";
import type { Platform } from "../platform.ts";
import type { InstallCommand, Installer } from "./installer.ts";
import type { Interpreter } from "./interpreters.ts";
import { HEROKU_SETUPTOOLS } from "./tool-versions.ts";

/** Since 22.3 a pip can install into another environment (`--python`), which saves making one with its own pip. */
const FOREIGN_PIP = [22, 3];

/**
 * Lines of requirements.txt that lead to files of the app's own: other lists, folders, and archives, by name or in a
 * folder where pip looks (pip documentation, "Requirements File Format").
 */
export const OWN_FILES = new RegExp(
  [
    /-[rce]|--(requirement|constraint|editable)\b/,
    /(-f|--find-links\b)(?![\s=]*https?:)/,
    /\.|\/|file:|[\w.-]+\/|[^#]*@\s*file:/,
    /[^\s#:]+\.(whl|zip|tgz|tar\.(gz|bz2|xz))\b/,
  ]
    .map(({ source }) => `^\\s*(${source})`)
    .join("|"),
  "m",
);

/** The newest Python 3 that the buildpack gives setuptools to (its lib/pip.sh). */
const NEWEST_WITH_SETUPTOOLS = 12;

/**
 * Installs requirements.txt with the interpreter's pip, with that of another one, or with one of its environment's own.
 * `python` is the `3.12` that the app has on Heroku, whatever the interpreter is.
 */
export async function pip(
  platform: Pick<Platform, "interpreters">,
  interpreter: Interpreter,
  python: string,
): Promise<Installer> {
  const { words, version, inside } = await pipOf(platform, interpreter);
  const hasSetuptools = Number(python.split(".")[1]) <= NEWEST_WITH_SETUPTOOLS;
  const install = (venv: string, what: readonly string[]): InstallCommand => {
    const [command, ...args] = words(venv);
    const options = ["--no-input", "--no-compile", "--progress-bar", "off", "--disable-pip-version-check"];
    return {
      command,
      args: [...args, "install", ...what, ...options],
      env: { PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_ROOT_USER_ACTION: "ignore" },
    };
  };
  return {
    shown: "pip install -r requirements.txt",
    version,
    files: ["requirements.txt"],
    ownFiles: OWN_FILES,
    pipInside: inside,
    ...(hasSetuptools
      ? { setuptools: (venv) => install(venv, ["--quiet", `setuptools==${HEROKU_SETUPTOOLS}`]) }
      : {}),
    command: (venv) => install(venv, ["-r", "requirements.txt", "--exists-action=w"]),
  };
}

type Pip = {
  readonly version: string;
  /** Whether it has to be in the environment itself. */
  readonly inside: boolean;
  /** The command that runs it on an environment. */
  readonly words: (venv: string) => readonly [string, ...string[]];
};

/** The pip for environments of an interpreter: its own, that of another one, or, where there is none, one inside of them. */
export async function pipOf(
  platform: Pick<Platform, "interpreters">,
  interpreter: Interpreter,
): Promise<Pip> {
  const foreign = isForeign(interpreter) ? interpreter : (await platform.interpreters).find(isForeign);
  return {
    version: (foreign ?? interpreter).pip ?? "",
    inside: foreign === undefined,
    words(venv) {
      const python = join(venv, "bin", "python");
      // Isolated (-I), or a file of the app's would stand in for a module of Python's that has the same name.
      const pip = ["-I", "-m", "pip"];
      return foreign ? [foreign.path, ...pip, "--python", python] : [python, ...pip];
    },
  };
}

/** What to say of an interpreter that cannot make an environment with a pip in it. */
export function noPip({ version, path }: Interpreter): string[] {
  return [
    "Error: There is no usable pip on this machine.",
    "",
    `Python ${version} (${path}) has no pip of version ${FOREIGN_PIP.join(".")} or newer and cannot make an`,
    "environment that has one. Install pip for it (on Debian and Ubuntu: python3-pip or python3-venv).",
  ];
}

function isForeign({ pip }: Interpreter): boolean {
  const [major = 0, minor = 0] = (pip ?? "").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = FOREIGN_PIP;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
