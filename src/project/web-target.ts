import { posix } from "node:path";
import { readGunicornArguments } from "./gunicorn.ts";
import type { Procfile } from "./procfile.ts";
import { parseShell, type Word } from "./shell.ts";
import { inTree } from "./tree.ts";

/** What gunicorn is told to serve: `module:attribute` in the Procfile's web line. */
export type WebTarget = {
  /** Dotted, as written. */
  readonly module: string;
  /** As written: `app`, `create_app()`, or gunicorn's default `application`. */
  readonly attribute: string;
  /** Line of the Procfile. */
  readonly line: number;
  /** The folder that gunicorn works in, relative to the app's folder (`cd`, `--chdir`). */
  readonly root: string;
};

/** How the web process starts gunicorn, as far as its command line tells. */
export type Gunicorn = {
  readonly line: number;
  /** Undefined when there is none, or when it depends on a variable. */
  readonly target: WebTarget | undefined;
  /** True when the target has brackets that are not in quotation marks: the shell does not get as far as gunicorn. */
  readonly bareBracket: boolean;
  /** Folders that modules are imported from, in order; undefined when that depends on a variable. */
  readonly searchPath: readonly string[] | undefined;
  /** The addresses that its command line tells it to listen on; without any $PORT or a configuration decides. */
  readonly binds: readonly Word[];
  /** Undefined when the command line names none, or one that depends on a variable. */
  readonly workerClass: string | undefined;
  /** The configuration file that gunicorn reads, relative to the app's folder; undefined when it cannot be known. */
  readonly config: string | undefined;
};

// Where Heroku unpacks the app; its Python buildpack puts it on PYTHONPATH.
const HOME = "/app";
const MENTIONS = ["install", "uninstall", "echo", "printf", "which", "pkill", "killall", "type", "command"];

type Where = { readonly folder: string | undefined; readonly pythonPath: readonly (string | undefined)[] };

/** How the web process starts gunicorn; undefined without a web process, or when its command does not name gunicorn. */
export function readGunicorn(procfile: Procfile | undefined): Gunicorn | undefined {
  const web = procfile?.processes.get("web");
  return web && findGunicorn(web.command, web.line, { folder: ".", pythonPath: ["."] }, 0);
}

function findGunicorn(script: string, line: number, start: Where, depth: number): Gunicorn | undefined {
  let where = start;
  for (const command of parseShell(script)) {
    const assignments = command.findIndex(({ text }) => !/^[A-Za-z_]\w*=/.test(text));
    const words = assignments < 0 ? [] : command.slice(assignments);
    const here =
      assignments < 0 ? where : { ...where, ...pythonPathOf(command.slice(0, assignments), where) };
    if (words[0]?.text === "cd") where = { ...where, folder: moved(where.folder, words[1]) };
    if (assignments < 0 || words[0]?.text === "export") where = { ...where, ...pythonPathOf(command, where) };

    const inner = depth < 3 ? innerScript(words) : undefined;
    const found =
      inner === undefined ? gunicornOf(words, line, here) : findGunicorn(inner, line, here, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** The text after `sh -c`. */
export function innerScript(words: readonly Word[]): string | undefined {
  const shell = words.findIndex(({ text }) => /^(?:ba|da)?sh$/.test(posix.basename(text)));
  const option = words[shell + 1]?.text ?? "";
  return shell >= 0 && /^-[a-z]*c$/.test(option) ? words[shell + 2]?.text : undefined;
}

function gunicornOf(words: readonly Word[], line: number, where: Where): Gunicorn | undefined {
  const at = words.findIndex(
    ({ text }, index) =>
      posix.basename(text) === "gunicorn" ||
      (/^gunicorn(?:\.app\.wsgiapp)?$/.test(text) && words[index - 1]?.text === "-m"),
  );
  if (at < 0 || words.slice(0, at).some(({ text }) => MENTIONS.includes(text))) return undefined;

  const { target, options, binds } = readGunicornArguments(words.slice(at + 1));
  const chdir = options.get("chdir");
  const root = chdir ? moved(where.folder, chdir) : where.folder;
  const configured = options.get("config");
  const workerClass = options.get("worker-class");
  const added = options.get("pythonpath");
  const addedFolders = added?.text.split(",").map((folder) => moved(root, { ...added, text: folder })) ?? [];
  const folders = [...addedFolders, root, ...where.pythonPath];
  return {
    line,
    target: options.has("paste") ? undefined : webTarget(target, line, root),
    bareBracket: target?.bareBracket ?? false,
    searchPath: folders.every((folder) => folder !== undefined) ? [...new Set(folders)] : undefined,
    binds,
    workerClass: workerClass?.literal ? workerClass.text : undefined,
    config: configured
      ? moved(where.folder, configured)
      : where.folder && posix.join(where.folder, "gunicorn.conf.py"),
  };
}

function webTarget(word: Word | undefined, line: number, root: string | undefined): WebTarget | undefined {
  if (!word?.literal) return undefined;
  const colon = word.text.indexOf(":");
  const module = colon < 0 ? word.text : word.text.slice(0, colon);
  const attribute = colon < 0 ? "application" : word.text.slice(colon + 1);
  return { module, attribute, line, root: root ?? "." };
}

/** Where a path leads from a folder; undefined when a variable or a path out of the app decides. */
function moved(from: string | undefined, to: Word | undefined): string | undefined {
  if (!to || /^~\/?$/.test(to.text)) return ".";
  if (!to.literal) return /^\$(?:HOME|\{HOME\})$/.test(to.text) ? "." : undefined;
  if (to.text === HOME) return ".";
  if (to.text.startsWith(`${HOME}/`)) return inTree(to.text.slice(HOME.length + 1));
  return from === undefined ? undefined : inTree(from, to.text);
}

function pythonPathOf(assignments: readonly Word[], where: Where): Partial<Where> {
  if (assignments.some(({ text }) => text.startsWith("GUNICORN_CMD_ARGS=")))
    return { pythonPath: [undefined] };
  const set = assignments.find(({ text }) => text.startsWith("PYTHONPATH="));
  if (!set) return {};
  const folders = set.text.slice("PYTHONPATH=".length).split(":");
  const kept = folders.some((folder) => /^\$\{?PYTHONPATH\}?$/.test(folder)) ? where.pythonPath : [];
  const literal = folders.filter((folder) => !/^\$\{?PYTHONPATH\}?$/.test(folder));
  return {
    pythonPath: [
      ...literal.map((text) => moved(where.folder, { ...set, text, literal: !text.includes("$") })),
      ...kept,
    ],
  };
}
