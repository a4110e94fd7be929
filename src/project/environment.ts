import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getExecOutput } from "@actions/exec";

/** One installed distribution, under the key of its canonical name. */
export type Package = {
  /** As its metadata writes it. */
  readonly name: string;
  /** Empty when a freeze file names a URL in its place. */
  readonly version: string;
  /** Its dependencies as PEP 508 writes them. */
  readonly requires: readonly string[];
  /** The top-level names that it can be imported by. */
  readonly imports: readonly string[];
};

/** What an interpreter says about itself. */
export type Dump = {
  /** `major.minor.patch`. */
  readonly python: string;
  /** Whether it stands in a virtual environment. */
  readonly venv: boolean;
  /** Names of Python's own modules. */
  readonly stdlib: readonly string[];
  readonly packages: ReadonlyMap<string, Package>;
};

/** The packages of the interpreter that the tests ran with. */
export type Environment =
  | {
      readonly packages: ReadonlyMap<string, Package>;
      readonly stdlib: ReadonlySet<string>;
      readonly reason: "";
      /** True for the output of `pip freeze`: nobody knows what its packages need, or are imported by. */
      readonly versionsOnly?: true;
    }
  /** It was not or could not be read; the reason is a clause, ready to follow a colon. */
  | { readonly packages: null; readonly reason: string };

const INPUT = "input";
const PROGRAM = new URL("./environment.py", import.meta.url);

/**
 * Asks an interpreter for its packages. No code of the environment runs: -I -S loads the standard library alone.
 * Undefined when it gives no answer within 20 seconds.
 */
export async function dumpEnvironment(interpreter: string, temp: string): Promise<Dump | undefined> {
  try {
    return parseDump((await runPython(interpreter, temp, PROGRAM)) ?? "");
  } catch {
    return undefined;
  }
}

/**
 * What a program of ours prints, run by an interpreter. No code of the repository runs: -I -S loads the standard
 * library alone, from an empty folder, in an environment of our own. Undefined when it fails; the program itself must
 * end in time, since @actions/exec cannot end a process. `input` lies in that folder as `input`.
 */
export async function runPython(
  interpreter: string,
  temp: string,
  program: URL,
  input?: Buffer,
): Promise<string | undefined> {
  const cwd = await mkdtemp(join(temp, "python-"));
  try {
    // Not by a pipe: @actions/exec cannot catch it when a program ends before it has read all.
    if (input) await writeFile(join(cwd, INPUT), input);
    const { exitCode, stdout } = await getExecOutput(
      `"${interpreter.replaceAll('"', '\\"')}"`,
      ["-I", "-S", "-c", await readFile(program, "utf8")],
      { cwd, env: environment(), silent: true, ignoreReturnCode: true },
    );
    return exitCode === 0 ? stdout : undefined;
  } catch {
    return undefined;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** All that the interpreter sees of the job: nothing that could lead it to other code, and no secret. */
function environment(): Record<string, string> {
  const { HOME } = process.env;
  return { PATH: "/usr/bin:/bin", LANG: "C.UTF-8", ...(HOME ? { HOME } : {}) };
}

function parseDump(json: string): Dump | undefined {
  const { python, venv, stdlib, packages }: Record<string, unknown> = Object(JSON.parse(json));
  if (typeof python !== "string" || typeof venv !== "boolean" || !isTexts(stdlib)) return undefined;
  const entries = Object.entries(Object(packages)).filter((entry): entry is [string, Package] =>
    isPackage(entry[1]),
  );
  return { python, venv, stdlib, packages: new Map(entries) };
}

function isPackage(value: unknown): value is Package {
  const { name, version, requires, imports }: Record<string, unknown> = Object(value);
  return typeof name === "string" && typeof version === "string" && isTexts(requires) && isTexts(imports);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
