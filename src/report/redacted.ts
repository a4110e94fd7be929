import { logTail } from "./log-tail.ts";
import type { Report } from "./report.ts";

/**
 * The report without any secret: what every display is made from, since most of them are never masked by GitHub.
 * Texts are redacted. Words that machines compare, names and ids are left as they are: a config var whose value
 * is `failed` must not blank the result. A change of a file that holds a secret is left out: with a part blanked it
 * would do harm.
 */
export function redacted(report: Report, redact: (text: string) => string): Report {
  const { tables, error } = report;
  const all = (texts: readonly string[]) => texts.map(redact);
  const whole = (text: string | null) => (text !== null && redact(text) === text ? text : null);
  const isClean = (value: object) => whole(JSON.stringify(value)) !== null;
  return {
    ...report,
    anchor: report.anchor && redact(report.anchor),
    skipped: report.skipped && redact(report.skipped),
    steps: report.steps.map((step) => ({ ...step, detail: redact(step.detail) })),
    findings: report.findings.map(({ edits, diff, ...finding }) => ({
      ...finding,
      file: finding.file && redact(finding.file),
      problem: redact(finding.problem),
      fix: redact(finding.fix),
      ...(isClean({ edits, diff }) && { ...(edits && { edits }), ...(diff && { diff }) }),
    })),
    patch: whole(report.patch),
    correctedRequirements: whole(report.correctedRequirements),
    tables: tables && {
      created: all(tables.created),
      existing: all(tables.existing),
      missingColumns: tables.missingColumns.map(({ table, column, ddl }) => ({
        table: redact(table),
        column: redact(column),
        ddl: redact(ddl),
      })),
      absent: all(tables.absent),
      schema: tables.schema.map(({ table, columns, foreignKeys }) => ({
        table: redact(table),
        columns: columns.map(({ name, type, primaryKey }) => ({
          name: redact(name),
          type: redact(type),
          primaryKey,
        })),
        foreignKeys: foreignKeys.map(({ columns, target, references }) => ({
          columns: all(columns),
          target: redact(target),
          references: all(references),
        })),
      })),
    },
    dynoFiles: all(report.dynoFiles),
    removed: all(report.removed),
    rehearsal: report.rehearsal && { differences: all(report.rehearsal.differences) },
    logTail: logTail(report.logTail, redact),
    left: all(report.left),
    next: all(report.next),
    error: error && { ...error, problem: redact(error.problem), fix: redact(error.fix) },
  };
}
