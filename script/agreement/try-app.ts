import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { checkFolder } from "../../src/check-folder.ts";
import type { Finding } from "../../src/checks/check.ts";
import { indexSource } from "../../src/project/index-source.ts";
import { copyApp } from "./copy-app.ts";
import {
  appFolder,
  hasExpectation,
  type Outcome,
  pythonInput,
  pythonOf,
  readExpectation,
} from "./expectation.ts";
import { rehearseApp } from "./rehearse-app.ts";
import { type Prediction, predict, type Sight, sight, type Verdict, verdict } from "./rules.ts";
import { endOf, surprises } from "./surprises.ts";

/** One app of the table. */
export type Row = {
  readonly app: string;
  readonly about: string | null;
  readonly findings: readonly Pick<Finding, "check" | "level" | "file" | "line" | "problem">[];
  readonly prediction: Prediction;
  readonly sight: Sight;
  readonly verdict: Verdict;
  /** How the rehearsal ended, as an expectation would say it. */
  readonly end: Outcome;
  /** Why there is no answer, or what the rehearsal's error says. */
  readonly why: string | null;
  /** What is not as the app's expectation says, a phrase each; null when it has none. */
  readonly surprises: readonly string[] | null;
  /** What the rehearsal left behind when it had ended by itself. */
  readonly left: readonly string[];
  readonly stuck: readonly string[];
  readonly ms: number;
};

export type Trial = { readonly limitMs: number; readonly signal: AbortSignal };

const LONGEST = 200;

/** Runs the checks on the app in a folder, then the rehearsal, and compares. Never throws for what an app does. */
export async function tryApp(source: string, trial: Trial): Promise<Row> {
  const start = performance.now();
  const folder = await realpath(await mkdtemp(join(tmpdir(), "agree-")));
  try {
    return { ...(await compare(resolve(source), folder, trial)), ms: Math.round(performance.now() - start) };
  } catch (error) {
    const [why = ""] = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST).split("\n");
    const surprises = (await hasExpectation(source)) ? [why] : null;
    return { ...untried(source, why), surprises, ms: Math.round(performance.now() - start) };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function compare(source: string, folder: string, trial: Trial): Promise<Omit<Row, "ms">> {
  const expected = await readExpectation(source);
  const workspace = join(folder, "app");
  await copyApp(source, workspace, expected);
  const { findings } = await checkFolder(appFolder(expected, workspace), {
    worktree: false,
    python: pythonOf(expected, workspace),
    // What the index says today is no part of what is expected.
    packageIndex: expected ? undefined : indexSource(process.env),
    onForeign: () => undefined,
  });
  const prediction = predict(findings);
  const { report, tooLong, left, stuck, log } = await rehearseApp({
    workspace,
    folder: join(folder, "x"),
    inputs: { ...expected?.inputs, ...pythonInput(expected, workspace) },
    ...trial,
  });
  const seen: Sight = report ? sight(report) : { saw: "nothing", code: tooLong ? "TOO_LONG" : "NO_REPORT" };
  return {
    app: basename(source),
    about: expected?.about ?? null,
    findings: findings.map(({ check, level, file, line, problem }) => ({
      check,
      level,
      file,
      line,
      problem,
    })),
    prediction,
    sight: seen,
    verdict: verdict(prediction, seen, report?.rehearsal?.differences ?? []),
    end: endOf(report),
    why: report?.error?.problem ?? (tooLong ? "it was ended" : report ? null : lastWords(log)),
    surprises: expected ? surprises(expected, findings, report) : null,
    left,
    stuck,
  };
}

/** An app that could not even be looked at. */
function untried(source: string, why: string): Omit<Row, "ms" | "surprises"> {
  return {
    app: basename(resolve(source)),
    about: null,
    findings: [],
    prediction: { breaks: undefined, by: [] },
    sight: { saw: "nothing", code: "NOT_TRIED" },
    verdict: "no answer",
    end: endOf(undefined),
    why,
    left: [],
    stuck: [],
  };
}

/** The last line of a log that says something to a person; not as the command to the runner that it may be. */
export function lastWords(log: string): string | null {
  const lines = log.split("\n").map((line) => line.trimEnd());
  const line = lines.findLast((each) => each !== "" && !/^::(?!error|warning|notice)/.test(each)) ?? "";
  return line.replace(/^::\w+(?: [^:]*)?::/, "").slice(0, LONGEST) || null;
}
