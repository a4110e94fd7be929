import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { blankReport } from "../../src/report/blank.ts";
import { reportJson } from "../../src/report/json.ts";
import { deployed, failed } from "../support/reports.ts";

const docs = new URL("../../docs/", import.meta.url);
const schema = JSON.parse(await readFile(new URL("report.schema.json", docs), "utf8"));
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validate = ajv.compile(schema);

test.for([
  ["a deploy", deployed()],
  ["a failure", failed()],
  ["nothing done", blankReport("check")],
  [
    "a skip",
    deployed({ result: "skipped", skipped: "No key.", app: null, release: null, live: null, tables: null }),
  ],
] as const)("%s fits the schema", ([, report]) => {
  validate(JSON.parse(reportJson(report)));
  expect(validate.errors).toBeNull();
});

test("the schema refuses what the page does not describe", () => {
  for (const change of [
    { result: "great" },
    { more: 1 },
    { commit: "abc" },
    { live: { version: 0, commit: null } },
  ]) {
    expect(validate({ ...JSON.parse(reportJson(deployed())), ...change })).toBe(false);
  }
});

test("what the contract does not name stays out", () => {
  const json = reportJson(deployed());
  expect(json).not.toContain("gitUrl");
  expect(json).not.toContain('"title"');
  expect(json.endsWith("}\n")).toBe(true);
});

test("the page describes every field of the schema, and no other", async () => {
  const page = await readFile(new URL("report.md", docs), "utf8");
  const described = Array.from(page.matchAll(/^\| `([^`]+)` \|/gm), ([, name]) => name);
  expect(described).toEqual(fields(schema, ""));
});

type Schema = { properties?: Record<string, Schema>; items?: Schema; $ref?: string; type?: unknown };

/** The paths of a schema's fields, `[]` after a list. */
function fields({ properties = {} }: Schema, before: string): string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const list = field.type === "array" || field.$ref === "#/$defs/names";
    const path = `${before}${name}${list ? "[]" : ""}`;
    return [path, ...fields(field.items ?? field, `${path}.`)];
  });
}
