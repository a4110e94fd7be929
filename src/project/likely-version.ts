import type { Project } from "./project.ts";
import { fits } from "./versions.ts";

// The last version of each series that the checks tell apart, newest first.
const SERIES: Readonly<Record<string, readonly string[]>> = {
  sqlalchemy: ["2.1.9", "2.0.58", "1.4.54", "1.3.24", "1.2.19", "1.1.18"],
  "flask-sqlalchemy": ["3.1.1", "3.0.5", "2.5.1", "2.4.4", "2.3.2"],
  flask: ["3.1.3", "3.0.3", "2.3.3", "2.2.5", "2.1.3", "2.0.3", "1.1.4"],
};

// Packages that keep SQLAlchemy below a version, so that what is not pinned is not the newest.
const HOLDS_SQLALCHEMY = ["sqlmodel", "apache-airflow", "apache-superset", "flask-appbuilder", "databases"];

/**
 * The version of a package that pip would install on Heroku: the pinned one, else the newest of a series that fits.
 * Undefined without a requirements.txt, or when it or a part of it cannot be read.
 */
export function likelyVersion(
  { requirements }: Pick<Project, "requirements">,
  key: string,
): string | undefined {
  if (!requirements || requirements.problems.length > 0) return undefined;
  const lines = [...requirements.entries, ...requirements.constraints].filter(
    (line) => line.key === key && line.active,
  );
  if (lines.some(({ url, editable }) => url !== undefined || editable)) return undefined;
  const specifier = lines
    .map((line) => line.specifier)
    .filter((text) => text !== "")
    .join(",");
  const pinned = /(?:^|,)\s*===?\s*([\w.!+-]+)(?:,|$)/.exec(specifier)?.[1];
  const isHeld = key === "sqlalchemy" && lists({ requirements }, ...HOLDS_SQLALCHEMY);
  if (pinned === undefined && isHeld) return undefined;
  return pinned ?? SERIES[key]?.find((version) => fits(version, specifier));
}

/** Whether requirements.txt lists a package for Heroku by its canonical name. */
export function lists({ requirements }: Pick<Project, "requirements">, ...keys: readonly string[]): boolean {
  return requirements?.entries.some(({ key, active }) => active && keys.includes(key)) ?? false;
}
