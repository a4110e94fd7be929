import { expect, test } from "vitest";
import { counted, duration, findingCounts } from "../../src/report/words.ts";
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
