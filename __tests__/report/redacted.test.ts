import { expect, test } from "vitest";
import { redactor } from "../../src/report/redact.ts";
import { redacted } from "../../src/report/redacted.ts";
import { failed, finding } from "../support/reports.ts";

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

test("a finding's own change with a secret in it is left out, its words are redacted", () => {
  const { add, redact } = redactor();
  add("isbn-and-more");
  const replace = (...lines: string[]) => [{ kind: "replace", file: "a", from: 1, to: 1, lines }] as const;
  const findings = [
    finding({ fix: "x", diff: "+isbn-and-more\n", edits: replace("x") }),
    finding({ fix: "isbn-and-more", diff: "+x\n", edits: replace("isbn-and-more") }),
    finding({ fix: "x", diff: "+x\n", edits: replace("x") }),
  ];
  const [first, second, third] = redacted(failed({ findings }), redact).findings;
  expect(first).toEqual(finding({ fix: "x" }));
  expect(second).toEqual(finding({ fix: "***" }));
  expect(third).toEqual(findings[2]);
});

test("the end of the log is cut after it is redacted", () => {
  const { add, redact } = redactor();
  add("isbn-and-more");
  const logTail = [`${"x".repeat(295)} isbn-and-more`];
  expect(redacted(failed({ logTail }), redact).logTail).toEqual([`${"x".repeat(295)} ***`]);
});
