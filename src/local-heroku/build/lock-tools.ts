import { join } from "node:path";
import type { Platform } from "../platform.ts";
import { BuildFailed } from "./build-failed.ts";
import { findTool } from "./find-tool.ts";
import type { Installer } from "./installer.ts";
import type { Interpreter } from "./interpreters.ts";
import type { PackageManager } from "./package-manager.ts";
import { HEROKU_TOOLS } from "./tool-versions.ts";

type LockTool = Pick<Installer, "files" | "ownFiles" | "shown"> & {
  /** Options that the buildpack gives and does not show, as far as they make sense in a virtual environment. */
  readonly options: readonly string[];
  /** What points the tool at the virtual environment and keeps it from making, or taking, another. */
  readonly env: (venv: string, interpreter: Interpreter) => Readonly<Record<string, string>>;
};

const TOOLS: Readonly<Record<Exclude<PackageManager, "pip">, LockTool>> = {
  uv: {
    shown: "uv sync --locked --no-default-groups",
    options: ["--color", "never", "--no-progress"],
    files: ["uv.lock", "pyproject.toml"],
    ownFiles: /\bsource = \{ (editable|directory|path) = /,
    env: (venv, { path }) => ({
      UV_PROJECT_ENVIRONMENT: venv,
      UV_PYTHON: path,
      UV_NO_MANAGED_PYTHON: "1",
      UV_PYTHON_DOWNLOADS: "never",
      // Not hard links: an app could write through them into the user's cache.
      UV_LINK_MODE: "copy",
    }),
  },
  poetry: {
    shown: "poetry sync --only main",
    options: ["--no-ansi", "--no-interaction"],
    files: ["poetry.lock", "pyproject.toml"],
    // Poetry installs the app itself too, unless its pyproject.toml says that it is no package.
    ownFiles: /^\[metadata\](?![\s\S]*^package-mode\s*=\s*false)|^type = "(directory|file)"/m,
    env: (venv) => ({ VIRTUAL_ENV: venv, POETRY_VIRTUALENVS_CREATE: "false" }),
  },
  pipenv: {
    shown: "pipenv install --deploy",
    options: [],
    files: ["Pipfile.lock", "Pipfile"],
    ownFiles: /"(path|file)"\s*:/,
    env: (venv) => ({
      VIRTUAL_ENV: venv,
      PIPENV_SYSTEM: "1",
      PIPENV_VERBOSITY: "-1",
      PIPENV_NOSPIN: "1",
      PIPENV_DONT_LOAD_ENV: "1",
      PIP_SRC: join(venv, "src"),
    }),
  },
};

/** Installs from a lock file with its own tool. Throws BuildFailed when that is not installed on this machine. */
export async function lockTool(
  platform: Platform,
  manager: Exclude<PackageManager, "pip">,
  interpreter: Interpreter,
): Promise<Installer> {
  const { shown, options, files, ownFiles, env } = TOOLS[manager];
  const tool = await findTool(platform, manager);
  if (!tool) {
    const sentence = `The app installs with ${manager}, which is not on this machine: Heroku would have installed it, and gone on.`;
    platform.tell({ kind: "difference", about: "package-manager", sentence });
    platform.tell({
      kind: "trouble",
      code: "PACKAGE_MANAGER_MISSING",
      problem: `The app installs with ${manager}, which is not on this machine.`,
      fix: `Install ${manager} ${HEROKU_TOOLS[manager]}, the version that Heroku has, in an earlier step (for example with pipx).`,
    });
    throw new BuildFailed([
      `Error: ${manager} is not installed on this machine.`,
      "",
      `Heroku would install ${manager} ${HEROKU_TOOLS[manager]}, and go on. The local Heroku installs with the ${manager} that is on PATH,`,
      `and there is none: put it there (for example with 'pipx install ${manager}') to build this app here.`,
    ]);
  }
  return {
    shown,
    version: tool.version,
    files,
    ownFiles,
    pipInside: false,
    command: (venv) => ({
      command: tool.path,
      args: [...shown.split(" ").slice(1), ...options],
      env: env(venv, interpreter),
    }),
  };
}
