import { describe, expect, test } from "vitest";
import { dynoFailure } from "../../src/dyno/failures.ts";
import { type DynoFailure, type DynoSuccess, isResultLine, parseDynoResult } from "../../src/dyno/result.ts";

const MARKER = "m4rk";

const SUCCESS: DynoSuccess = {
  ok: true,
  mode: "create",
  created: ["author"],
  existing: [],
  absent: [],
  missingColumns: [{ table: "book", column: "kind", ddl: "ALTER TABLE book ADD COLUMN kind TEXT" }],
  schema: [
    {
      table: "book",
      columns: [{ name: "id", type: "INTEGER", primaryKey: true }],
      foreignKeys: [{ columns: ["id"], target: "author", references: ["id"] }],
    },
  ],
  warnings: ["sqlite"],
  files: ["Procfile"],
};
const FAILURE: DynoFailure = {
  ok: false,
  mode: "migrate",
  stage: "migrate",
  kind: "migrate-failed",
  status: 1,
  module: null,
  files: [],
};

function lines(value: unknown, pieces = 1): string[] {
  const text = JSON.stringify(value);
  const size = Math.ceil(text.length / pieces);
  return Array.from(
    { length: pieces },
    (_, index) => `${MARKER} ${index + 1}/${pieces} ${text.slice(index * size, (index + 1) * size)}`,
  );
}

test.for([
  ["a success", lines(SUCCESS), SUCCESS],
  ["a failure", lines(FAILURE), FAILURE],
  ["in pieces", lines(SUCCESS, 7), SUCCESS],
  ["in pieces between other lines", lines(SUCCESS, 3).flatMap((line) => ["noise", line, ""]), SUCCESS],
  ["the last of two", [...lines(FAILURE), ...lines(SUCCESS, 2)], SUCCESS],
  ["no line at all", ["hello"], undefined],
  ["a piece that is lost", lines(SUCCESS, 3).toSpliced(1, 1), undefined],
  ["an end that is lost", lines(SUCCESS, 3).slice(0, 2), undefined],
  ["pieces in disorder", lines(SUCCESS, 3).toReversed(), undefined],
  ["no JSON", [`${MARKER} 1/1 {`], undefined],
  ["another marker", lines(SUCCESS).map((line) => line.replace(MARKER, "other")), undefined],
] as const)("%s", ([, given, expected]) => {
  expect(parseDynoResult(given, MARKER)).toEqual(expected);
});

describe("a result of another shape is none", () => {
  test.for([
    null,
    [],
    "ok",
    { ...SUCCESS, ok: "true" },
    { ...SUCCESS, mode: "drop" },
    { ...SUCCESS, created: "author" },
    { ...SUCCESS, existing: [1] },
    { ...SUCCESS, absent: undefined },
    { ...SUCCESS, warnings: ["something else"] },
    { ...SUCCESS, missingColumns: [{ table: "a", column: "b" }] },
    { ...SUCCESS, missingColumns: [null] },
    { ...SUCCESS, schema: undefined },
    { ...SUCCESS, schema: [{ table: "a", columns: [], foreignKeys: {} }] },
    { ...SUCCESS, schema: [{ table: "a", columns: [{ name: "b", type: "c" }], foreignKeys: [] }] },
    { ...SUCCESS, schema: [{ table: "a", columns: [], foreignKeys: [{ columns: [], target: "b" }] }] },
    { ...SUCCESS, files: null },
    { ...FAILURE, kind: "toString" },
    { ...FAILURE, kind: "unheard-of" },
    { ...FAILURE, status: "1" },
    { ...FAILURE, stage: 1 },
    { ...FAILURE, ok: true },
  ])("%j", (value) => {
    expect(parseDynoResult(lines(value), MARKER)).toBeUndefined();
  });
});

test.for([
  ["celery", "celery"],
  ["flask.ext", "flask.ext"],
  [undefined, null],
  ["", null],
  ["a`b", null],
  ["no module\nnamed x", null],
  ["x".repeat(101), null],
  [{ name: "celery" }, null],
] as const)("the missing module is told as %j only where it is a name", ([module, told]) => {
  const value = { ...FAILURE, kind: "module-missing", module };
  expect(parseDynoResult(lines(value), MARKER)).toEqual({ ...value, module: told });
});

test("tells a piece of the result from what people read", () => {
  expect(["m4rk 1/1 {}", "m4rk", "m4rkk 1/1 {}", "hello"].map((line) => isResultLine(line, MARKER))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("every kind is a Failure with a code of its own", () => {
  expect(dynoFailure("postgres-scheme")).toMatchObject({
    code: "TABLES_POSTGRES_SCHEME",
    message: expect.stringContaining("postgres://"),
    fix: expect.stringContaining("replace"),
    page: expect.stringContaining("docs/steps/create-tables.md"),
  });
});
