import { expect, test } from "vitest";
import { counted, duration, findingCounts, notIndexed } from "../../src/report/words.ts";
import { finding } from "../support/reports.ts";

test.for([
  [0, "0.0 s"],
  [9_949, "9.9 s"],
  [9_950, "10 s"],
  [59_499, "59 s"],
  [59_500, "1 min 0 s"],
  [185_000, "3 min 5 s"],
] as const)("%d ms are %s", ([ms, expected]) => {
  expect(duration(ms)).toBe(expected);
});

test("counts agree with their nouns", () => {
  expect(counted(1, "step")).toBe("1 step");
  expect(findingCounts([])).toBe("nothing found");
  const notice = finding({ level: "notice" });
  expect(findingCounts([notice, finding({ level: "error" }), notice])).toBe("1 error, 2 notices");
});

test.for([
  ["all", 0, ""],
  ["all but one", 1, "1 pin is not compared with the package index: it did not answer about it."],
  ["not all", 3, "3 pins are not compared with the package index: it did not answer about them."],
] as const)("the index answered about %s", ([, unanswered, expected]) => {
  expect(notIndexed({ packages: new Map(), isPublic: true, unanswered, reason: "" })).toBe(expected);
});

test("why the index was not asked", () => {
  expect(notIndexed({ packages: null, reason: "no package is pinned" })).toBe(
    "The pins are not compared with the package index: no package is pinned.",
  );
});
