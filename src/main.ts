import { readFile } from "node:fs/promises";
import { getInput, getState, summary as jobSummary, saveState, setFailed, setOutput } from "@actions/core";
import { type Cancellation, cancelOnSignals } from "./cancel.ts";
import { checkIds } from "./checks/index.ts";
import { deploy } from "./deploy.ts";
import { destroy } from "./destroy.ts";
import { explain } from "./explain.ts";
import { Failure } from "./failure.ts";
import { postComment } from "./github/comment.ts";
import { showDeployment } from "./github/deployment.ts";
import { unhurried } from "./github/patience.ts";
import { publish, writeReport } from "./publish.ts";
import { rehearse } from "./rehearse.ts";
import { actionLog, type Log } from "./report/log.ts";
import { redacted } from "./report/redacted.ts";
import type { Report } from "./report/report.ts";
import { readSettings, type Settings } from "./settings.ts";
import { tidy } from "./tidy.ts";
import { unstarted } from "./unstarted.ts";
import { inWorld, withoutRepository } from "./world.ts";

/** The action: the main step, and the post step that tidies up behind a main step that was killed. */
export async function run(): Promise<void> {
  const log = actionLog();
  const post = getState("started") !== "";
  saveState("started", "true");
  try {
    const settings = await readAll();
    if (post) return await tidy(noted(), settings, log);

    const cancellation = cancelOnSignals();
    const pace = unhurried(cancellation.grace);
    const shown = showDeployment(settings, { log, note: saveState }, pace);
    const report = await runMode(settings, log, cancellation, shown.begin);
    // First what a cancelled run must not lose while GitHub takes its time.
    const file = await show(report, settings.run.temp, log);
    const [comment, deployment] = await Promise.all([
      postComment(report, settings, log, pace),
      shown.end(report),
    ]);
    await writeReport(file, redacted({ ...report, comment, deployment }, log.redact), log);
  } catch (error) {
    if (!post) await show(unstarted(getInput("mode"), error, log), process.env.RUNNER_TEMP ?? "", log);
    // The main step has shown what is wrong with the inputs.
    else if (!(error instanceof Failure))
      log.warning(
        `${explain(error, log).problem} What the run had left, if it was stopped, may still be there.`,
      );
  }
}

async function readAll(): Promise<Settings> {
  const file = process.env.GITHUB_EVENT_PATH;
  const event: unknown = file ? JSON.parse(await readFile(file, "utf8")) : {};
  return readSettings((name) => getInput(name), process.env, event, checkIds);
}

/** What the main step left for the post step. */
function noted() {
  return { folder: getState("folder"), dyno: getState("dyno"), deployment: getState("deployment") };
}

async function runMode(
  settings: Settings,
  log: Log,
  cancellation: Cancellation,
  begin: (commit: string) => void,
): Promise<Report> {
  for (const secret of [settings.apiKey, settings.githubToken, settings.packageIndex?.authorization])
    if (secret !== undefined) log.secret(secret);
  try {
    const edge = { log, cancellation, note: saveState };
    if (settings.mode === "rehearse") return await rehearse(settings, edge, process.env);
    if (settings.mode === "destroy")
      return await withoutRepository(settings, edge, (outside) => destroy(settings, outside));
    return await inWorld(settings, edge, (world) => deploy(settings, world, begin));
  } catch (error) {
    return unstarted(settings.mode, error, log);
  }
}

/** Shows the report and sets the exit code; gives the path of the JSON report. */
async function show(raw: Report, temp: string, log: Log): Promise<string> {
  const report = redacted(raw, log.redact);
  const file = await publish(report, temp, log, {
    output: setOutput,
    summary: (markdown) => jobSummary.addRaw(markdown).write(),
  });
  if (report.error) setFailed(`${report.error.problem} ${report.error.fix} See ${report.error.page}`);
  if (report.result === "cancelled") process.exitCode = 130;
  return file;
}
