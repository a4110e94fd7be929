import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { blankReport } from "../../src/report/blank.ts";
import { outputs } from "../../src/report/outputs.ts";
import { failed } from "../support/reports.ts";

const NO_FILES = { report: "", sarif: "", patch: "" };

test("every output of action.yml, and no other", async () => {
  const action = await readFile(new URL("../../action.yml", import.meta.url), "utf8");
  const [, section = ""] = /^outputs:\n((?: .*\n)+)/m.exec(action) ?? [];
  const names = Array.from(section.matchAll(/^ {2}([\w-]+):/gm), ([, name]) => name);
  expect(Object.keys(outputs(blankReport("deploy"), NO_FILES))).toEqual(names);
});

test("what a run has to tell", () => {
  const release = { id: "1", version: 7, commit: null, status: "succeeded" };
  expect(outputs(failed({ release }), { ...NO_FILES, report: "/tmp/report.json" })).toEqual({
    result: "failed",
    app: "example-app",
    url: "https://example-app-0123456789ab.herokuapp.com/",
    release: "v7",
    commit: "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
    database: "postgresql-curly-12345",
    tables: JSON.stringify({
      created: [],
      existing: ["book"],
      missingColumns: [
        { table: "book", column: "isbn", ddl: 'ALTER TABLE book ADD COLUMN "isbn" VARCHAR(13)' },
      ],
      absent: ["author"],
    }),
    findings: "3",
    "report-file": "/tmp/report.json",
    "sarif-file": "",
    "patch-file": "",
    "error-code": "BUILD_FAILED",
  });
});

test("what it has not is empty", () => {
  const told = Object.entries(outputs(blankReport("deploy"), NO_FILES)).filter(([, value]) => value !== "");
  expect(told).toEqual([
    ["result", "failed"],
    ["findings", "0"],
  ]);
});
