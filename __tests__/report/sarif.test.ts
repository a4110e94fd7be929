import { readFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/checks/check.ts";
import { checkIds } from "../../src/checks/index.ts";
import { sarif } from "../../src/report/sarif.ts";
import { hostile } from "../support/markdown.ts";
import { deployed, failed, finding } from "../support/reports.ts";

const schema = await readFile(new URL("../support/sarif-2.1.0.json", import.meta.url), "utf8");
const ajv = new Ajv2020({ allErrors: true, strict: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(schema));

/** The one run of a file that fits the schema. */
function runOf(text: string) {
  const file = JSON.parse(text);
  validate(file);
  expect(validate.errors).toBeNull();
  expect(file.runs).toHaveLength(1);
  return file.runs[0];
}

/** The results for findings of an app. */
function results(findings: readonly Finding[], app: { appDir?: string; anchor?: string | null } = {}) {
  return runOf(sarif(deployed({ findings, ...app }))).results;
}

test("a run without findings is an empty list of results, with every rule", () => {
  const { tool, results, automationDetails } = runOf(sarif(deployed()));
  expect(results).toEqual([]);
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(checkIds);
  expect(tool.driver.rules[0]).toMatchObject({
    shortDescription: { text: expect.stringMatching(/^[A-Z]/) },
    helpUri: expect.stringMatching(/^https:.*\/docs\/checks\/[a-z-]+\.md$/),
  });
  expect(automationDetails.id).toBe("flask-heroku-deploy/");
});

test("findings, the worst first, each with its rule, its level and its place", () => {
  expect(runOf(sarif(failed())).results).toMatchObject([
    { ruleId: "requirements-missing", level: "error" },
    {
      ruleId: "procfile-web",
      level: "warning",
      message: { text: "The Procfile has no `web` process. Add the line `web: gunicorn app:app`." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "Procfile" },
            region: { startLine: 1, startColumn: 1, endLine: 1 },
          },
        },
      ],
      partialFingerprints: { "flaskHerokuDeploy/v1": "procfile-web:Procfile:1" },
    },
    { ruleId: "requirements-drift", level: "note" },
  ]);
});

describe("the place of a finding", () => {
  const uriOf = (parts: Partial<Finding>, app: Parameters<typeof results>[1]) =>
    results([finding(parts)], app)[0].locations[0].physicalLocation.artifactLocation.uri;
  test.for([
    [
      "in a folder of the repository",
      { file: "app.py" },
      { appDir: "back end/app" },
      "back%20end/app/app.py",
    ],
    ["that looks like another scheme", { file: "a:b?c#d%.py" }, {}, "a%3Ab%3Fc%23d%25.py"],
    ["about no file", { file: null, line: null }, { appDir: "web", anchor: "app.py" }, "web/app.py"],
    ["about no file of an empty folder", { file: null }, { anchor: null }, "Procfile"],
  ] as const)("%s", ([, parts, app, uri]) => {
    expect(uriOf(parts, app)).toBe(uri);
  });

  test("keeps its fingerprint when lines move", () => {
    const prints = (...lines: number[]) =>
      results(lines.map((line) => finding({ line }))).map(
        ({ partialFingerprints }: { partialFingerprints: unknown }) => JSON.stringify(partialFingerprints),
      );
    expect(prints(1, 5)).toEqual(prints(2, 9));
    expect(new Set(prints(1, 5)).size).toBe(2);
  });
});

test("apps in two folders are two categories", () => {
  const id = (appDir: string) => runOf(sarif(deployed({ appDir }))).automationDetails.id;
  expect([id("a b/c"), id(".")]).toEqual(["flask-heroku-deploy/a%20b/c/", "flask-heroku-deploy/"]);
});

test("new lines in the place of others are a fix, other edits and those that do not fit are none", () => {
  const edit = { kind: "replace", file: "requirements.txt", from: 2, to: 3, lines: ["a", "b"] } as const;
  const fixesOf = (parts: Partial<Finding>) => results([finding({ diff: "x", ...parts })])[0].fixes;
  expect(fixesOf({ edits: [edit] })).toEqual([
    {
      description: { text: "Add the line `web: gunicorn app:app`." },
      artifactChanges: [
        {
          artifactLocation: { uri: "requirements.txt" },
          replacements: [{ deletedRegion: { startLine: 2, endLine: 3 }, insertedContent: { text: "a\nb" } }],
        },
      ],
    },
  ]);
  expect(fixesOf({ edits: [edit, { kind: "delete", file: "x" }] })).toBeUndefined();
  expect(fixesOf({ edits: [{ ...edit, lines: [] }] })).toBeUndefined();
  const { diff: _, ...unfit } = finding({ edits: [edit], diff: "x" });
  expect(results([unfit])[0].fixes).toBeUndefined();
});

test("any text fits the schema and is no link", () => {
  fc.assert(
    fc.property(hostile, hostile, (file, problem) => {
      const [result] = results([finding({ file, problem })], { appDir: file });
      expect(result.message.text).not.toMatch(/\]\(|[\p{Cc}\p{Cf}]/u);
      const { uri } = result.locations[0].physicalLocation.artifactLocation;
      expect(new URL(uri, "https://example.com/").origin).toBe("https://example.com");
    }),
    { numRuns: 150, seed: 20261123 },
  );
});

test("no more results than GitHub shows, and the worst are among them", () => {
  const findings = Array.from({ length: 6_000 }, () => finding()).with(5_999, finding({ level: "error" }));
  const shown = results(findings);
  expect([shown.length, shown[0].level]).toEqual([5_000, "error"]);
});
