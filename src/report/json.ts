import type { Finding } from "../checks/check.ts";
import type { Report } from "./report.ts";

/** The report as the JSON that docs/report.md documents, field by field: what is added to Report is not in it by itself. */
export function reportJson(report: Report): string {
  const {
    result,
    mode,
    commit,
    skipped,
    app,
    release,
    database,
    steps,
    findings,
    ignored,
    patch,
    correctedRequirements,
    tables,
    live,
    removed,
    rehearsal,
    logTail,
    comment,
    deployment,
    left,
    next,
    error,
  } = report;
  const contract = {
    result,
    mode,
    commit,
    skipped,
    app: app && { name: app.name, url: app.url },
    release: release && { version: release.version, commit: release.commit, status: release.status },
    database,
    steps: steps.map(({ id, status, detail, ms }) => ({ id, status, detail, ms })),
    findings: findings.map((finding) => ({
      ...findingJson(finding),
      diff: finding.diff ?? null,
      rehearsed: finding.rehearsed ?? null,
    })),
    ignored,
    patch,
    correctedRequirements,
    tables: tables && tablesJson(tables),
    live: live && { version: live.version, commit: live.commit },
    removed,
    rehearsal: rehearsal && { differences: rehearsal.differences },
    logTail,
    comment,
    deployment: deployment && { environment: deployment.environment, state: deployment.state },
    left,
    next,
    error: error && { code: error.code, problem: error.problem, fix: error.fix, page: error.page },
  };
  return `${JSON.stringify(contract, null, 2)}\n`;
}

/** What the JSON report and `script/check --json` both say of a finding. */
export function findingJson({ check, level, file, line, problem, fix, page }: Finding) {
  return { check, level, file, line, problem, fix, page };
}

/** Tables as they stand in the JSON report; the `tables` output has all but their shapes. */
export function tablesJson({
  created,
  existing,
  missingColumns,
  absent,
  schema,
}: NonNullable<Report["tables"]>) {
  return {
    created,
    existing,
    missingColumns: missingColumns.map(({ table, column, ddl }) => ({ table, column, ddl })),
    absent,
    schema: schema.map(({ table, columns, foreignKeys }) => ({
      table,
      columns: columns.map(({ name, type, primaryKey }) => ({ name, type, primaryKey })),
      foreignKeys: foreignKeys.map(({ columns, target, references }) => ({ columns, target, references })),
    })),
  };
}
