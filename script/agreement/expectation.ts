import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Level } from "../../src/checks/check.ts";
import { interpreter } from "../../src/inputs.ts";
import type { Settings } from "../../src/settings.ts";

/** In an app's folder: what is to be found in it and to come of it. It is no part of the app. */
export const EXPECTATION = "agreement.json";

export type ExpectedFinding = {
  readonly check: string;
  readonly level: Level;
  readonly file: string | null;
  readonly line: number | null;
};

/** How a rehearsal ends, and what it makes of the findings. */
export type Outcome = {
  readonly result: string;
  /** The step that fails. */
  readonly step?: string;
  /** The error's code. */
  readonly code?: string;
  /** `proved` or `disproved`, by check. */
  readonly judged?: Readonly<Record<string, string>>;
};

export type Expectation = {
  /** What is the matter with the app, a sentence. */
  readonly about: string;
  /** Inputs of the action; `python` may be a freeze file of the app, or empty for the Python on PATH. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Files that this repository cannot hold, as git would act on them, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files of nothing but zeros, by path: their size in bytes. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Paths where the commit has a submodule. */
  readonly submodules?: readonly string[];
  readonly findings: readonly ExpectedFinding[];
  /** One that comes about; several where it depends on the Pythons of the machine. */
  readonly outcome: readonly Outcome[];
};

const text = { type: "string" };
const texts = { type: "object", additionalProperties: text };
const optional = (type: string) => ({ anyOf: [{ type }, { type: "null" }] });

const isExpectation = new Ajv().compile<Expectation>({
  type: "object",
  required: ["about", "findings", "outcome"],
  additionalProperties: false,
  properties: {
    about: text,
    inputs: texts,
    files: texts,
    sizes: { type: "object", additionalProperties: { type: "integer" } },
    submodules: { type: "array", items: text },
    findings: {
      type: "array",
      items: {
        type: "object",
        required: ["check", "level", "file", "line"],
        additionalProperties: false,
        properties: {
          check: text,
          level: { enum: ["error", "warning", "notice"] },
          file: optional("string"),
          line: optional("integer"),
        },
      },
    },
    outcome: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["result"],
        additionalProperties: false,
        properties: { result: text, step: text, code: text, judged: texts },
      },
    },
  },
});

/** What is expected of the app in a folder, undefined when nothing is. Throws when that file is not as it should be. */
export async function readExpectation(folder: string): Promise<Expectation | undefined> {
  const written = await textOfExpectation(folder);
  if (written === undefined) return undefined;
  const data: unknown = JSON.parse(written);
  if (isExpectation(data)) return data;
  const [error] = isExpectation.errors ?? [];
  throw new Error(`${EXPECTATION}${error?.instancePath ?? ""} ${error?.message ?? "is not as it should be"}`);
}

/** Whether something is expected of the app in a folder, as it should be or not. */
export async function hasExpectation(folder: string): Promise<boolean> {
  return (await textOfExpectation(folder)) !== undefined;
}

/** Undefined for a file that says nothing of what an expectation must say: the app has its own of that name. Throws when it cannot be read. */
async function textOfExpectation(folder: string): Promise<string | undefined> {
  const path = join(folder, EXPECTATION);
  // Nobody writes into a pipe.
  const isFile = (await stat(path).catch(() => undefined))?.isFile();
  const written = isFile ? await readFile(path, "utf8") : "";
  return /"(about|findings|outcome)"\s*:/.test(written) ? written : undefined;
}

/** What the checks ask of Python: nothing, unless the expectation names an interpreter, or a freeze file of the app's. */
export function pythonOf(expected: Expectation | undefined, workspace: string): Settings["python"] {
  return interpreter(pythonInput(expected, workspace).python);
}

/** The same as an input of the action. */
export function pythonInput(expected: Expectation | undefined, workspace: string): { python: string } {
  const python = expected?.inputs?.python ?? "off";
  return { python: python.endsWith(".txt") ? join(workspace, python) : python };
}

/** The folder that the checks look at: the app's, where that is not the root of the repository. */
export function appFolder(expected: Expectation | undefined, workspace: string): string {
  return join(workspace, expected?.inputs?.["app-dir"] ?? ".");
}
