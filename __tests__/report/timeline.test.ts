import fc from "fast-check";
import { expect, test } from "vitest";
import { timeline } from "../../src/report/timeline.ts";
import { hostile } from "../support/markdown.ts";
import { parseGantt } from "../support/mermaid-grammar.ts";

const step = (id: string, status: "changed" | "unchanged" | "skipped" | "failed", ms: number) => {
  return { id, title: id, status, detail: "", ms };
};

test("steps follow each other; skipped ones are left out", () => {
  const steps = [
    step("ensure-app", "unchanged", 210),
    step("set-config", "skipped", 0),
    step("push", "changed", 75_000),
    step("await-health", "failed", 1_500),
  ];
  expect(timeline(steps)).toBe(`gantt
  dateFormat x
  axisFormat %s s
  tickInterval 10second
  ensure-app, 0.2 s :done, 0, 210ms
  push, 1 min 15 s :210, 75000ms
  await-health, 1.5 s :crit, 75210, 1500ms`);
});

test("whatever a step is called, it is one task", () => {
  fc.assert(
    fc.property(hostile, hostile, (one, other) => {
      expect(parseGantt(timeline([step(one, "changed", 1_000), step(other, "failed", 2_000)]) ?? "")).toBe(2);
    }),
    { numRuns: 500, seed: 20261123 },
  );
});

test.for([
  [2_000, "1second"],
  [11_000, "2second"],
  [301_000, "1minute"],
  [3_600_000, "10minute"],
] as const)("a run of %s ms has a line every %s", ([ms, interval]) => {
  expect(timeline([step("a", "changed", ms), step("b", "changed", 0)])).toContain(
    `tickInterval ${interval}\n`,
  );
});

test("little to see is no chart", () => {
  expect(timeline([])).toBeUndefined();
  expect(timeline([step("a", "failed", 9_000)])).toBeUndefined();
  expect(timeline([step("a", "changed", 9_000), step("b", "skipped", 0)])).toBeUndefined();
  expect(timeline([step("a", "changed", 900), step("b", "failed", 900)])).toBeUndefined();
});
