import { HEROKU_PYTHONS, newestPatch } from "./python-version.ts";
import { byVersion, canonicalName, fits, isFinal, versionKey } from "./versions.ts";
import { readWheelName, readWheelTags } from "./wheel.ts";

/** What the package index says of the packages that are pinned. */
export type PackageIndex =
  | {
      /** By canonical name; `unknown` where there is no package of that name. Those that it did not answer for are left out. */
      readonly packages: ReadonlyMap<string, Releases | "unknown">;
      /** Whether it is PyPI. What another one lacks pip on Heroku may still find. */
      readonly isPublic: boolean;
      /** Of how many packages it said nothing, in time or at all. */
      readonly unanswered: number;
      readonly reason: "";
    }
  /** It was not asked, or did not answer; the reason is a clause, ready to follow a colon. */
  | { readonly packages: null; readonly reason: string };

/** The releases of one package by `versionKey`. */
export type Releases = ReadonlyMap<string, Release>;

/** What pip finds of one version. */
export type Release = {
  /** As its files write it. */
  readonly version: string;
  /** Why those who released it took it back (PEP 592), in their own words, which may be none; undefined when they did not. */
  readonly yanked: string | undefined;
  /** The Pythons that it says it works on (PEP 345); empty for all. */
  readonly requiresPython: string;
  /** The Pythons of Heroku's that have a wheel of it, as `major.minor`. */
  readonly wheels: readonly string[];
  /** Those that may build it from its source. */
  readonly sources: readonly string[];
  /** Whether it holds code that is compiled: it has wheels for Linux that do. */
  readonly compiled: boolean;
};

const SOURCE = /\.(?:tar\.gz|zip|tar\.bz2|tgz)$/;

/**
 * Reads the index's page of a package (PEP 691, JSON) for a glibc 2.x of this number. Files that pip passes over, such
 * as eggs, are passed over. Undefined when it is no such page.
 */
export function readIndexPage(page: unknown, key: string, glibc: number): Releases | undefined {
  const { files }: { files?: unknown } = Object(page);
  if (!Array.isArray(files)) return undefined;
  // A page may have ten thousand files, with a few versions, tags and Pythons among them.
  const keyOf = remembering(versionKey);
  const tagsOf = remembering((tags) => readWheelTags(tags, glibc));
  const allowed = remembering(pythonsIn);
  const releases = new Map<string, Release>();
  for (const file of files) {
    const found = readFile(Object(file));
    const id = found && keyOf(found.version);
    if (!found || id === undefined) continue;
    const known = releases.get(id);
    releases.set(id, known ? together(known, found) : found);
  }
  return releases;

  /** A release of one file. */
  function readFile(file: Readonly<Record<string, unknown>>): Release | undefined {
    const { filename, yanked, "requires-python": requires } = file;
    if (typeof filename !== "string") return undefined;
    const wheel = readWheelName(filename);
    const version = wheel?.version ?? sourceVersion(filename, key);
    if (version === undefined) return undefined;
    const requiresPython = typeof requires === "string" ? requires : "";
    const pythons = allowed(requiresPython);
    const tags = wheel && tagsOf(wheel.tags);
    return {
      version,
      requiresPython,
      yanked: typeof yanked === "string" ? yanked : yanked === true ? "" : undefined,
      wheels: (tags?.pythons ?? []).filter((minor) => pythons.includes(minor)),
      sources: wheel ? [] : pythons,
      compiled: tags?.compiled ?? false,
    };
  }
}

/** The same function, which answers the same question only once. */
function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}

/** pip takes a release for yanked when all of its files are. */
function together(one: Release, other: Release): Release {
  return {
    version: one.version,
    yanked: other.yanked === undefined ? undefined : one.yanked,
    requiresPython: one.requiresPython || other.requiresPython,
    wheels: union(one.wheels, other.wheels),
    sources: union(one.sources, other.sources),
    compiled: one.compiled || other.compiled,
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  return HEROKU_PYTHONS.filter((minor) => one.includes(minor) || other.includes(minor));
}

/** `1.0` of `flask-login-1.0.tar.gz`: where the name ends only the name tells. */
function sourceVersion(file: string, key: string): string | undefined {
  const stem = file.replace(SOURCE, "");
  if (stem === file) return undefined;
  const dash = [...stem.matchAll(/-/g)].find(({ index }) => canonicalName(stem.slice(0, index)) === key);
  return dash && stem.slice(dash.index + 1);
}

/** The Pythons of Heroku's that a Requires-Python allows. One that cannot be read allows all, as pip has it. */
function pythonsIn(requires: string): readonly string[] {
  const isReadable = requires.split(",").every((clause) => /^\s*(?:[<>=!~]=?|===)\s*\d/.test(clause));
  if (!isReadable) return HEROKU_PYTHONS;
  return HEROKU_PYTHONS.filter((minor) => fits(newestPatch(minor), requires));
}

/** The versions that pip takes without being told to, lowest first; none without an answer. */
export function finalVersions(releases: Releases | "unknown" | undefined): string[] {
  if (releases === undefined || releases === "unknown") return [];
  return [...releases.values()]
    .filter(({ version, yanked }) => yanked === undefined && isFinal(version))
    .map(({ version }) => version)
    .sort(byVersion);
}
