import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportJson } from "./report/json.ts";
import type { Log } from "./report/log.ts";
import { outputs } from "./report/outputs.ts";
import type { Report } from "./report/report.ts";
import { sarif } from "./report/sarif.ts";
import { summary } from "./report/summary.ts";
import { reportText } from "./report/text.ts";

/** Where the runner takes what a step has to show. */
export type Displays = {
  output(name: string, value: string): void;
  summary(markdown: string): Promise<unknown>;
};

/**
 * Shows a redacted report in every form: the log's last lines, files in `temp`, outputs, job summary. What cannot be
 * written, on a full disk for one, becomes a warning and no failure of a deploy that went well. Gives the path of the
 * JSON report, empty when there is none.
 */
export async function publish(report: Report, temp: string, log: Log, displays: Displays): Promise<string> {
  for (const line of reportText(report)) log.info(line);
  const files = { report: "", sarif: "", patch: "" };
  await attempt("report files", log, async () => {
    const folder = await mkdtemp(join(temp || tmpdir(), "flask-heroku-report-"));
    const write = async (kind: keyof typeof files, name: string, text: string) => {
      await writeFile(join(folder, name), text);
      files[kind] = join(folder, name);
    };
    await write("report", "report.json", reportJson(report));
    // An empty list closes alerts, so a run that has not checked gives none. One that has, has found an anchor.
    if (report.anchor !== null) await write("sarif", "findings.sarif", sarif(report));
    if (report.patch !== null) await write("patch", "fixes.patch", report.patch);
  });
  await attempt("outputs", log, async () => {
    for (const [name, value] of Object.entries(outputs(report, files))) displays.output(name, value);
  });
  await attempt("job summary", log, () => displays.summary(summary(report)));
  return files.report;
}

/** Writes the JSON report again, a redacted one that has learned more since. */
export async function writeReport(file: string, report: Report, log: Log): Promise<void> {
  if (file !== "") await attempt("report file", log, () => writeFile(file, reportJson(report)));
}

async function attempt(what: string, log: Log, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code } = Object(error);
    log.warning(
      `The ${what} could not be written on this runner (${typeof code === "string" ? code : "no code"}).`,
    );
  }
}
