import { type Marker, parseMarker } from "./markers.ts";
import { parseAll, type Scanner } from "./scanner.ts";
import { SPECIFIER } from "./versions.ts";

/** A dependency as PEP 508 writes it: `name[extra] >=1 ; marker` or `name @ url ; marker`. */
export type Dependency = {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string;
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
};

const NAME = /[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_])?/y;

/** Reads one dependency; undefined when it is none. In a URL, a `;` after a blank starts the marker. */
export function parseDependency(text: string): Dependency | undefined {
  const semicolon = text.includes("@") ? text.search(/[ \t];/) : text.indexOf(";");
  const markerText = semicolon < 0 ? "" : text.slice(text.indexOf(";", semicolon) + 1).trim();
  const marker = markerText === "" ? undefined : parseMarker(markerText);
  if (semicolon >= 0 && marker === undefined) return undefined;

  const target = parseAll((semicolon < 0 ? text : text.slice(0, semicolon)).trim(), nameAndTarget);
  return target && { ...target, marker };
}

/** Reads what stands before a marker: name, extras, and a specifier or a URL. */
export function parseNameAndTarget(text: string): Omit<Dependency, "marker"> | undefined {
  return parseAll(text.trim(), nameAndTarget);
}

function nameAndTarget(scanner: Scanner): Omit<Dependency, "marker"> {
  const name = scanner.expect(NAME);
  scanner.blanks();
  const extras = extraNames(scanner);
  scanner.blanks();
  if (scanner.take(/@[ \t]*/y) !== undefined) {
    return { name, extras, specifier: "", url: scanner.expect(/[^ \t]+/y) };
  }
  return { name, extras, specifier: specifiers(scanner), url: undefined };
}

function extraNames(scanner: Scanner): string[] {
  const extras: string[] = [];
  if (scanner.take(/\[[ \t]*/y) === undefined) return extras;
  const first = scanner.take(NAME);
  if (first !== undefined) {
    extras.push(first);
    while (scanner.take(/[ \t]*,[ \t]*/y) !== undefined) extras.push(scanner.expect(NAME));
  }
  scanner.expect(/[ \t]*\]/y);
  return extras;
}

function specifiers(scanner: Scanner): string {
  const opened = scanner.take(/\([ \t]*/y) !== undefined;
  const found: string[] = [];
  for (let clause = scanner.take(SPECIFIER); clause !== undefined; clause = scanner.take(SPECIFIER)) {
    found.push(clause.replace(/\s+/g, ""));
    scanner.blanks();
    if (scanner.take(/,[ \t]*/y) === undefined) break;
  }
  if (opened) scanner.expect(/[ \t]*\)/y);
  return found.join(",");
}
