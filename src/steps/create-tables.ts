import { randomUUID } from "node:crypto";
import { type DynoArguments, dynoCommand, dynoEnvironment } from "../dyno/command.ts";
import { dynoFailure } from "../dyno/failures.ts";
import { dynoProgram } from "../dyno/program.ts";
import { type DynoResult, type DynoSuccess, isResultLine, parseDynoResult } from "../dyno/result.ts";
import { type OneOffEnd, type OneOffLimits, runOneOff } from "../heroku/one-off.ts";
import { usesFlaskMigrate } from "../project/migrations.ts";
import type { Project } from "../project/project.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";
import { dynoEndFailure } from "./dyno-end-failure.ts";
import { type Patience, patienceOf } from "./dyno-patience.ts";
import { learned, type Outcome, type Step } from "./step.ts";

export const createTables: Step = {
  id: "create-tables",
  title: "Create the tables",

  async run({ settings, project, report }, world) {
    const patience = patienceOf(settings.mode);
    const task = taskOf(settings, project, patience);
    if ("skip" in task)
      return { status: "skipped", detail: task.skip, learned: { next: task.next ? [task.next] : [] } };
    const app = learned(report.app, "the app").name;

    const first = await attempt(app, task, patience, world);
    // Whether a command of the user's may run twice is not for us to say; ours only create what is missing.
    const lost = first.result === undefined && first.end.status === "unknown";
    const repeat = lost && first.end.gone && task.mode !== "command";
    if (repeat)
      world.log.info("The connection to the dyno broke, so what it did is unknown: it is run once more.");
    const { end, result } = repeat ? await attempt(app, task, patience, world) : first;
    if (!result) throw dynoEndFailure(end, patience);
    if (!result.ok)
      return {
        status: "failed",
        failure: dynoFailure(result.kind),
        learned: { dynoFiles: result.files, missingModule: result.module },
      };
    return outcome(result);
  },
};

type Task = DynoArguments | { readonly skip: string; readonly next?: string };

/** What the dyno is to do, from the settings and from what the commit holds. */
function taskOf({ tables }: Settings, project: Project, patience: Patience): Task {
  const { webTarget } = project.modules;
  const common = {
    target:
      tables.kind === "object"
        ? tables.target
        : webTarget
          ? `${webTarget.module}:${webTarget.attribute}`
          : null,
    root: webTarget?.root ?? ".",
    command: tables.kind === "command" ? tables.command : null,
    wait: patience.database,
  };
  switch (tables.kind) {
    case "off":
      return { skip: "`tables` is `off`" };
    case "command":
      return { ...common, mode: "command" };
    case "migrate":
      return { ...common, mode: "migrate" };
    case "object":
      return { ...common, mode: "create" };
    case "auto":
      if (common.target === null) {
        const next =
          "To have the tables created, name the Flask app with `tables: module:object`, or set `tables-command`.";
        return { skip: "the web process names no Flask app for a server", next };
      }
      return { ...common, mode: usesFlaskMigrate(project) ? "migrate" : "create" };
  }
}

type Attempt = { readonly end: OneOffEnd; readonly result: DynoResult | undefined };

/** One run of the program on a one-off dyno. */
async function attempt(
  app: string,
  task: DynoArguments,
  limits: OneOffLimits,
  world: World,
): Promise<Attempt> {
  const marker = randomUUID();
  const results: string[] = [];
  const end = await runOneOff(
    {
      app,
      // Something to find this very dyno by, after an unclear answer.
      command: `${dynoCommand} # ${randomUUID()}`,
      env: dynoEnvironment({ program: await dynoProgram(), arguments: task, marker }),
      marker,
      limits,
      onLine(line) {
        if (isResultLine(line, marker)) results.push(line);
        else world.log.foreign(line);
      },
    },
    world,
  );
  return { end, result: parseDynoResult(results, marker) };
}

function outcome(result: DynoSuccess): Outcome {
  const { mode, created, existing, missingColumns, absent, schema, warnings, files } = result;
  const known = { dynoFiles: files, databaseWarnings: warnings, next: advice(result) };
  if (warnings.includes("app-not-loaded")) {
    return {
      status: "changed",
      detail: "the command ran; the tables could not be looked at",
      learned: known,
    };
  }
  if (warnings.includes("no-database")) {
    // It may have tables all the same, made with Peewee or with plain SQL.
    return mode === "command"
      ? {
          status: "changed",
          detail: "the command ran; the app has no SQLAlchemy to look with",
          learned: known,
        }
      : { status: "unchanged", detail: "the app has no SQLAlchemy, so nothing was to do", learned: known };
  }
  return {
    status: created.length > 0 ? "changed" : "unchanged",
    detail: `${created.length} created, ${existing.length} were there, ${missingColumns.length} columns missing`,
    learned: { ...known, tables: { created, existing, missingColumns, absent, schema } },
  };
}

function advice({ absent, missingColumns, warnings }: DynoSuccess): string[] {
  const said: string[] = [];
  if (absent.length > 0)
    said.push(
      `The models want tables that are not there: ${absent.join(", ")}. A migration or a command must make them.`,
    );
  if (missingColumns.length > 0) {
    said.push(
      "Tables lack columns that the models have; `create_all` never alters a table. The summary lists the `ALTER TABLE` for each; Flask-Migrate does it for good.",
    );
  }
  if (warnings.includes("sqlite"))
    said.push(
      "The app uses SQLite, whose file Heroku throws away at every restart: read DATABASE_URL instead.",
    );
  if (warnings.includes("no-models"))
    said.push(
      "The app has SQLAlchemy but no models were imported with it: import the module that defines them.",
    );
  if (warnings.includes("app-not-loaded"))
    said.push("The command ran, but the app could not be loaded, so nothing is known about its tables.");
  return said;
}
