import type { Project } from "../project/project.ts";
import type { WebTarget } from "../project/web-target.ts";
import type { Edit } from "./edit.ts";

/** Writes `target`, as `module:attribute`, where another one stands: nothing unless that stands once, in full, on its line. */
export function retargeted(
  { contents }: Project,
  { file, line, module, attribute }: WebTarget,
  target: string,
): Edit[] {
  const text = contents.get(file)?.toString("utf8").split(/\r?\n/)[line - 1];
  const [before, after, ...more] = text?.split(`${module}:${attribute}`) ?? [];
  if (before === undefined || after === undefined || more.length > 0) return [];
  if (/[\w./-]$/.test(before) || /^[\w.(]/.test(after)) return [];
  // The shell would stumble over the brackets of a call.
  const quotes = target.endsWith(")") && !/["']$/.test(before) ? '"' : "";
  return [
    { kind: "replace", file, from: line, to: line, lines: [`${before}${quotes}${target}${quotes}${after}`] },
  ];
}
