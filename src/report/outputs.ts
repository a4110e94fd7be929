import { tablesJson } from "./json.ts";
import type { Report } from "./report.ts";

/** The outputs of action.yml; empty where the run has nothing to tell. `files` has the paths of the files that were written. */
export function outputs(
  report: Report,
  files: { readonly report: string; readonly sarif: string; readonly patch: string },
): Record<string, string> {
  return {
    result: report.result,
    app: report.app?.name ?? "",
    url: report.app?.url ?? "",
    release: report.release === null ? "" : `v${report.release.version}`,
    commit: report.commit ?? "",
    database: report.database ?? "",
    // Without the shapes of the tables: a value of more than 128 KiB fits no environment variable of a later step.
    tables: report.tables === null ? "" : JSON.stringify({ ...tablesJson(report.tables), schema: undefined }),
    findings: String(report.findings.length),
    "report-file": files.report,
    "sarif-file": files.sarif,
    "patch-file": files.patch,
    "error-code": report.error?.code ?? "",
  };
}
