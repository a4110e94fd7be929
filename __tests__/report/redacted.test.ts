import { expect, test } from "vitest";
import { redactor } from "../../src/report/redact.ts";
import { redacted } from "../../src/report/redacted.ts";
import { failed } from "../support/reports.ts";

test("no value of a report keeps a secret, and nothing else changes", () => {
  const { add, redact } = redactor();
  add("isbn-and-more");
  add("ALTER TABLE book");
  const report = failed({ left: ["kept isbn-and-more"] });
  const shown = redacted(report, redact);
  expect(shown.left).toEqual(["kept ***"]);
  expect(shown.tables?.missingColumns[0]?.ddl).toBe('*** ADD COLUMN "isbn" VARCHAR(13)');
  expect({ ...shown, left: report.left, tables: report.tables }).toEqual(report);
});
