import { lists, type Requirements } from "./requirements.ts";
import { fits } from "./versions.ts";

/** Stands for the newest version there is; below a limit the newest ends in it: `2.9999`. */
export const NEWEST = "9999";

/** Nobody writes more lines for one package; comparing thousands with each other would take minutes. */
const MOST_LINES = 50;

// Packages that keep SQLAlchemy below a version, so that what is not pinned is not the newest.
const HOLDS_SQLALCHEMY = ["sqlmodel", "apache-airflow", "apache-superset", "flask-appbuilder", "databases"];

type Lines = Pick<Requirements, "entries" | "constraints">;

/**
 * About the newest version of a package that pip may take on Heroku: the pinned one, `2.9999` for `<3`, `9999` without
 * a limit. Undefined when the package is not listed, by a URL, or over and over.
 */
export function newestAllowed(requirements: Lines, key: string): string | undefined {
  return lists({ requirements }, key) ? newestFitting(specifierOf(requirements, key)) : undefined;
}

/**
 * About the version of a package that pip would install on Heroku, whatever asks for it: as `newestAllowed`, also for a
 * package that is not listed. Undefined without a requirements.txt, or when it or a part of it cannot be read.
 */
export function likelyVersion(
  { requirements }: { readonly requirements: Requirements | undefined },
  key: string,
): string | undefined {
  if (!requirements || requirements.problems.length > 0) return undefined;
  const specifier = specifierOf(requirements, key);
  const isHeld = key === "sqlalchemy" && specifier === "" && lists({ requirements }, ...HOLDS_SQLALCHEMY);
  return isHeld ? undefined : newestFitting(specifier);
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

/** Whether such a version is no pin, but the newest of all or below a limit. */
export function isOpenEnded(version: string): boolean {
  return version.includes(NEWEST);
}

/** All that binds the version of a package, as one specifier; undefined for a URL, and for more lines than anybody writes. */
function specifierOf({ entries, constraints }: Lines, key: string): string | undefined {
  const lines = [...entries, ...constraints].filter((line) => line.key === key && line.active);
  if (lines.length > MOST_LINES || lines.some(({ url }) => url !== undefined)) return undefined;
  return lines
    .map(({ specifier }) => specifier)
    .filter((text) => text !== "")
    .join(",");
}

/** About the newest version that fits a specifier; undefined when none does, or there is no specifier. */
export function newestFitting(specifier: string | undefined): string | undefined {
  if (specifier === undefined) return undefined;
  if (fits(NEWEST, specifier)) return NEWEST;
  const bounds = [...specifier.matchAll(/(~=|===?|<=|<)\s*v?([\w.!+-]+?)(\.\*)?(?=,|$)/g)];
  return bounds
    .map(([, operator, version = "", wildcard]) => bound(operator ?? "", version, wildcard !== undefined))
    .find((version) => fits(version, specifier));
}

function bound(operator: string, version: string, isWildcard: boolean): string {
  if (isWildcard) return `${version}.${NEWEST}`;
  if (operator === "~=") return `${version.split(".").slice(0, -1).join(".")}.${NEWEST}`;
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
