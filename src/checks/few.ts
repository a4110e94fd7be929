import type { Remark } from "./check.ts";

const MOST = 3;
const NAMED = 8;

/** Remarks that say the same of many lines as one, at the first, with the edits of all; a few stay as they are. */
export function few(remarks: readonly Remark[]): readonly Remark[] {
  const [first, ...others] = remarks;
  if (!first || remarks.length <= MOST) return remarks;
  const lines = others.slice(0, NAMED).map(({ line }) => line);
  const rest = others.length > NAMED ? ", …" : "";
  const problem = `${first.problem} The same goes for ${others.length} more lines (${lines.join(", ")}${rest}).`;
  return [{ ...first, problem, edits: remarks.flatMap(({ edits = [] }) => edits) }];
}
