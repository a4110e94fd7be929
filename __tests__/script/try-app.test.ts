import { expect, test } from "vitest";
import { lastWords } from "../../script/agreement/try-app.ts";

test.for([
  ["", null],
  ["one\ntwo\n\n", "two"],
  ["one\n::error title=Build::It broke.\n", "It broke."],
  ["one\n::add-mask::a-secret\n::endgroup::\n", "one"],
  ["::add-mask::a-secret\n", null],
  ["x".repeat(500), "x".repeat(200)],
] as const)("the last words of %j", ([log, words]) => {
  expect(lastWords(log)).toBe(words);
});
