import { labelName } from "./diagram-names.ts";
import type { Report, StepStatus } from "./report.ts";
import { duration } from "./words.ts";

/** Mermaid's colours: a step that changed something is bright, one that did not is grey, one that failed is red. */
const TAGS: Record<StepStatus, string> = {
  changed: "active",
  unchanged: "done",
  skipped: "done",
  failed: "crit",
};

/** The steps one after the other as Mermaid's gantt chart, in seconds from the start; skipped ones took no time. */
export function timeline(steps: Report["steps"]): string {
  let start = 0;
  const tasks = steps
    .filter(({ status }) => status !== "skipped")
    .map(({ id, status, ms }) => {
      const task = `  ${labelName(id)}, ${duration(ms)} :${TAGS[status]}, ${start}, ${ms}ms`;
      start += ms;
      return task;
    });
  // Times of day would be those of the reader's time zone: %s counts seconds since 1970, which is when the run starts.
  return ["gantt", "  dateFormat x", "  axisFormat %s s", ...tasks].join("\n");
}
