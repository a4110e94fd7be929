import type { Requirements } from "./requirements.ts";
import { fits } from "./versions.ts";

/** Stands for the newest version there is. */
const NEWEST = "9999";

/** Nobody writes more lines for one package; comparing thousands with each other would take minutes. */
const MOST_LINES = 50;

/**
 * About the newest version of a package that pip may take on Heroku: the pinned one, `2.9999` for `<3`, `9999` without
 * a limit. Undefined when the package is not listed, by a URL, or over and over.
 */
export function newestAllowed(
  { entries, constraints }: Pick<Requirements, "entries" | "constraints">,
  key: string,
): string | undefined {
  const listed = entries.filter((entry) => entry.key === key && entry.active);
  const bound = constraints.filter((entry) => entry.key === key && entry.active);
  if (listed.length === 0 || listed.some(({ url }) => url !== undefined)) return undefined;
  if (listed.length + bound.length > MOST_LINES) return undefined;
  const specifier = [...listed, ...bound]
    .map((entry) => entry.specifier)
    .filter((text) => text !== "")
    .join(",");
  return newestFitting(specifier);
}

/**
 * As `newestAllowed`, also for Werkzeug and Jinja2 that are not listed: Flask since 2.0 brings their newest.
 * Undefined when it is not known.
 */
export function installedOnHeroku(requirements: Requirements | undefined, key: string): string | undefined {
  if (!requirements) return undefined;
  const { entries, constraints } = requirements;
  const isNamed = [...entries, ...constraints].some((entry) => entry.key === key);
  if (isNamed || !["werkzeug", "jinja2"].includes(key)) return newestAllowed(requirements, key);
  const flask = newestAllowed(requirements, "flask");
  return flask !== undefined && fits(flask, ">=2.0") ? NEWEST : undefined;
}

/** About the newest version that fits a specifier. */
export function newestFitting(specifier: string): string | undefined {
  if (fits(NEWEST, specifier)) return NEWEST;
  const bounds = [...specifier.matchAll(/(~=|===?|<=|<)\s*v?([\w.!+-]+?)(\.\*)?(?=,|$)/g)];
  return bounds
    .map(([, operator, version = "", wildcard]) => bound(operator ?? "", version, wildcard !== undefined))
    .find((version) => fits(version, specifier));
}

function bound(operator: string, version: string, isWildcard: boolean): string {
  if (isWildcard) return `${version}.9999`;
  if (operator === "~=") return `${version.split(".").slice(0, -1).join(".")}.9999`;
  return operator === "<" ? below(version) : version;
}

/** A version that comes before a limit such as `3`, `2.1.0` or `2.0.31`, and after all others that do. */
function below(limit: string): string {
  const parts = limit
    .replace(/(?:\.0+)+$/, "")
    .split(".")
    .map(Number);
  const last = parts.length - 1;
  return [...parts.slice(0, last), (parts[last] ?? 0) - 1, NEWEST].join(".");
}
