import { newestAllowed } from "../project/allowed-version.ts";
import type { Release } from "../project/package-index.ts";
import type { Project } from "../project/project.ts";
import { newestPatch } from "../project/python-version.ts";
import { byVersion, fits, versionKey } from "../project/versions.ts";
import { BUILT_FROM_SOURCE } from "./data/built-from-source.ts";
import { PIN_RULES, type PinRule } from "./data/pin-rules.ts";
import { otherSystem } from "./other-system.ts";
import { quote } from "./quote.ts";

/** Why a version of a package does not work on a Python, or may not. */
export type Verdict =
  | { readonly kind: "rule"; readonly rule: PinRule }
  /** The package index has nothing of it that this Python may install. */
  | { readonly kind: "nothing"; readonly requiresPython: string }
  /** It has no wheel for this Python, and what is in its source must be compiled. */
  | { readonly kind: "source" };

/** What is known against a version on a Python (`3.14`): from what was proved, and from what the package index says. */
export function verdictOn(
  key: string,
  version: string,
  minor: string,
  project: Project,
): Verdict | undefined {
  const release = releaseOf(key, version, project);
  const nothing = release && !release.wheels.includes(minor) && !release.sources.includes(minor);
  if (nothing && !otherSystem(key)) {
    const isForbidden = !fits(newestPatch(minor), release.requiresPython);
    if (isForbidden) return { kind: "nothing", requiresPython: release.requiresPython };
    // Another index may lack files that PyPI has.
    if (project.index.packages && project.index.isPublic) return { kind: "nothing", requiresPython: "" };
  }
  const rule = ruleFor(key, version, minor, project);
  if (rule) return { kind: "rule", rule };
  const isCompiled = release?.compiled && !release.wheels.includes(minor);
  return isCompiled && !isKnownToBuild(key, version) ? { kind: "source" } : undefined;
}

/** Whether it is known, not only likely, that it fails. */
export function isKnown({ kind }: Verdict): boolean {
  return kind !== "source";
}

/** What becomes of a pin, in words that follow its name. */
export function inWords(verdict: Verdict): string {
  if (verdict.kind === "source") return "has no wheel and must be compiled";
  if (verdict.kind === "rule")
    return verdict.rule.stage === "build" ? "cannot be installed" : "cannot be imported";
  const { requiresPython } = verdict;
  return `cannot be installed (${requiresPython === "" ? "it has no file for that Python" : `it is for Python ${quote(requiresPython)}`})`;
}

/** What the package index says of one version; undefined when it was not asked or does not know it. */
export function releaseOf(key: string, version: string, { index }: Project): Release | undefined {
  const releases = index.packages?.get(key);
  const id = versionKey(version);
  return releases === undefined || releases === "unknown" || id === undefined ? undefined : releases.get(id);
}

/** What is known to go wrong with a version on a Python (`3.14`); undefined for what is not known to. */
export function ruleFor(
  key: string,
  version: string,
  minor: string,
  { requirements }: Pick<Project, "requirements">,
): PinRule | undefined {
  const rule = PIN_RULES.find(
    (each) => each.package === key && fits(version, each.versions) && fits(minor, each.python),
  );
  // An old setuptools that is pinned beside it still has what the newest dropped.
  const setuptools = requirements && newestAllowed(requirements, "setuptools");
  const hasIt = setuptools !== undefined && fits(setuptools, "<81");
  return rule?.message.includes("pkg_resources") && hasIt ? undefined : rule;
}

function isKnownToBuild(key: string, version: string): boolean {
  return BUILT_FROM_SOURCE.some((each) => each.package === key && byVersion(version, each.first) >= 0);
}
