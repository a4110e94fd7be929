import { posix } from "node:path";
import { topModule } from "../project/external-imports.ts";
import type { Project } from "../project/project.ts";
import { isFullyKnown } from "../project/requirements.ts";
import type { WebTarget } from "../project/web-target.ts";
import { packageLists } from "./buildpack.ts";
import type { Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { retargeted } from "./retargeted.ts";

type Advice = Pick<Remark, "problem" | "fix" | "edits">;

/** What to say when the commit has no file for the target's module; nothing when an installed package may have it. */
export function missingModule(project: Project, target: WebTarget): Remark[] {
  const advice =
    fileName(project, target) ??
    slashes(target) ??
    plainFolder(project, target) ??
    otherCase(project, target) ??
    (mayBeInstalled(project, target) ? undefined : (elsewhere(project, target) ?? nowhere(target)));
  return advice ? [{ level: "error", file: target.file, line: target.line, ...advice }] : [];
}

function fileName(project: Project, target: WebTarget): Advice | undefined {
  const { module, attribute, root } = target;
  if (!module.endsWith(".py")) return undefined;
  const name = module.slice(0, -".py".length).replaceAll("/", ".");
  const exists = project.files.has(posix.join(root, module));
  return {
    problem:
      `gunicorn is given ${quote(module)}, ${exists ? "a file, " : ""}but it wants the name of a module, ` +
      "which is the file's name without .py. Its workers end with ModuleNotFoundError.",
    fix: `Write ${quote(`gunicorn ${name}:${attribute}`)}.`,
    edits: exists ? retargeted(project, target, `${name}:${attribute}`) : [],
  };
}

function slashes({ module, attribute }: WebTarget): Advice | undefined {
  if (!module.includes("/")) return undefined;
  const name = module.replace(/^\.?\//, "").replaceAll("/", ".");
  return {
    problem: `gunicorn is given the path ${quote(module)}, but it wants a module's name, with dots. Its workers end with ModuleNotFoundError.`,
    fix: `Write ${quote(`gunicorn ${name}:${attribute}`)}, or go into the folder with \`--chdir\`.`,
  };
}

function plainFolder({ modules, files }: Project, { module, attribute }: WebTarget): Advice | undefined {
  const { entry } = modules;
  if (entry?.kind !== "folder") return undefined;
  const inside = ["wsgi", "app", "main", "__main__"].find((name) => files.has(`${entry.path}/${name}.py`));
  return {
    problem: `${quote(module)} is a folder without __init__.py, so there is no ${quote(attribute)} in it for gunicorn to serve.`,
    fix: inside
      ? `If the app is in ${quote(`${entry.path}/${inside}.py`)}, write ${quote(`gunicorn ${module}.${inside}:${attribute}`)}.`
      : "Name the module that makes the app, or commit the folder's __init__.py.",
  };
}

function otherCase(project: Project, target: WebTarget): Advice | undefined {
  const { module, attribute, root } = target;
  const base = posix.join(root, module.replaceAll(".", "/"));
  const wanted = [`${base}.py`, `${base}/__init__.py`].map((path) => path.toLowerCase());
  const path = [...project.files.keys()].find((path) => wanted.includes(path.toLowerCase()));
  if (path === undefined) return undefined;
  const name = posix
    .relative(root, path)
    .replace(/(?:\/__init__)?\.py$/, "")
    .replaceAll("/", ".");
  return {
    problem: `gunicorn is given the module ${quote(module)}, but the commit has ${quote(path)}. A Mac and Windows take either, Heroku's Linux does not.`,
    fix: `Write ${quote(`gunicorn ${name}:${attribute}`)}.`,
    edits: retargeted(project, target, `${name}:${attribute}`),
  };
}

function elsewhere({ files }: Project, { module, attribute }: WebTarget): Advice | undefined {
  const base = module.replaceAll(".", "/");
  const path = [...files.keys()]
    .filter((path) => path.endsWith(`/${base}.py`) || path.endsWith(`/${base}/__init__.py`))
    .sort((a, b) => a.length - b.length)[0];
  if (path === undefined) return undefined;
  const folder = path.slice(0, path.lastIndexOf(`/${base}`));
  return {
    problem:
      `gunicorn is told to serve the module ${quote(module)}, and the commit has it only in ${quote(folder)}, where gunicorn ` +
      "does not look: it starts in the root. Its workers end with ModuleNotFoundError.",
    fix: `Write ${quote(`gunicorn --chdir ${folder} ${module}:${attribute}`)}. If the whole app lives there, set \`app-dir\` to that folder instead.`,
  };
}

function nowhere({ module }: WebTarget): Advice {
  return {
    problem:
      `gunicorn is told to serve the module ${quote(module)}, but the commit has no such file or package. ` +
      "Its workers end with ModuleNotFoundError.",
    fix: "Correct the name, or commit the file: git may ignore it, or nobody has added it yet.",
  };
}

/** Whether a package that Heroku installs may bring the module: then nothing is certain. */
function mayBeInstalled(project: Project, { module }: WebTarget): boolean {
  const { requirements, environment } = project;
  const top = topModule(module);
  if (!requirements) return packageLists(project).length > 0;

  const plain = top.replace(/[-_.]/g, "").toLowerCase();
  const isAlike = (key: string) =>
    key.replaceAll("-", "").includes(plain) || plain.includes(key.replaceAll("-", ""));
  return (
    !isFullyKnown(requirements) ||
    requirements.entries.some(({ key, url }) => url !== undefined || isAlike(key)) ||
    [...(environment.packages?.values() ?? [])].some(({ imports }) => imports.includes(top))
  );
}
