import type { Closure } from "../project/closure.ts";
import type { Environment, Package } from "../project/environment.ts";
import { firstImports, isElsewhere } from "../project/external-imports.ts";
import type { Project } from "../project/project.ts";
import type { ExternalImport } from "../project/python-modules.ts";
import { isFullyKnown, type Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import { installable } from "./drift-versions.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";

/** What the tests ran with, and what of it requirements.txt brings. */
export type Tested = Extract<Environment, { readonly packages: ReadonlyMap<string, Package> }> & {
  readonly provided: Closure;
};

/** Imports of installed packages that requirements.txt does not bring, each with the key of the package. */
export function unlistedImports(
  project: Project,
  requirements: Requirements,
  { packages, stdlib, provided }: Tested,
): Map<string, Remark> {
  const certain = provided.complete && isFullyKnown(requirements);

  // One finding for each package.
  const found = firstImports(project.modules.external, (top) => {
    if (stdlib.has(top)) return undefined;
    const owners = [...packages].filter(([, { imports }]) => imports.includes(top)).map(([key]) => key);
    const isThere = owners.some((key) => provided.keys.has(key) || comesWithPython(key, project.python));
    return owners.length === 0 || isThere || isElsewhere(project, top) ? undefined : owners[0];
  });
  return new Map(
    [...found].flatMap(([key, wanted]) => {
      const owner = packages.get(key);
      return owner ? [[key, missing(wanted, owner, certain, requirements)] as const] : [];
    }),
  );
}

function missing(
  { module, file, line, guard }: ExternalImport,
  owner: Package,
  certain: boolean,
  requirements: Requirements,
): Remark {
  const listed = `${owner.name}==${installable(owner.version)}`;
  const when = guard === "lazy" ? "when that function is called" : "when the app starts";
  return {
    level: certain && guard === "none" ? "error" : "warning",
    file,
    line,
    later: guard === "lazy",
    module,
    problem:
      `This file imports ${quote(module)}, which ${quote(owner.name)} provides. It is installed in the environment of the ` +
      `tests, but requirements.txt ${certain ? "does not bring it" : "does not seem to bring it"}: on Heroku the import fails ${when}.`,
    fix: `Add the line ${quote(listed)} to requirements.txt.`,
    edits: added(requirements, listed),
  };
}

/** Heroku's Python comes with pip, and up to 3.12 with setuptools (buildpack v351). */
export function comesWithPython(key: string, python: string): boolean {
  return key === "pip" || (key === "setuptools" && fits(python, "<3.13"));
}
