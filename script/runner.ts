import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { ServedHeroku } from "./local-heroku.ts";

const ROOT = join(import.meta.dirname, "..");
const BUNDLE = join(ROOT, "dist", "index.js");

export type RunRequest = {
  /** The checkout that the action works on. */
  readonly workspace: string;
  /** A folder for the runner's own files; made when it is missing. */
  readonly folder: string;
  /** Inputs, by the names of action.yml; the others take its defaults. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the step sees beside PATH, HOME, the runner's own variables and its inputs. */
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** The command that the main step is started through, without the step's own: a program that watches over it. */
  readonly through?: readonly string[];
  /** How much of the end of a log is kept, in characters; all of it unless told. */
  readonly keptLog?: number;
  /** Called with every chunk of the log. */
  readonly onLog?: (chunk: string) => void;
  /** Called when the main step has started. */
  readonly onStart?: (pid: number) => void;
};

export type RunResult = {
  readonly exitCode: number | null;
  /** stdout and stderr of the main step, workflow commands included, and of the post step. */
  readonly log: string;
  readonly postLog: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
};

/** Runs the bundled action as GitHub's runner does: inputs and files by environment, main step, then post step. */
export async function runAction(request: RunRequest): Promise<RunResult> {
  const files = join(request.folder, randomUUID());
  const [temp, home] = [join(files, "temp"), join(files, "home")];
  await Promise.all([temp, home].map((folder) => mkdir(folder, { recursive: true })));
  const [output, state, summary, event] = ["output", "state", "summary.md", "event.json"].map((name) =>
    join(files, name),
  ) as [string, string, string, string];
  await Promise.all([output, state, summary].map((file) => writeFile(file, "")));
  await writeFile(event, JSON.stringify(request.event?.payload ?? {}));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: request.workspace,
    GITHUB_EVENT_NAME: request.event?.name ?? "push",
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: "octo/flaskr",
    GITHUB_WORKFLOW: "deploy",
    GITHUB_RUN_ID: "1",
    GITHUB_OUTPUT: output,
    GITHUB_STATE: state,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: temp,
    ...inputVariables({ ...(await defaultInputs()), ...request.inputs }),
    ...request.env,
  };
  const main = await runBundle(env, request);
  const saved = keyValues(await readFile(state, "utf8"));
  const states = Object.fromEntries(Object.entries(saved).map(([name, value]) => [`STATE_${name}`, value]));
  const { keptLog } = request;
  const post = await runBundle({ ...env, ...states }, keptLog === undefined ? {} : { keptLog });
  return {
    exitCode: main.exitCode,
    log: main.log,
    postLog: post.log,
    outputs: keyValues(await readFile(output, "utf8")),
    state: saved,
    summary: await readFile(summary, "utf8"),
  };
}

/** Runs the bundled action as runAction does, against a local Heroku; nothing is compared with a Python unless asked for. */
export function runAgainst({ env }: Pick<ServedHeroku, "env">, request: RunRequest): Promise<RunResult> {
  const { HEROKU_HOST = "", HEROKU_API_KEY = "", NODE_EXTRA_CA_CERTS = "", GIT_SSL_CAINFO = "" } = env;
  const access = { "heroku-host": HEROKU_HOST, "heroku-api-key": HEROKU_API_KEY };
  return runAction({
    ...request,
    inputs: { python: "off", ...access, ...request.inputs },
    env: { NODE_EXTRA_CA_CERTS, GIT_SSL_CAINFO, ...request.env },
  });
}

/** Runs one step of the bundle to its end. */
async function runBundle(
  env: Record<string, string>,
  { through = [], keptLog, onLog, onStart }: Pick<RunRequest, "through" | "keptLog" | "onLog" | "onStart">,
): Promise<{ exitCode: number | null; log: string }> {
  const [command = process.execPath, ...args] = [...through, process.execPath, BUNDLE];
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid !== undefined) onStart?.(child.pid);
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      log += chunk;
      if (keptLog !== undefined && log.length > 2 * keptLog) log = log.slice(-keptLog);
      onLog?.(chunk);
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  return { exitCode, log };
}

/** The defaults of action.yml; an expression such as the job's token is empty here. */
async function defaultInputs(): Promise<Record<string, string>> {
  const { inputs } = parse(await readFile(join(ROOT, "action.yml"), "utf8")) as {
    inputs: Record<string, { default?: string }>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      input.default?.startsWith("${{") ? "" : (input.default ?? ""),
    ]),
  );
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
}

/** Reads a runner file: `name<<delimiter`, lines, `delimiter` (docs.github.com, Workflow commands, Multiline strings). */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^(.+?)<<(.+)$/.exec(lines[index] ?? "") ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    values[name] = lines.slice(index + 1, end).join("\n");
    index = end;
  }
  return values;
}
