import type { Check } from "../../src/checks/check.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import { contents, type Files, type ProjectOptions, project } from "../support/project.ts";

/** The files after the edits that a check offers for them. */
export function edited(check: Check, files: Files, options?: ProjectOptions): Files {
  const given = project(files, options);
  const after = new Map(Object.entries(files));
  const edits = check.find(given).flatMap(({ edits = [] }) => edits);
  for (const { from, to, lines } of applyEdits(edits, { files: given.files, contents: contents(files) })) {
    const text = lines.map(({ sign, text }) => (sign === "-" ? "" : text)).join("");
    const content = from !== null && lines.length === 0 ? (after.get(from) ?? "") : text;
    if (from !== null) after.delete(from);
    if (to !== null) after.set(to, content);
  }
  return Object.fromEntries(after);
}
