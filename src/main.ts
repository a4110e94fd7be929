import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getInput, getState, summary as jobSummary, saveState, setFailed, setOutput } from "@actions/core";
import { type Cancellation, cancelOnSignals } from "./cancel.ts";
import { checkIds } from "./checks/index.ts";
import { deploy } from "./deploy.ts";
import { explain } from "./explain.ts";
import { postComment } from "./github/comment.ts";
import { blankReport } from "./report/blank.ts";
import { reportJson } from "./report/json.ts";
import { actionLog, type Log } from "./report/log.ts";
import { outputs } from "./report/outputs.ts";
import { redacted } from "./report/redacted.ts";
import type { Report } from "./report/report.ts";
import { summary } from "./report/summary.ts";
import { reportText } from "./report/text.ts";
import { readSettings, type Settings } from "./settings.ts";
import { tidy } from "./tidy.ts";
import { connect } from "./world.ts";

/** The action: the main step, and the post step that tidies up behind a main step that was killed. */
export async function run(): Promise<void> {
  const log = actionLog();
  const post = getState("started") !== "";
  saveState("started", "true");
  try {
    const settings = await readAll();
    if (post) return await tidy({ folder: getState("folder"), dyno: getState("dyno") }, settings, log);
    const report = await deployIn(settings, log, cancelOnSignals());
    await publish(report, settings.run.temp, log);
    await postComment(report, settings, log);
  } catch (error) {
    // The main step has shown what is wrong with the inputs.
    if (!post)
      await publish(
        { ...blankReport("deploy"), error: explain(error, log) },
        process.env.RUNNER_TEMP ?? "",
        log,
      );
  }
}

async function readAll(): Promise<Settings> {
  const file = process.env.GITHUB_EVENT_PATH;
  const event: unknown = file ? JSON.parse(await readFile(file, "utf8")) : {};
  return readSettings((name) => getInput(name), process.env, event, checkIds);
}

async function deployIn(settings: Settings, log: Log, cancellation: Cancellation): Promise<Report> {
  for (const secret of [settings.apiKey, settings.githubToken]) if (secret !== undefined) log.secret(secret);
  try {
    const world = await connect(settings, { log, cancellation, note: saveState });
    try {
      return await deploy(settings, world);
    } finally {
      // The post step removes what is left; a deploy that went well must not fail of it.
      await world.close().catch(() => log.warning("The run's private folder could not be removed at once."));
    }
  } catch (error) {
    return { ...blankReport(settings.mode), error: explain(error, log) };
  }
}

/** Shows the report in every form: the log's last lines, JSON file, outputs, job summary, and the exit code. */
async function publish(raw: Report, temp: string, log: Log): Promise<void> {
  const report = redacted(raw, log.redact);
  for (const line of reportText(report)) log.info(line);
  const file = await attempt("report file", log, async () => {
    const path = join(await mkdtemp(join(temp || tmpdir(), "flask-heroku-report-")), "report.json");
    await writeFile(path, reportJson(report));
    return path;
  });
  await attempt("outputs", log, async () => {
    for (const [name, value] of Object.entries(outputs(report, file ?? ""))) setOutput(name, value);
  });
  await attempt("job summary", log, () => jobSummary.addRaw(summary(report)).write());
  if (report.error) setFailed(`${report.error.problem} ${report.error.fix} See ${report.error.page}`);
  if (report.result === "cancelled") process.exitCode = 130;
}

/** What cannot be written, on a full disk for one, must not make a failure of a deploy that went well. */
async function attempt<T>(what: string, log: Log, write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    const { code } = Object(error);
    log.warning(
      `The ${what} could not be written on this runner (${typeof code === "string" ? code : "no code"}).`,
    );
    return undefined;
  }
}
