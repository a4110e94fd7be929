import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { fillVenv, prepareVenv } from "./fill-venv.ts";
import { folderSize } from "./folder-size.ts";
import type { Interpreter } from "./interpreters.ts";
import { lockTool } from "./lock-tools.ts";
import type { PackageManager } from "./package-manager.ts";
import { pip } from "./pip.ts";
import { HEROKU_SETUPTOOLS, HEROKU_TOOLS } from "./tool-versions.ts";
import { keepVenv, keptVenv, type Venv } from "./venv-cache.ts";

export type Installation = BuildContext & {
  readonly folder: string;
  readonly manager: PackageManager;
  readonly interpreter: Interpreter;
  /** The environment of the tools. */
  readonly tools: Readonly<Record<string, string>>;
  /** True when a hook may change the environment, which then is for nobody else. */
  readonly alone: boolean;
  /** The `3.12` that the app has on Heroku. */
  readonly python: string;
  readonly commit: string;
};

const SEE_ABOVE = "See the log output above for more information.";
const TITLES: Readonly<Record<PackageManager, string>> = {
  pip: "pip",
  pipenv: "Pipenv",
  poetry: "Poetry",
  uv: "uv",
};

/** What an app has; its size in bytes, unless a hook may change it yet. */
export type Installed = Pick<Venv, "venv"> & { readonly size: number | undefined };

/**
 * Installs an app's packages into a virtual environment, or takes the one that an earlier build made of the same files
 * with the same Python. Throws BuildFailed when the package manager does not manage, or is not there.
 */
export async function installPackages(platform: Platform, wish: Installation): Promise<Installed> {
  const { line, interpreter, manager, folder, python, tools, alone } = wish;
  const installer =
    manager === "pip"
      ? await pip(platform, interpreter, python)
      : await lockTool(platform, manager, interpreter);
  const texts = await Promise.all(
    installer.files.map((name) => readFile(join(folder, name), "utf8").catch(() => "")),
  );
  const settings = Object.entries(tools).filter(([name]) => /^(PIP|UV|POETRY|PIPENV)_/.test(name));
  const own = alone || installer.ownFiles.test(texts.join("\n")) ? wish.commit : "";
  const { path, version } = interpreter;
  const setuptools = installer.setuptools && HEROKU_SETUPTOOLS;
  const parts = [manager, installer.version, setuptools, texts, own, path, version, settings.sort()];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  const kept = own === "" ? await keptVenv(platform.cacheFolder, key) : undefined;
  line(kept ? "-----> Restoring cache" : `-----> Installing Python ${version}`);
  const tool = `${TITLES[manager]} ${installer.version}`;
  const all = setuptools === undefined ? tool : `${tool} and setuptools ${setuptools}`;
  line(`-----> ${kept ? "Using cached" : "Installing"} ${all}`);
  sayVersion(platform, manager, installer.version, line);
  if (kept) {
    line(`-----> Installing dependencies using '${installer.shown}'`);
    line("       Requirements were installed by an earlier build");
    return kept;
  }
  const filling = { ...wish, installer };
  // What comes from the app's own files, or is changed by them, ends with the app's slug.
  const { venv, shared } = await prepareVenv(platform, filling, key, own === "");
  line(`-----> Installing dependencies using '${installer.shown}'`);
  try {
    if (!(await fillVenv(platform, filling, venv))) throw notInstalled(manager);
  } catch (error) {
    await rm(venv, { recursive: true, force: true });
    throw error;
  }
  if (alone) return { venv, size: undefined };
  const made = { venv, size: await folderSize(venv) };
  if (shared) await keepVenv(platform.cacheFolder, key, made);
  return made;
}

function notInstalled(manager: PackageManager): BuildFailed {
  const lines = [`Error: Unable to install dependencies using ${TITLES[manager]}.`, "", SEE_ABOVE];
  return new BuildFailed(lines, { end: "build-packages" });
}

function sayVersion(
  platform: Platform,
  manager: PackageManager,
  version: string,
  line: BuildContext["line"],
): void {
  const heroku = HEROKU_TOOLS[manager];
  if (version === heroku || version === "") return;
  line(
    ` !     Heroku has ${TITLES[manager]} ${heroku}. The local Heroku uses ${version}, which is on this machine.`,
  );
  const sentence = `Heroku installs packages with ${TITLES[manager]} ${heroku}; here it was ${TITLES[manager]} ${version}.`;
  platform.tell({ kind: "difference", about: "tool-version", sentence });
}
