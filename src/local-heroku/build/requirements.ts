import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Platform } from "../platform.ts";
import { eachLine } from "../processes.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { folderSize } from "./folder-size.ts";
import type { Interpreter } from "./interpreters.ts";
import { toolEnvironment } from "./tool-environment.ts";
import { keepVenv, keptVenv, type Venv, venvFolder } from "./venv-cache.ts";

export type Installation = BuildContext & {
  readonly folder: string;
  readonly interpreter: Interpreter;
  readonly commit: string;
  /** The one config var that the buildpack gives to pip. */
  readonly extraIndexUrl: string | undefined;
};

/** Lines that take something from the app's own files, so that requirements.txt alone does not say what is installed. */
const OWN_FILES =
  /^\s*(-[rce]\b|--(requirement|constraint|editable)\b|\.|\/|file:|[\w.-]+\/|[^#]*@\s*file:)/m;
/** Since 22.3 a pip can install into another environment (`--python`), which saves making one with its own pip. */
const FOREIGN_PIP = [22, 3];
const PIP_OPTIONS = ["--no-input", "--no-compile", "--progress-bar", "off", "--disable-pip-version-check"];

/**
 * Installs requirements.txt into a virtual environment, or takes the one that an earlier build made of the same
 * requirements with the same Python. Throws BuildFailed when pip does not manage.
 */
export async function installRequirements(platform: Platform, wish: Installation): Promise<Venv> {
  const { line, interpreter } = wish;
  const text = await readFile(join(wish.folder, "requirements.txt"), "utf8");
  const env = pipEnvironment(wish);
  const pipSettings = Object.entries(env).filter(([name]) => name.startsWith("PIP_"));
  const own = OWN_FILES.test(text) ? wish.commit : "";
  const parts = [text, own, interpreter.path, interpreter.version, pipSettings.sort()];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  const kept = own === "" ? await keptVenv(platform.cacheFolder, key) : undefined;
  line(kept ? "-----> Restoring cache" : `-----> Installing Python ${interpreter.version}`);
  line("-----> Installing dependencies using 'pip install -r requirements.txt'");
  if (kept) {
    line("       Requirements were installed by an earlier build");
    return kept;
  }
  // What comes from the app's own files ends with the app's slug.
  const venv = venvFolder(own === "" ? platform.cacheFolder : platform.folder, key);
  try {
    await install(platform, wish, venv, env);
  } catch (error) {
    await rm(venv, { recursive: true, force: true });
    throw error;
  }
  const made = { venv, size: await folderSize(venv) };
  if (own === "") await keepVenv(platform.cacheFolder, key, made);
  return made;
}

async function install(
  platform: Platform,
  wish: Installation,
  venv: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { interpreter, folder, line, signal } = wish;
  const foreign = await foreignPip(platform, interpreter);
  const run = async (command: string, args: readonly string[]) => {
    const group = platform.processes.start(command, args, { cwd: folder, env });
    const cancel = () => void group.stop(platform.limits.killAfterMs);
    if (signal.aborted) cancel();
    signal.addEventListener("abort", cancel, { once: true });
    const { stdout, stderr } = group.child;
    const [{ code }] = await Promise.all([
      group.ended,
      eachLine([stdout, stderr], (text) => line(`       ${text}`)),
    ]);
    signal.removeEventListener("abort", cancel);
    return code === 0;
  };
  const python = join(venv, "bin", "python");
  if (!(await run(interpreter.path, ["-m", "venv", ...(foreign ? ["--without-pip"] : []), venv]))) {
    throw new BuildFailed(noPip(interpreter));
  }
  const target = foreign ? [foreign.path, "-m", "pip", "--python", python] : [python, "-m", "pip"];
  const [command = python, ...args] = [...target, "install", "-r", "requirements.txt", ...PIP_OPTIONS];
  if (!(await run(command, args))) {
    throw new BuildFailed([
      "Error: Unable to install dependencies using pip.",
      "",
      "See the log output above for more information.",
    ]);
  }
}

/** An interpreter whose pip can install into another's environment: the build's own, or any other. */
async function foreignPip(platform: Platform, interpreter: Interpreter): Promise<Interpreter | undefined> {
  if (isForeign(interpreter)) return interpreter;
  return (await platform.interpreters).find(isForeign);
}

function isForeign({ pip }: Interpreter): boolean {
  const [major = 0, minor = 0] = (pip ?? "").split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = FOREIGN_PIP;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function noPip({ version, path }: Interpreter): string[] {
  return [
    "Error: There is no usable pip on this machine.",
    "",
    `Python ${version} (${path}) has no pip of version ${FOREIGN_PIP.join(".")} or newer and cannot make an`,
    "environment that has one. Install pip for it (on Debian and Ubuntu: python3-pip or python3-venv).",
  ];
}

function pipEnvironment({ extraIndexUrl }: Installation): Record<string, string> {
  return {
    ...toolEnvironment(),
    ...(extraIndexUrl === undefined ? {} : { PIP_EXTRA_INDEX_URL: extraIndexUrl }),
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_ROOT_USER_ACTION: "ignore",
    PYTHONUNBUFFERED: "1",
  };
}
