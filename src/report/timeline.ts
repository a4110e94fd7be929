import { labelName } from "./diagram-names.ts";
import type { Report, StepStatus } from "./report.ts";
import { duration } from "./words.ts";

/** Mermaid's kinds of tasks: one without a kind stands out, a done one is grey, a critical one red. */
const KINDS: Record<StepStatus, string> = {
  changed: "",
  unchanged: "done, ",
  skipped: "done, ",
  failed: "crit, ",
};

/** Where the lines of the axis may stand, as d3 takes it: seconds and minutes that divide the next unit. */
const TICKS = [1, 2, 5, 10, 15, 30].flatMap((count) => [
  { ms: count * 1_000, interval: `${count}second` },
  { ms: count * 60_000, interval: `${count}minute` },
]);
const MOST_TICKS = 10;
/** Anything shorter is over before it is worth a picture. */
const SHORTEST = 2_000;

/**
 * The steps one after the other as Mermaid's gantt chart, in seconds from the start; undefined when there is little to
 * see. Skipped steps took no time and are left out.
 */
export function timeline(steps: Report["steps"]): string | undefined {
  const taken = steps.filter(({ status }) => status !== "skipped");
  const total = taken.reduce((sum, { ms }) => sum + ms, 0);
  if (taken.length < 2 || total < SHORTEST) return undefined;

  let start = 0;
  const tasks = taken.map(({ id, status, ms }) => {
    const task = `  ${labelName(id)}, ${duration(ms)} :${KINDS[status]}${start}, ${ms}ms`;
    start += ms;
    return task;
  });
  const ticks = TICKS.toSorted((a, b) => a.ms - b.ms).find(({ ms }) => total / ms <= MOST_TICKS);
  return [
    "gantt",
    "  dateFormat x",
    // Times of day would be those of the reader's time zone: %s counts seconds since 1970, which is when the run starts.
    "  axisFormat %s s",
    ...(ticks ? [`  tickInterval ${ticks.interval}`] : []),
    ...tasks,
  ].join("\n");
}
