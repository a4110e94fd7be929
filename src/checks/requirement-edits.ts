import type { Place, Requirement, Requirements } from "../project/requirements.ts";
import { canonicalName } from "../project/versions.ts";
import type { Edit } from "./edit.ts";

// Longer ones are no lines that a person wrote.
const LONGEST = 1000;
const PARTS =
  /^(?<name>\s*[a-z0-9][\w.-]*[ \t]*(?:\[[^\]]*\])?)(?<asked>[^;#]*?)(?<rest>[ \t]*(?:;.*|(?<=\s)#.*)?)$/i;

/** Puts `==version` in the place of what a line asks for; extras, marker and comment stay. None for a line with options. */
export function pinned(place: Requirement, version: string): Edit[] {
  const { name, asked = "", rest = "" } = isPlain(place) ? (PARTS.exec(place.source)?.groups ?? {}) : {};
  if (name === undefined || /(?:^|\s)-/.test(asked)) return [];
  return replaced(place, `${name.trimEnd()}==${version}${rest}`);
}

/** Adds a marker to a line that has none, in front of its comment. */
export function marked(place: Requirement, marker: string): Edit[] {
  if (!isPlain(place) || place.source.includes(";")) return [];
  const [, wanted = "", comment = ""] = /^(.*?)(\s+#.*)?\s*$/.exec(place.source) ?? [];
  return replaced(place, `${wanted.trimEnd()}; ${marker}${comment}`);
}

function isPlain({ line, lastLine, source, hashes }: Requirement): boolean {
  return line === lastLine && hashes === 0 && source.length <= LONGEST;
}

function replaced({ file, line }: Place, text: string): Edit[] {
  return [{ kind: "replace", file, from: line, to: line, lines: [text] }];
}

/** Takes lines away. */
export function removed({ file, line, lastLine }: Place): Edit[] {
  return [{ kind: "replace", file, from: line, to: lastLine, lines: [] }];
}

/** Whether pip wants a hash for every package, as one line with a hash makes it. */
export function isHashed({ entries, options }: Requirements): boolean {
  return options.has("require-hashes") || entries.some(({ hashes, active }) => active && hashes > 0);
}

/**
 * Adds `text`, a requirement by name, to requirements.txt: in its place if the file is sorted, else at the end. None
 * where every line needs a hash.
 */
export function added(requirements: Requirements, text: string): Edit[] {
  if (isHashed(requirements)) return [];
  const { entries, lines } = requirements;
  const file = "requirements.txt";
  const keys = entries.filter((entry) => entry.file === file);
  const sorted = keys.every(({ key }, index) => index === 0 || (keys[index - 1]?.key ?? "") <= key);
  const key = canonicalName(/^[\w.-]+/.exec(text)?.[0] ?? text);
  const before = keys.findLast((entry) => entry.key < key);
  const end = Math.max(0, ...lines.filter((line) => line.file === file).map(({ lastLine }) => lastLine));
  const [first] = keys;
  const start = first ? first.line - 1 : end;
  return [{ kind: "insert", file, after: sorted ? (before?.lastLine ?? start) : end, lines: [text] }];
}
