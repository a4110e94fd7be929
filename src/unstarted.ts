import { explain } from "./explain.ts";
import { blankReport } from "./report/blank.ts";
import type { Log } from "./report/log.ts";
import type { Report } from "./report/report.ts";
import { resultOf } from "./report/result.ts";
import { MODES } from "./settings.ts";

/** The report of a run that ended before its first step, of `error`; `mode` may be what no run knows. */
export function unstarted(mode: string, error: unknown, log: Log): Report {
  const known = MODES.find((word) => word === mode) ?? "deploy";
  const report = { ...blankReport(known), error: explain(error, log) };
  return { ...report, result: resultOf(report) };
}
