import type { Requirement, Requirements } from "./requirements.ts";
import { versionKey } from "./versions.ts";

/** A package that pip may install in one version only. */
export type Pin = {
  readonly key: string;
  readonly version: string;
  /** The line that names the version: of a requirements file, or of a constraints file for a package that is listed. */
  readonly place: Requirement;
};

const EXACT = /(?:^|,)===?\s*v?([^*,\s]+)\s*(?=,|$)/i;
const OTHER_SOURCES = ["index-url", "extra-index-url", "find-links", "no-index"];

/**
 * The pins that pip on Heroku looks up in the public package index: none from a URL, none when the file names another
 * source, and none with a local version (`+cpu`), which the public index cannot have.
 */
export function publicPins({ entries, constraints, options }: Requirements): Pin[] {
  if (OTHER_SOURCES.some((name) => options.has(name))) return [];
  const listed = Map.groupBy(
    entries.filter(({ active }) => active),
    ({ key }) => key,
  );
  const bound = Map.groupBy(
    constraints.filter(({ active }) => active),
    ({ key }) => key,
  );
  return [...listed].flatMap(([key, lines]) => {
    const all = [...lines, ...(bound.get(key) ?? [])];
    const pinned = all.flatMap((place) => {
      const version = EXACT.exec(place.specifier)?.[1];
      return version === undefined || versionKey(version) === undefined ? [] : [{ key, version, place }];
    });
    const [first] = pinned;
    const isPublic = first && !first.version.includes("+") && all.every(({ url }) => url === undefined);
    return isPublic && pinned.every(({ version }) => version === first.version) ? [first] : [];
  });
}
