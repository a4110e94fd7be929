import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PYTHON_FILES } from "../../project/python-request.ts";
import { newestPatch } from "../../project/python-version.ts";
import type { Platform } from "../platform.ts";
import type { BuildContext } from "./build-context.ts";
import { BuildFailed } from "./build-failed.ts";
import { type Interpreter, OLDEST } from "./interpreters.ts";
import type { PackageManager } from "./package-manager.ts";
import { type Request, requestedVersion, resolvedVersion } from "./python-version.ts";
import { versionAdvice } from "./version-advice.ts";
import { warn } from "./warn.ts";

/** The interpreter of a build, and the `3.13` that Heroku would keep for the next one. */
export type Choice = { readonly interpreter: Interpreter; readonly major: string };

/**
 * Says which Python the app asks for, warns as the buildpack does, and takes the nearest one that is installed; what
 * Heroku would have in its place is said. `last` is the `3.13` of the app's last build. Throws BuildFailed.
 */
export async function chooseInterpreter(
  platform: Platform,
  { folder, manager, last }: { folder: string; manager: PackageManager; last: string | undefined },
  line: BuildContext["line"],
): Promise<Choice> {
  const request = requestedVersion(await versionTexts(folder, manager), manager, last);
  announce(request, line);
  const heroku = resolvedVersion(request);
  for (const lines of versionAdvice(request, heroku, manager)) warn(line, lines);
  const interpreter = nearest(await platform.interpreters, heroku);
  if (!interpreter) {
    throw new BuildFailed([
      "Error: No Python was found on this machine.",
      "",
      `The local Heroku builds with a Python that is installed: put Python 3.${OLDEST} or newer on PATH.`,
    ]);
  }
  if (interpreter.version !== heroku) {
    line(` !     Python ${heroku}, which the app gets on Heroku, is not installed on this machine.`);
    line(` !     The local Heroku uses Python ${interpreter.version} in its place.`);
    const about = interpreter.minor === request.minor ? "python-patch" : "python-minor";
    const sentence = `The app gets Python ${heroku} on Heroku; this ran on Python ${interpreter.version}, the nearest on this machine.`;
    platform.tell({ kind: "difference", about, sentence });
  }
  const major = `3.${request.minor}`;
  const newest = newestPatch(major);
  if (request.patch !== undefined && request.patch > Number(newest.split(".")[2])) {
    line(` !     ${newest} is the newest Python ${major} that the local Heroku knows Heroku to have.`);
    const sentence = `The newest Python ${major} known to be on Heroku is ${newest}: if ${heroku} is not there, the build fails on Heroku.`;
    platform.tell({ kind: "difference", about: "python-patch", sentence });
  }
  return { interpreter, major };
}

async function versionTexts(folder: string, manager: PackageManager): Promise<Map<string, string>> {
  const files = PYTHON_FILES.filter((name) => name !== "Pipfile.lock" || manager === "pipenv");
  const texts = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  return new Map(texts.flat());
}

function announce({ text, origin }: Request, line: BuildContext["line"]): void {
  if (origin !== "default" && origin !== "cached") {
    line(`-----> Using Python ${text} specified in ${origin}`);
    return;
  }
  const why = origin === "default" ? "buildpack default" : "same major version as the last build";
  line(`-----> No Python version was specified. Using the ${why}: Python ${text}`);
  line("       To use a different version, see: https://devcenter.heroku.com/articles/python-runtimes");
}

/** The interpreter nearest to a version: the same minor, else the next one, newer before older; then the nearest patch. */
export function nearest(interpreters: readonly Interpreter[], version: string): Interpreter | undefined {
  const [, minor = 0, patch = 0] = version.split(".").map(Number);
  const distance = (one: Interpreter) => [
    Math.abs(one.minor - minor),
    one.minor < minor ? 1 : 0,
    Math.abs(Number(one.version.split(".")[2]) - patch),
  ];
  return [...interpreters].sort((a, b) => {
    const [far, near] = [distance(a), distance(b)];
    const first = far.findIndex((value, index) => value !== near[index]);
    return (far[first] ?? 0) - (near[first] ?? 0);
  })[0];
}
