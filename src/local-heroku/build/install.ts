import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { folderSize } from "./folder-size.ts";
import type { Installer } from "./installer.ts";
import type { Interpreter } from "./interpreters.ts";
import { lockTool } from "./lock-tools.ts";
import type { PackageManager } from "./package-manager.ts";
import { noPip, pip } from "./pip.ts";
import { runStep } from "./run-step.ts";
import { toolEnvironment } from "./tool-environment.ts";
import { HEROKU_TOOLS } from "./tool-versions.ts";
import { keepVenv, keptVenv, type Venv, venvFolder } from "./venv-cache.ts";

export type Installation = BuildContext & {
  readonly folder: string;
  readonly manager: PackageManager;
  readonly interpreter: Interpreter;
  readonly commit: string;
  /** The one config var that the buildpack gives to pip, and to Pipenv's. */
  readonly extraIndexUrl: string | undefined;
};

const SEE_ABOVE = "See the log output above for more information.";
const TITLES: Readonly<Record<PackageManager, string>> = {
  pip: "pip",
  pipenv: "Pipenv",
  poetry: "Poetry",
  uv: "uv",
};

/**
 * Installs an app's packages into a virtual environment, or takes the one that an earlier build made of the same files
 * with the same Python. Throws BuildFailed when the package manager does not manage, or is not there.
 */
export async function installPackages(platform: Platform, wish: Installation): Promise<Venv> {
  const { line, interpreter, manager, folder } = wish;
  const installer =
    manager === "pip" ? await pip(platform, interpreter) : await lockTool(platform, manager, interpreter);
  const texts = await Promise.all(
    installer.files.map((name) => readFile(join(folder, name), "utf8").catch(() => "")),
  );
  const tools = environment(wish);
  const settings = Object.entries(tools).filter(([name]) => /^(PIP|UV|POETRY|PIPENV)_/.test(name));
  const own = installer.ownFiles.test(texts.join("\n")) ? wish.commit : "";
  const { path, version } = interpreter;
  const parts = [manager, installer.version, texts, own, path, version, settings.sort()];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  const kept = own === "" ? await keptVenv(platform.cacheFolder, key) : undefined;
  line(kept ? "-----> Restoring cache" : `-----> Installing Python ${version}`);
  line(`-----> ${kept ? "Using cached" : "Installing"} ${TITLES[manager]} ${installer.version}`);
  sayVersion(platform, manager, installer.version, line);
  line(`-----> Installing dependencies using '${installer.shown}'`);
  if (kept) {
    line("       Requirements were installed by an earlier build");
    return kept;
  }
  // What comes from the app's own files ends with the app's slug.
  const venv = venvFolder(own === "" ? platform.cacheFolder : platform.folder, key);
  try {
    await fill(platform, wish, installer, venv, tools);
  } catch (error) {
    await rm(venv, { recursive: true, force: true });
    throw error;
  }
  const made = { venv, size: await folderSize(venv) };
  if (own === "") await keepVenv(platform.cacheFolder, key, made);
  return made;
}

/** Makes the virtual environment and lets the package manager fill it. Throws BuildFailed. */
async function fill(
  platform: Platform,
  wish: Installation,
  installer: Installer,
  venv: string,
  tools: Readonly<Record<string, string>>,
): Promise<void> {
  const { interpreter, folder } = wish;
  const options = installer.pipInside ? [] : ["--without-pip"];
  const made = await runStep(
    platform,
    {
      command: interpreter.path,
      args: ["-I", "-m", "venv", ...options, venv],
      folder,
      cwd: platform.folder,
      env: tools,
    },
    wish,
  );
  if (made !== 0) throw new BuildFailed(noPip(interpreter));
  const { command, args, env } = installer.command(venv);
  const PATH = [join(venv, "bin"), tools.PATH ?? ""].join(delimiter);
  const code = await runStep(platform, { command, args, folder, env: { ...tools, PATH, ...env } }, wish);
  if (code === 0) return;
  const lines = [`Error: Unable to install dependencies using ${TITLES[wish.manager]}.`, "", SEE_ABOVE];
  throw new BuildFailed(lines, { end: "build-packages" });
}

function environment({ manager, extraIndexUrl }: Installation): Record<string, string> {
  const extra = extraIndexUrl !== undefined && (manager === "pip" || manager === "pipenv");
  return {
    ...toolEnvironment(),
    ...(extra ? { PIP_EXTRA_INDEX_URL: extraIndexUrl } : {}),
    PYTHONUNBUFFERED: "1",
  };
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
