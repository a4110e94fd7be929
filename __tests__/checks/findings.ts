import { expect } from "vitest";
import type { Check } from "../../src/checks/check.ts";
import { type Files, type ProjectOptions, project } from "../support/project.ts";

/** Name, files, what is found (`level file:line`, and a part of the problem or the fix each), options. */
export type Row = readonly [
  name: string,
  files: Files,
  found: readonly (readonly [place: string, part: string])[],
  options?: ProjectOptions | undefined,
];

/** Expects a check to say of a project what the row says, and nothing else. */
export function expectFindings(check: Check, [, files, found, options]: Row): void {
  const remarks = check.find(project(files, options));
  const places = remarks.map(({ level, file, line }) => `${level} ${file ?? "-"}:${line ?? "-"}`);
  expect(places).toEqual(found.map(([place]) => place));
  for (const [index, [, part]] of found.entries()) {
    const { problem = "", fix = "" } = remarks[index] ?? {};
    expect(`${problem} ${fix}`).toContain(part);
  }
}
