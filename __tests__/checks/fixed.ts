import type { Check, Remark } from "../../src/checks/check.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { contents, type Files, type ProjectOptions, project } from "../support/project.ts";

/** The files of a project after all edits that a check offers, and what the check says of them then. */
export function fixed(
  check: Check,
  files: Files,
  options?: ProjectOptions,
): { files: Files; remarks: readonly Remark[] } {
  const before = project(files, options);
  const edits = check.find(before).flatMap((remark) => remark.edits ?? []);
  const after = new Map(Object.entries(files));
  for (const { from, to, lines } of applyEdits(edits, { files: before.files, contents: contents(files) })) {
    if (from !== null) after.delete(from);
    const kept = lines.filter(({ sign }) => sign !== "-").map(({ text }) => text);
    if (to !== null) after.set(to, kept.join(""));
  }
  const changed = Object.fromEntries(after);
  return { files: changed, remarks: check.find(project(changed, options)) };
}
