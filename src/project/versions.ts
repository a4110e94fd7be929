import { compare, explain, gt, lt, satisfies } from "@renovatebot/pep440";

const RELEASE = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)*";
const COMPATIBLE_RELEASE = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)+";
const PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
const POST = "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
const DEV = "(?:[-_.]?dev[-_.]?[0-9]*)?";
const LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";

/** One clause of a version specifier, sticky: the grammar of PEP 440 as `packaging` reads it. */
export const SPECIFIER = new RegExp(
  [
    "===\\s*[^\\s;)]*",
    `(?:==|!=)\\s*${RELEASE}(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})`,
    `~=\\s*${COMPATIBLE_RELEASE}${PRE}${POST}${DEV}`,
    `(?:<=|>=|<|>)\\s*${RELEASE}${PRE}${POST}${DEV}`,
  ].join("|"),
  "iy",
);

/**
 * Whether a version fits every clause of a specifier. Pre-releases count, since the question is always about a
 * version that is installed. A version that PEP 440 does not know fits only its own `===`.
 */
export function fits(version: string, specifier: string): boolean {
  const clauses = specifier.split(",").map((clause) => clause.trim());
  return clauses.every((clause) => clause === "" || fitsClause(version.trim(), clause));
}

function fitsClause(version: string, clause: string): boolean {
  if (clause.startsWith("===")) return clause.slice(3).trim().toLowerCase() === version.toLowerCase();

  const tested = explain(version);
  const [, order, limit = ""] = /^([<>])(?!=)\s*(.*)$/.exec(clause) ?? [];
  const bound = explain(limit);
  if (!tested) return false;
  if (order === undefined || !bound) return satisfies(padded(version), clause, { prereleases: true });

  // The package is wrong about < and > between pre-releases and across epochs (4.2.4).
  const isFinal = !bound.is_prerelease && !bound.is_postrelease;
  const isOfBound = isFinal && compare(tested.base_version, bound.base_version) === 0;
  if (order === "<") return lt(version, limit) && !(isOfBound && tested.is_prerelease);
  return gt(tested.public, limit) && !(isOfBound && tested.is_postrelease);
}

/** The same version with more zeros: the package takes a prefix (`==2.0.*`) by the letter, and 2 for less than it. */
function padded(version: string): string {
  return version.replace(/^(v?(?:\d+!)?)(\d+(?:\.\d+)*)/i, (_, epoch: string, release: string) => {
    const missing = Math.max(0, 8 - release.split(".").length);
    return epoch + release + ".0".repeat(missing);
  });
}

/** The canonical form of a distribution's name (PEP 503). */
export function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/** One text for all spellings of a version: `1`, `1.0` and `v1.0.0` give the same. Undefined for what PEP 440 does not know. */
export function versionKey(version: string): string | undefined {
  const isPlain = /^\d+(?:\.\d+)*$/.test(version);
  const written = isPlain ? version.split(".").map(Number).join(".") : explain(version.trim())?.public;
  return written?.replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0+)+(?!\.?\d)/, "$1");
}

/** Orders versions, oldest first; what PEP 440 does not know comes before all. */
export function byVersion(one: string, other: string): number {
  const isKnown = (version: string) => (explain(version) ? 1 : 0);
  try {
    return compare(one, other);
  } catch {
    return isKnown(one) - isKnown(other);
  }
}

/** Whether a version is none of those that pip only takes when it is told to: alpha, beta, candidate, development. */
export function isFinal(version: string): boolean {
  return explain(version)?.is_prerelease === false;
}
