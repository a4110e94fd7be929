import { closure } from "../project/closure.ts";
import type { Environment, Package } from "../project/environment.ts";
import type { Project } from "../project/project.ts";
import type { ExternalImport } from "../project/python-modules.ts";
import { herokuMarkers } from "../project/python-version.ts";
import type { Requirement, Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { quote } from "./quote.ts";

type Tested = Environment & { readonly packages: ReadonlyMap<string, Package> };

// Heroku installs what is listed. What the tests ran with counts for nothing there, so every difference between
// the two is code that nobody has tried, or a module that is not there.
export const requirementsDrift: Check = {
  id: "requirements-drift",
  title: "requirements.txt fits the environment that the tests ran in",
  buildpack: true,

  find(project) {
    const { requirements, environment } = project;
    if (!requirements || environment.packages === null) return [];
    return [...differing(requirements, environment), ...unlisted(project, requirements, environment)];
  },
};

function differing({ entries }: Requirements, { packages }: Tested): Remark[] {
  return entries.flatMap((entry) => {
    const installed = packages.get(entry.key);
    if (!entry.active || entry.url !== undefined || !installed || fits(installed.version, entry.specifier))
      return [];
    return [differs(entry, installed)];
  });
}

function differs({ name, extras, specifier, file, line }: Requirement, { version }: Package): Remark {
  const listed = extras.length > 0 ? `${name}[${extras.join(",")}]` : name;
  return {
    level: "error",
    file,
    line,
    problem:
      `The file asks for ${quote(name + specifier)}, but the environment of the tests has ${quote(version)}. ` +
      "Heroku installs what the file asks for, so what runs there is not what was tested.",
    fix: `Write ${quote(`${listed}==${installable(version)}`)} if the tested version is the right one, else install what the file asks for and test again.`,
  };
}

function unlisted(project: Project, requirements: Requirements, { packages, stdlib }: Tested): Remark[] {
  const active = requirements.entries.filter((entry) => entry.active);
  const provided = closure(active, packages, herokuMarkers(project.python));
  const certain =
    provided.complete &&
    requirements.problems.length === 0 &&
    !requirements.unnamed.some((each) => each.active);

  // One finding for each package, at the import that fails first: when the app starts, before any call.
  const found = new Map<string, { wanted: ExternalImport; owner: Package }>();
  for (const wanted of project.modules.external) {
    const [top = ""] = wanted.module.split(".", 1);
    if (!["none", "lazy"].includes(wanted.guard) || stdlib.has(top)) continue;

    const owners = [...packages].filter(([, { imports }]) => imports.includes(top));
    const [first] = owners;
    if (!first || owners.some(([key]) => provided.keys.has(key) || comesWithPython(key, project.python)))
      continue;
    if (isElsewhere(project, top)) continue;
    const [key, owner] = first;
    const known = found.get(key);
    if (!known || (known.wanted.guard === "lazy" && wanted.guard === "none"))
      found.set(key, { wanted, owner });
  }
  return [...found.values()].map(({ wanted, owner }) => missing(wanted, owner, certain));
}

function missing({ module, file, line, guard }: ExternalImport, owner: Package, certain: boolean): Remark {
  const when = guard === "lazy" ? "when that function is called" : "when the app starts";
  return {
    level: certain && guard === "none" ? "error" : "warning",
    file,
    line,
    problem:
      `This file imports ${quote(module)}, which ${quote(owner.name)} provides. It is installed in the environment of the ` +
      `tests, but requirements.txt ${certain ? "does not bring it" : "does not seem to bring it"}: on Heroku the import fails ${when}.`,
    fix: `Add the line ${quote(`${owner.name}==${installable(owner.version)}`)} to requirements.txt.`,
  };
}

/** A version as the package index has it: a local build's `+cpu` is not there. */
function installable(version: string): string {
  return version.split("+", 1)[0] ?? version;
}

/** Heroku's Python comes with pip, and up to 3.12 with setuptools (buildpack v351). */
function comesWithPython(key: string, python: string): boolean {
  return key === "pip" || (key === "setuptools" && fits(python, "<3.13"));
}

/** Whether the commit has a module of that name outside the search path: the app may well put it there itself. */
function isElsewhere({ files }: Project, module: string): boolean {
  const pattern = [`/${module}.py`, `/${module}/`];
  return [...files.keys()].some((path) => pattern.some((part) => `/${path}`.includes(part)));
}
