import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { type ServedHeroku, serveLocalHeroku } from "../../script/local-heroku.ts";
import { type RunRequest, type RunResult, runAgainst } from "../../script/runner.ts";
import { commit, repository } from "./repository.ts";

export type Files = Readonly<Record<string, string>>;

/** The JSON report, as docs/report.md describes it. */
export type JsonReport = {
  readonly result: string;
  readonly app: { readonly name: string; readonly url: string } | null;
  readonly release: { readonly version: number; readonly commit: string; readonly status: string } | null;
  readonly database: string | null;
  readonly steps: readonly {
    readonly id: string;
    readonly status: string;
    readonly detail: string;
    readonly ms: number;
  }[];
  readonly findings: readonly {
    readonly check: string;
    readonly file: string | null;
    readonly line: number | null;
  }[];
  readonly tables: { readonly created: readonly string[]; readonly existing: readonly string[] } | null;
  readonly live: { readonly version: number; readonly commit: string | null } | null;
  readonly removed: readonly string[];
  readonly logTail: readonly string[];
  readonly left: readonly string[];
  readonly error: {
    readonly code: string;
    readonly problem: string;
    readonly fix: string;
    readonly page: string;
  } | null;
};

export type Deployed = RunResult & { readonly report: JsonReport };

/** One app of a test: a repository, and runs of the bundled action on it against the file's local Heroku. */
export type TestApp = {
  readonly name: string;
  readonly workspace: string;
  /** Commits further files; gives the commit's id. */
  commit(files: Files): Promise<string>;
  /** Runs the action to its end, or to its death. */
  run(inputs?: Files, more?: Partial<RunRequest>): Promise<RunResult>;
  /** Runs the action and reads its report, which must be there. */
  deploy(inputs?: Files, more?: Partial<RunRequest>): Promise<Deployed>;
};

/** A local Heroku, bundled, for all tests of a file. */
export function localHeroku(): {
  readonly heroku: () => ServedHeroku;
  readonly app: (name: string, files: Files) => Promise<TestApp>;
} {
  let served: ServedHeroku | undefined;
  beforeAll(async () => {
    served = await serveLocalHeroku();
  }, 60_000);
  afterAll(() => served?.stop());
  const heroku = () => {
    if (!served) throw new Error("the local Heroku is not started yet");
    return served;
  };
  return { heroku, app: (name, files) => testApp(name, files, heroku()) };
}

async function testApp(name: string, files: Files, heroku: ServedHeroku): Promise<TestApp> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "deploy-test-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(folder, "workspace");
  await repository(workspace, files);
  const request = (inputs: Files, more: Partial<RunRequest>): RunRequest => {
    // The pip of a rehearsal needs the index that the checks of no test may ask.
    const index = inputs.mode === "rehearse" ? {} : { PIP_NO_INDEX: "1" };
    return { workspace, folder, ...more, inputs: { app: name, ...inputs }, env: { ...index, ...more.env } };
  };
  return {
    name,
    workspace,
    commit: (more) => commit(workspace, more),
    run: (inputs = {}, more = {}) => runAgainst(heroku, request(inputs, more)),
    deploy: async (inputs = {}, more = {}) => withReport(await runAgainst(heroku, request(inputs, more))),
  };
}

async function withReport(result: RunResult): Promise<Deployed> {
  const file = result.outputs["report-file"];
  if (file === undefined) throw new Error(`the action wrote no report:\n${result.log}`);
  return { ...result, report: JSON.parse(await readFile(file, "utf8")) as JsonReport };
}

/** Asks the local Heroku's API, past the action. */
export async function askHeroku<T>(
  { env }: Pick<ServedHeroku, "env">,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const ca = await readFile(env.NODE_EXTRA_CA_CERTS ?? "", "utf8");
  const headers = {
    accept: "application/vnd.heroku+json; version=3",
    authorization: `Bearer ${env.HEROKU_API_KEY}`,
    "content-type": "application/json",
  };
  return new Promise<T>((resolve, reject) => {
    request(new URL(path, env.HEROKU_HOST), { method, ca, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(JSON.parse(text || "null") as T));
    })
      .on("error", reject)
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** The status of each step, by its id. */
export function statuses(report: JsonReport): Record<string, string> {
  return Object.fromEntries(report.steps.map((step) => [step.id, step.status]));
}
