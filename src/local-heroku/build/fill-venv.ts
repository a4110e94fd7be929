import { rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import type { InstallCommand, Installer } from "./installer.ts";
import type { Interpreter } from "./interpreters.ts";
import { noPip } from "./pip.ts";
import { runStep } from "./run-step.ts";
import { HEROKU_SETUPTOOLS } from "./tool-versions.ts";
import { venvFolder } from "./venv-cache.ts";

/** What the steps of an installation have in common. */
export type Filling = BuildContext & {
  readonly folder: string;
  readonly interpreter: Interpreter;
  readonly installer: Installer;
  /** The environment of the tools. */
  readonly tools: Readonly<Record<string, string>>;
};

/** A new environment; `shared` where it may be kept for other builds. */
export type Prepared = { readonly venv: string; readonly shared: boolean };

/**
 * Makes an environment with what the buildpack puts into it before an app's packages. Where that is not to be had it is
 * said, and the environment is for this build alone: the next one may get it. Throws BuildFailed.
 */
export async function prepareVenv(
  platform: Platform,
  filling: Filling,
  key: string,
  shared: boolean,
): Promise<Prepared> {
  const venv = venvFolder(shared ? platform.cacheFolder : platform.folder, key);
  try {
    await makeVenv(platform, filling, venv);
    const { setuptools } = filling.installer;
    if (!setuptools || (await install(platform, filling, venv, setuptools(venv)))) return { venv, shared };
    filling.signal.throwIfAborted();
  } catch (error) {
    await rm(venv, { recursive: true, force: true });
    throw error;
  }
  filling.line(
    ` !     Heroku installs setuptools ${HEROKU_SETUPTOOLS}, which the package index does not give here.`,
  );
  const sentence = `The app has setuptools ${HEROKU_SETUPTOOLS} on Heroku, without asking for it; the package index did not give it here.`;
  platform.tell({ kind: "difference", about: "setuptools", sentence });
  if (!shared) return { venv, shared };
  await rm(venv, { recursive: true, force: true });
  const own = venvFolder(platform.folder, key);
  await makeVenv(platform, filling, own);
  return { venv: own, shared: false };
}

/** Lets the package manager fill an environment, and says whether it did. */
export function fillVenv(platform: Platform, filling: Filling, venv: string): Promise<boolean> {
  return install(platform, filling, venv, filling.installer.command(venv));
}

async function makeVenv(platform: Platform, filling: Filling, venv: string): Promise<void> {
  const { interpreter, installer, folder, tools } = filling;
  const options = installer.pipInside ? [] : ["--without-pip"];
  const args = ["-I", "-m", "venv", ...options, venv];
  const step = { command: interpreter.path, args, folder, cwd: platform.folder, env: tools };
  if ((await runStep(platform, step, filling)) !== 0) throw new BuildFailed(noPip(interpreter));
}

async function install(
  platform: Platform,
  filling: Filling,
  venv: string,
  { command, args, env }: InstallCommand,
): Promise<boolean> {
  const { folder, tools } = filling;
  const PATH = [join(venv, "bin"), tools.PATH ?? ""].join(delimiter);
  const step = { command, args, folder, env: { ...tools, PATH, ...env } };
  return (await runStep(platform, step, filling)) === 0;
}
