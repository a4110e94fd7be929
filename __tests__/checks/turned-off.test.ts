import { expect, test } from "vitest";
import type { Finding } from "../../src/checks/check.ts";
import { withoutTurnedOff } from "../../src/checks/turned-off.ts";
import { contents } from "../support/project.ts";
import { finding } from "../support/reports.ts";

function ignored(text: string, where: Partial<Finding>, skip: readonly string[] = []): number {
  const all = [finding({ check: "debug-on", file: "app.py", ...where })];
  const result = withoutTurnedOff(all, { contents: contents({ "app.py": text }) }, skip);
  expect(result.findings).toEqual(result.ignored === 1 ? [] : all);
  return result.ignored;
}

test.for([
  ["on the line", "x\napp.debug = True  # heroku-check: ignore debug-on\n", 2],
  ["on the line above", "x\n# heroku-check: ignore debug-on\napp.debug = True\n", 3],
  ["above, indented, in a file with CRLF", "x\r\n    # heroku-check: ignore debug-on\r\n    y\r\n", 3],
  ["one of several", "x # heroku-check: ignore secret-key-random, debug-on,  web-target\n", 1],
  ["without blanks", "x #heroku-check:ignore debug-on\n", 1],
  ["behind another comment", "x # noqa: E501 # heroku-check: ignore debug-on\n", 1],
  ["with a reason", "x # heroku-check: ignore debug-on -- only in the demo\n", 1],
  ["for a whole file, on its first line", "# heroku-check: ignore debug-on\nx\n", null],
] as const)("turned off %s", ([, text, line]) => expect(ignored(text, { line })).toBe(1));

test.for([
  ["another check", "x # heroku-check: ignore secret-key-random\n", 1],
  ["a longer id", "x # heroku-check: ignore debug-on-and-more\n", 1],
  ["no id", "x # heroku-check: ignore\n", 1],
  ["a sentence", "x # heroku-check: ignore debug-on and all others\n", 1],
  ["no comment", "heroku-check: ignore debug-on\n", 1],
  ["code with a comment above", "x # heroku-check: ignore debug-on\ny\n", 2],
  ["two lines above", "# heroku-check: ignore debug-on\n\ny\n", 3],
  ["the line below", "x\n# heroku-check: ignore debug-on\n", 1],
  ["another line, for a whole file", "x\n# heroku-check: ignore debug-on\n", null],
  ["a line past the end", "x\n", 9],
  ["a line that nobody wrote by hand", `${"x".repeat(5000)} # heroku-check: ignore debug-on\n`, 1],
] as const)("not turned off by %s", ([, text, line]) => expect(ignored(text, { line })).toBe(0));

test("a finding about no file, or one that was not read, has no comment", () => {
  const comment = "# heroku-check: ignore debug-on\n";
  expect(ignored(comment, { file: null, line: null })).toBe(0);
  expect(ignored(comment, { file: "other.py", line: 1 })).toBe(0);
});

test("checks to skip are off everywhere", () => {
  expect(ignored("x\n", { line: 1 }, ["debug-on"])).toBe(1);
  expect(ignored("x\n", { file: null, line: null }, ["web-target", "debug-on"])).toBe(1);
  expect(ignored("x\n", { line: 1 }, ["web-target"])).toBe(0);
});

test("lines made to be slow are not", () => {
  const lines = ["# heroku-check: ignore ", "# ", "#\t", "a,", "a, ", "a-"].map((part) =>
    part.repeat(4096).slice(0, 4090),
  );
  const start = performance.now();
  for (let round = 0; round < 250; round++)
    for (const line of lines) ignored(`# heroku-check: ignore a${line}!\n`, { line: 1 });
  expect(performance.now() - start).toBeLessThan(2000);
});
