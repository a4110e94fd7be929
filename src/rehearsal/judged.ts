import { explain } from "../explain.ts";
import { Failure } from "../failure.ts";
import type { Log } from "../report/log.ts";
import type { Report } from "../report/report.ts";
import { resultOf } from "../report/result.ts";
import type { Settings } from "../settings.ts";
import type { Notice } from "./notice.ts";

/** The report of a rehearsal, from that of its deploy: what ran is gone, so nothing in it leads there. */
export function judged(report: Report, notices: readonly Notice[], settings: Settings, log: Log): Report {
  const differences = notices.flatMap((notice) => (notice.kind === "difference" ? [notice.sentence] : []));
  const trouble = notices.find((notice) => notice.kind === "trouble");
  log.annotate(report.findings, settings.appDir);
  const error =
    report.error && trouble
      ? explain(new Failure(trouble.code, trouble.problem, { fix: trouble.fix }), log)
      : report.error;
  const rehearsed: Report = {
    ...report,
    app: null,
    before: null,
    made: [],
    release: null,
    database: null,
    live: null,
    left: [],
    rehearsal: { differences: [...new Set(differences)] },
    error,
  };
  return { ...rehearsed, result: resultOf(rehearsed) };
}
