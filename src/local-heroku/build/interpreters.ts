import { readdir, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { readFields } from "../http/fields.ts";
import { eachLine } from "../lines.ts";
import type { Processes } from "../processes.ts";
import { behindShim } from "./pyenv-shim.ts";
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
/** Heroku has 3.10 and newer. */
export const OLDEST = 10;
const SYSTEM_LIBRARIES = /^\/(usr\/|usr\/local\/)?lib/;

const PROBE = `
import json, sys, sysconfig
try:
    from pip import __version__ as pip
except ImportError:
    pip = None
shared = sysconfig.get_config_var("Py_ENABLE_SHARED") == 1 and sys.platform == "linux"
print(json.dumps({"path": sys.executable, "version": "%d.%d.%d" % sys.version_info[:3], "pip": pip,
                  "library": sysconfig.get_config_var("LIBDIR") if shared else None}))
`;

/** Where to look: an interpreter that was asked for, or, without one, PATH and the runner's tool cache. */
export type Search = {
  readonly processes: Processes;
  readonly folder: string;
  readonly python: string | undefined;
};

/** The interpreters of this machine that Heroku could have, each once. */
export async function findInterpreters({ processes, folder, python }: Search): Promise<Interpreter[]> {
  const candidates = python === undefined ? await distinct(await candidatePaths()) : [python];
  const probed = await Promise.all(candidates.map((path) => probe(processes, folder, path)));
  const found = probed.filter((interpreter) => interpreter !== undefined);
  return found.filter(({ path, minor }, index) => {
    return minor >= OLDEST && found.findIndex((other) => other.path === path) === index;
  });
}

async function candidatePaths(): Promise<string[]> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = await Promise.all(
    [...new Set(folders)].map(async (folder) => {
      const names: string[] = await readdir(folder).catch(() => []);
      const programs = NAMES.filter((name) => names.includes(name)).map((name) => join(folder, name));
      return (await Promise.all(programs.map(behindShim))).flat();
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

/**
 * Each program once: `python3` and `python3.12` of a folder are the same, and /bin is often /usr/bin. The folder counts,
 * because the Python of a virtual environment leads to the one that it was made with.
 */
async function distinct(paths: readonly string[]): Promise<string[]> {
  const programs = await Promise.all(
    paths.map(async (path) => {
      const [folder, file] = await Promise.all([realpath(dirname(path)), realpath(path)]).catch(() => [path]);
      return `${folder}\n${file}`;
    }),
  );
  return paths.filter((_, index) => programs.indexOf(programs[index] ?? "") === index);
}

async function probe(processes: Processes, folder: string, path: string): Promise<Interpreter | undefined> {
  const group = processes.start(path, ["-I", "-c", PROBE], {
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
