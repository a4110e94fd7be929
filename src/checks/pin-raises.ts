import { finalVersions } from "../project/package-index.ts";
import type { Project } from "../project/project.ts";
import { byVersion, canonicalName, fits } from "../project/versions.ts";
import { BREAKING_PAIRS } from "./data/breaking-pairs.ts";
import { NEEDED_PARTNERS } from "./data/needed-partners.ts";
import { releaseOf, ruleFor, verdictOn } from "./pin-verdict.ts";

/** The lowest version that is known to work; null when none does, undefined when it is not known. */
export type Raised = string | null | undefined;

/**
 * The pins (versions by key) that have to be raised so that all work on a Python, each to the lowest version that is
 * known to: those that fail there, and those that do not go with the raised ones.
 */
export function raisesFor(
  pins: ReadonlyMap<string, string>,
  minor: string,
  project: Project,
): ReadonlyMap<string, Raised> {
  const raised = new Map<string, Raised>();
  const versionOf = (key: string) => raised.get(key) ?? pins.get(key);
  const raise = (key: string, least: string | null) => {
    const version = versionOf(key);
    const isOpen = !raised.has(key) || typeof raised.get(key) === "string";
    if (!isOpen || version === undefined || (least !== null && byVersion(version, least) >= 0)) return false;
    raised.set(key, least && lowestFrom(key, least, minor, project));
    return true;
  };
  for (const [key, version] of pins)
    if (verdictOn(key, version, minor, project)) raised.set(key, lowestAbove(key, version, minor, project));

  // What a raised version asks for may be above another pin, which then is raised too, and so on.
  for (let again = raised.size > 0; again; ) {
    again = false;
    for (const { key, versions, partner, least } of NEEDED_PARTNERS)
      if (isIn(versionOf(key), versions)) again = raise(partner, least) || again;
    for (const { package: key, versions, partner, partners, remedy } of BREAKING_PAIRS) {
      const isMet =
        raised.has(partner) && isIn(versionOf(key), versions) && isIn(versionOf(partner), partners);
      const [name = "", least = ""] = remedy.split(">=");
      if (isMet && canonicalName(name) === key) again = raise(key, least) || again;
    }
  }
  return raised;
}

function isIn(version: string | undefined, versions: string): boolean {
  return version !== undefined && fits(version, versions);
}

/** The lowest version above one that fails: as the rules say, and beyond them as the package index does. */
function lowestAbove(key: string, version: string, minor: string, project: Project): Raised {
  const rule = ruleFor(key, version, minor, project);
  if (rule?.lowest === null) return null;
  if (rule?.lowest !== undefined) return lowestFrom(key, rule.lowest, minor, project);
  return onIndex(key, minor, project).find((each) => byVersion(each, version) > 0);
}

/** The same from a version on that may work itself. */
function lowestFrom(key: string, least: string, minor: string, project: Project): Raised {
  if (!verdictOn(key, least, minor, project) && releaseOf(key, least, project)?.yanked === undefined)
    return least;
  if (ruleFor(key, least, minor, project)) return lowestAbove(key, least, minor, project);
  return onIndex(key, minor, project).find((each) => byVersion(each, least) > 0);
}

/** The versions that the package index has and nothing speaks against, lowest first. */
function onIndex(key: string, minor: string, project: Project): string[] {
  return finalVersions(project.index.packages?.get(key)).filter(
    (version) => !verdictOn(key, version, minor, project),
  );
}
