import { newestFitting } from "./allowed-version.ts";
import type { Project } from "./project.ts";

// Packages that keep SQLAlchemy below a version, so that what is not pinned is not the newest.
const HOLDS_SQLALCHEMY = ["sqlmodel", "apache-airflow", "apache-superset", "flask-appbuilder", "databases"];

/**
 * About the version of a package that pip would install on Heroku, whatever asks for it: the pinned one, else the
 * newest that fits, `9999` without a limit. Undefined without a requirements.txt, or when it or a part of it cannot be read.
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
  const isHeld = key === "sqlalchemy" && specifier === "" && lists({ requirements }, ...HOLDS_SQLALCHEMY);
  return isHeld ? undefined : newestFitting(specifier);
}

/** Whether requirements.txt lists a package for Heroku by its canonical name. */
export function lists({ requirements }: Pick<Project, "requirements">, ...keys: readonly string[]): boolean {
  return requirements?.entries.some(({ key, active }) => active && keys.includes(key)) ?? false;
}
