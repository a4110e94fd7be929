import { tablesJson } from "./json.ts";
import type { Report } from "./report.ts";

/** The outputs of action.yml; empty where the run has nothing to tell. `reportFile` is the path of the JSON report. */
export function outputs(report: Report, reportFile: string): Record<string, string> {
  return {
    result: report.result,
    app: report.app?.name ?? "",
    url: report.app?.url ?? "",
    release: report.release === null ? "" : `v${report.release.version}`,
    commit: report.commit ?? "",
    database: report.database ?? "",
    tables: report.tables === null ? "" : JSON.stringify(tablesJson(report.tables)),
    findings: String(report.findings.length),
    "report-file": reportFile,
    "error-code": report.error?.code ?? "",
  };
}
