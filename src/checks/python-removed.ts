import { installedOnHeroku, isOpenEnded } from "../project/allowed-version.ts";
import { isMet, topModule } from "../project/external-imports.ts";
import type { Project } from "../project/project.ts";
import type { ExternalImport } from "../project/python-modules.ts";
import { minorOf } from "../project/python-version.ts";
import { isFullyKnown } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Check, Remark } from "./check.ts";
import { REMOVED_IMPORTS, type RemovedImport } from "./data/removed-imports.ts";
import type { Edit } from "./edit.ts";
import { firstRequestHooks } from "./first-request-hooks.ts";
import { quote } from "./quote.ts";

const BY_PACKAGE = Map.groupBy(REMOVED_IMPORTS, ({ module }) => topModule(module));

// An import of something that is gone fails when the app starts. At home an older version is still installed.
export const pythonRemoved: Check = {
  id: "python-removed",
  title: "The app uses nothing that its Python or its packages have dropped",
  buildpack: true,

  find(project) {
    const imports = project.modules.external.flatMap((wanted) => {
      const rows = isMet(wanted) ? BY_PACKAGE.get(topModule(wanted.module)) : undefined;
      const row = rows?.find((each) => concerns(each, wanted) && isGone(each, project));
      return row ? [remark(row, wanted, project)] : [];
    });
    return [...imports, ...firstRequestHooks(project)];
  },
};

function concerns({ module, names }: RemovedImport, wanted: ExternalImport): boolean {
  if (names) return wanted.module === module && wanted.names.some((name) => names.includes(name));
  const full = wanted.names.map((name) => `${wanted.module}.${name}`);
  return [wanted.module, ...full].some((path) => path === module || path.startsWith(`${module}.`));
}

function isGone({ by, since, broughtBy = [] }: RemovedImport, project: Project): boolean {
  if (project.requirements?.entries.some(({ key, active }) => active && broughtBy.includes(key)))
    return false;
  const version = by === "python" ? project.python : installedOnHeroku(project.requirements, by);
  return version !== undefined && fits(version, `>=${since}`);
}

function remark(row: RemovedImport, wanted: ExternalImport, project: Project): Remark {
  const { by, since, instead, names } = row;
  const { file, line, guard } = wanted;
  const what = names
    ? wanted.names.filter((name) => names.includes(name)).map((name) => `${wanted.module}.${name}`)
    : [row.module];
  const uncertain = guard === "lazy" || row.module === "distutils" || mayBeBrought(row, project);
  const when = guard === "lazy" ? "when that function is called" : "when the app starts";
  const edit = rewritten(row, wanted, project);
  return {
    level: uncertain ? "warning" : "error",
    file,
    line,
    // Flask-Script is there, and looks for this.
    module: row.module === "flask_script" ? "flask._compat" : row.module,
    problem: `${what.map(quote).join(", ")} ${dropped(row, by === "python" ? `Python ${since}` : `${name(by)} ${since}`)}, and ${version(by, project)}: the import fails ${when}.`,
    fix: instead,
    ...(edit && { edits: [edit] }),
  };
}

function dropped({ module }: RemovedImport, since: string): string {
  if (module === "pkg_resources")
    return "comes with setuptools, which Heroku does not install with Python 3.13 and newer";
  if (module === "flask_script") return `does not work with ${since} and newer`;
  return `is gone since ${since}`;
}

/** What cannot be read may bring a module of Python's back. */
function mayBeBrought({ broughtBy }: RemovedImport, { requirements }: Project): boolean {
  return broughtBy !== undefined && !(requirements && isFullyKnown(requirements));
}

function version(by: string, project: Project): string {
  if (by === "python") return `the app runs on Python ${minorOf(project.python)} on Heroku`;
  const taken = installedOnHeroku(project.requirements, by) ?? "";
  return isOpenEnded(taken)
    ? `Heroku installs the newest ${name(by)} that the requirements allow`
    : `Heroku installs ${name(by)} ${quote(taken)}`;
}

function name(key: string): string {
  return { flask: "Flask", jinja2: "Jinja2", werkzeug: "Werkzeug" }[key] ?? key;
}

/** The line with the new module, when it is a plain `from module import names` and all names moved there. */
function rewritten(
  row: RemovedImport,
  { file, line, names }: ExternalImport,
  { contents }: Project,
): Edit | undefined {
  const old = contents.get(file)?.toString("utf8").split(/\r?\n/)[line - 1] ?? "";
  const [, indent, module, rest] = /^(\s*)from\s+([\w.]+)(\s+import\s+[\w\s,]+)$/.exec(old) ?? [];
  if (indent === undefined || module === undefined || rest === undefined) return undefined;
  const extension = /^flask\.ext\.(\w+)$/.exec(module)?.[1];
  const now = row.module === "flask.ext" ? extension && `flask_${extension}` : row.now;
  if (!now || !names.every((each) => !row.names || row.names.includes(each))) return undefined;
  return { kind: "replace", file, from: line, to: line, lines: [`${indent}from ${now}${rest}`] };
}
