import type { Check, Remark } from "../../src/checks/check.ts";
import { type Files, type ProjectOptions, project } from "../support/project.ts";
import { edited } from "./edited.ts";

/** The files of a project after all edits that a check offers, and what the check says of them then. */
export function fixed(
  check: Check,
  files: Files,
  options?: ProjectOptions,
): { files: Files; remarks: readonly Remark[] } {
  const changed = edited(check, files, options);
  return { files: changed, remarks: check.find(project(changed, options)) };
}
