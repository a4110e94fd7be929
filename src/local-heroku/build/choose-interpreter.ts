import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Platform } from "../platform.ts";
import { BuildFailed } from "./build-failed.ts";
import { type Interpreter, OLDEST } from "./interpreters.ts";
import { type Request, requestedVersion } from "./python-version.ts";

/** Says which Python the app asks for and takes the nearest one that is installed. Throws BuildFailed when there is none. */
export async function chooseInterpreter(
  platform: Platform,
  folder: string,
  line: (text: string) => void,
): Promise<Interpreter> {
  const read = (name: string) => readFile(join(folder, name), "utf8").catch(() => undefined);
  const request = requestedVersion(await read("runtime.txt"), await read(".python-version"));
  if (request.origin === "default") {
    line("-----> No Python version was specified. Using the buildpack default: Python " + request.text);
    line("       To use a different version, see: https://devcenter.heroku.com/articles/python-runtimes");
  } else line(`-----> Using Python ${request.text} specified in ${request.origin}`);
  const interpreter = nearest(await platform.interpreters, request);
  if (!interpreter) {
    throw new BuildFailed([
      "Error: No Python was found on this machine.",
      "",
      `The local Heroku builds with a Python that is installed: put Python 3.${OLDEST} or newer on PATH.`,
    ]);
  }
  if (!matches(interpreter, request)) {
    line(` !     Python ${request.text} is not installed on this machine.`);
    line(` !     The local Heroku uses Python ${interpreter.version} in its place.`);
    platform.tell({
      kind: "difference",
      about: interpreter.minor === request.minor ? "python-patch" : "python-minor",
      sentence: `The app asks for Python ${request.text}, and ran on Python ${interpreter.version}, the nearest on this runner.`,
    });
  }
  return interpreter;
}

/** The interpreter nearest to a request: the same minor version, else the next one, newer before older. */
export function nearest(
  interpreters: readonly Interpreter[],
  { minor, patch }: Request,
): Interpreter | undefined {
  const distance = (one: Interpreter) => {
    const samePatch = patch === undefined || one.version.endsWith(`.${patch}`);
    return Math.abs(one.minor - minor) * 4 + (one.minor < minor ? 1 : 0) + (samePatch ? 0 : 1);
  };
  return [...interpreters].sort((a, b) => distance(a) - distance(b))[0];
}

function matches({ version, minor }: Interpreter, request: Request): boolean {
  return request.patch === undefined ? minor === request.minor : version === request.text;
}
