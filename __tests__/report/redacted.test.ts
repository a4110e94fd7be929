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

test("a patch with a secret in it is left out, any other stays whole", () => {
  const { add, redact } = redactor();
  add("isbn-and-more");
  const report = failed({ patch: "-isbn-and-more\n", correctedRequirements: "flask\n" });
  expect(redacted(report, redact)).toMatchObject({ patch: null, correctedRequirements: "flask\n" });
  expect(redacted({ ...report, patch: "+x\n" }, redact).patch).toBe("+x\n");
});
