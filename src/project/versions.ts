import { satisfies, valid } from "@renovatebot/pep440";

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

/** The clauses of a specifier such as `>=2, <3`, trimmed. */
export function clauses(specifier: string): string[] {
  return specifier
    .split(",")
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
}

/**
 * Whether a version fits every clause of a specifier. Pre-releases count, since the question is always about a
 * version that is installed. A version that PEP 440 does not know fits only its own `===`.
 */
export function fits(version: string, specifier: string): boolean {
  const tested = version.trim();
  return clauses(specifier).every((clause) => {
    if (clause.startsWith("===")) return clause.slice(3).trim().toLowerCase() === tested.toLowerCase();
    return valid(tested) !== null && satisfies(tested, clause, { prereleases: true });
  });
}

/** The canonical form of a distribution's name (PEP 503). */
export function canonicalName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}
