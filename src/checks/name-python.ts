import type { Project } from "../project/project.ts";
import { pythonVersionFile } from "../project/python-request.ts";
import type { Edit } from "./edit.ts";

/** The edits that make `.python-version` name this Python, without a runtime.txt, which would win over it. */
export function namePython({ texts, files }: Project, version: string): Edit[] {
  const edits: Edit[] = files.has("runtime.txt") ? [{ kind: "delete", file: "runtime.txt" }] : [];
  const known = pythonVersionFile(texts);
  const isThere = known?.kind === "version" && written(known) === version;
  // A link of that name cannot be edited.
  if (isThere || (files.has(".python-version") && !known)) return edits;
  return [...edits, filled(".python-version", texts, version)];
}

/** A version as a file writes it: `3.12`, or `3.12.4`. */
export function written({
  major,
  minor,
  patch,
}: {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | undefined;
}): string {
  return [major, minor, patch].filter((part) => part !== undefined).join(".");
}

/** Makes `line` the whole content of a file. */
function filled(file: string, texts: ReadonlyMap<string, string>, line: string): Edit {
  const text = texts.get(file);
  if (text === undefined || text === "") return { kind: "create", file, text: `${line}\n` };
  const to = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  return { kind: "replace", file, from: 1, to, lines: [line] };
}
