import { PACKAGE_LISTS } from "../project/package-lists.ts";
import type { Project } from "../project/project.ts";

/** The files of the commit that can tell Heroku which packages to install. */
export function packageLists({ files }: Pick<Project, "files">): string[] {
  return PACKAGE_LISTS.filter((path) => files.has(path));
}

// What the tools of those lists, and others, write the wanted packages into, before anything is locked.
const UNLOCKED = ["Pipfile", "pyproject.toml", "setup.py", "environment.yml"];

/** The file that names packages for another tool than Heroku's, when nothing in the root does for Heroku. */
export function unlocked({ files }: Pick<Project, "files">): string | undefined {
  return packageLists({ files }).length > 0 ? undefined : UNLOCKED.find((path) => files.has(path));
}
