import { readdir, readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { readFields } from "../http/fields.ts";
import type { Platform } from "../platform.ts";
import { eachLine, type Processes } from "../processes.ts";
import { BuildFailed } from "./build-failed.ts";
import { type Request, requestedVersion } from "./python-version.ts";
import { toolEnvironment } from "./tool-environment.ts";

/** A Python of this machine. */
export type Interpreter = {
  readonly path: string;
  readonly version: string;
  readonly minor: number;
  /** Version of its own pip, undefined when it has none. */
  readonly pip: string | undefined;
  /** Folder of its shared library where the system would not look for it. */
  readonly library: string | undefined;
};

const NAMES = ["python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "python3", "python"];
const OLDEST = 10;
const SYSTEM_LIBRARIES = /^\/(usr\/|usr\/local\/)?lib/;

const PROBE = `
import json, sys, sysconfig
from importlib import metadata
try:
    pip = metadata.version("pip")
except metadata.PackageNotFoundError:
    pip = None
shared = sysconfig.get_config_var("Py_ENABLE_SHARED") == 1 and sys.platform == "linux"
print(json.dumps({"path": sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "pip": pip,
                  "library": sysconfig.get_config_var("LIBDIR") if shared else None}))
`;

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
  }
  return interpreter;
}

/** Where to look: an interpreter that was asked for, or, without one, PATH and the runner's tool cache. */
export type Search = {
  readonly processes: Processes;
  readonly folder: string;
  readonly python: string | undefined;
};

/** The interpreters of this machine that Heroku could have, each once. */
export async function findInterpreters({ processes, folder, python }: Search): Promise<Interpreter[]> {
  const candidates = python === undefined ? await candidatePaths() : [python];
  const probed = await Promise.all(candidates.map((path) => probe(processes, folder, path)));
  const found = probed.filter((interpreter) => interpreter !== undefined);
  return found.filter(({ path, minor }, index) => {
    return minor >= OLDEST && found.findIndex((other) => other.path === path) === index;
  });
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

async function candidatePaths(): Promise<string[]> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = await Promise.all(
    [...new Set(folders)].map(async (folder) => {
      const names: string[] = await readdir(folder).catch(() => []);
      return NAMES.filter((name) => names.includes(name)).map((name) => join(folder, name));
    }),
  );
  const tools = process.env.RUNNER_TOOL_CACHE ?? process.env.AGENT_TOOLSDIRECTORY;
  if (tools === undefined) return onPath.flat();
  const python = join(tools, "Python");
  const versions = await readdir(python).catch(() => []);
  const architecture = process.arch === "arm64" ? "arm64" : "x64";
  return [
    ...onPath.flat(),
    ...versions.map((version) => join(python, version, architecture, "bin", "python3")),
  ];
}

async function probe(processes: Processes, folder: string, path: string): Promise<Interpreter | undefined> {
  const group = processes.start(path, ["-c", PROBE], {
    cwd: folder,
    env: toolEnvironment(),
  });
  const lines: string[] = [];
  group.child.stderr?.resume();
  const [{ code }] = await Promise.all([
    group.ended,
    eachLine([group.child.stdout], (line) => lines.push(line)),
  ]);
  if (code !== 0) return undefined;
  const found = readFields(lines.join("\n"));
  const version = found.text("version") ?? "";
  const library = found.text("library");
  return {
    path: found.text("path") ?? path,
    version,
    minor: version.startsWith("3.") ? Number(version.split(".")[1]) : 0,
    pip: found.text("pip"),
    library: library === undefined || SYSTEM_LIBRARIES.test(library) ? undefined : library,
  };
}
