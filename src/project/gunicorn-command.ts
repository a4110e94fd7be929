import { posix } from "node:path";
import { type GunicornArguments, readGunicornArguments } from "./gunicorn-arguments.ts";
import type { Word } from "./shell.ts";
import { shlexSplit } from "./shlex.ts";
import { moved, type SimpleCommand } from "./web-command.ts";
import { targetOf, type WebTarget } from "./web-target.ts";

/** A word with the place where it is written. */
export type Placed = Pick<Word, "text" | "literal"> & { readonly file: string; readonly line: number };

/** How the web process starts gunicorn, as far as its command line and its configuration file tell. */
export type Gunicorn = {
  /** Where the command is written. */
  readonly file: string;
  readonly line: number;
  /** Whether it surely runs. */
  readonly certain: boolean;
  /** Undefined when there is none, or when it depends on a variable. */
  readonly target: WebTarget | undefined;
  /** True when the target has brackets that are not in quotation marks: the shell does not get as far as gunicorn. */
  readonly bareBracket: boolean;
  /** Folders that modules are imported from, in order; undefined when that depends on more than is read here. */
  readonly searchPath: readonly string[] | undefined;
  /** The addresses that it is told to listen on; without any it takes $PORT. */
  readonly binds: readonly Placed[];
  readonly workerClass: Placed | undefined;
  /** The configuration file that gunicorn reads, relative to the app's folder; undefined when it cannot be known. */
  readonly config: string | undefined;
};

export type Started = {
  /** As the command line alone says. */
  readonly gunicorn: Gunicorn;
  /** Whether it leaves the target to the configuration file. */
  readonly isOpen: boolean;
  readonly root: string | undefined;
};

const MENTIONS = [
  ...["install", "uninstall", "echo", "printf", "which", "pkill", "killall", "type", "command"],
  ...["[", "[[", "test"],
];

/** How a command starts gunicorn; undefined when it does not. */
export function gunicornCommand(command: SimpleCommand): Started | undefined {
  const { words, variables, folder, pythonPath, file, line, certain } = command;
  const at = words.findIndex(
    ({ text }, index) =>
      posix.basename(text) === "gunicorn" ||
      (/^gunicorn(?:\.app\.wsgiapp)?$/.test(text) && words[index - 1]?.text === "-m"),
  );
  if (at < 0 || words.slice(0, at).some(({ text }) => MENTIONS.includes(text))) return undefined;

  const given = readGunicornArguments(words.slice(at + 1));
  const inVariable = argumentsIn(variables.get("GUNICORN_CMD_ARGS"));
  const options = new Map([...inVariable.options, ...given.options]);
  const binds = given.binds.length > 0 ? given.binds : inVariable.binds;
  const target = options.has("paste") ? undefined : given.target;
  const root = options.has("chdir") ? moved(folder, options.get("chdir")) : folder;
  const workerClass = options.get("worker-class");
  const added = options.get("pythonpath");
  const addedFolders = added?.text.split(",").map((text) => moved(root, { ...added, text })) ?? [];
  const folders = [...addedFolders, root, ...pythonPath];
  return {
    root,
    isOpen: given.target === undefined && !options.has("paste"),
    gunicorn: {
      ...{ file, line, certain },
      target: target?.literal ? targetOf(target.text, { file, line }, root) : undefined,
      bareBracket: given.target?.bareBracket ?? false,
      searchPath: folders.every((each) => each !== undefined) ? [...new Set(folders)] : undefined,
      binds: binds.map(({ text, literal }) => ({ text, literal, file, line })),
      workerClass: workerClass && { text: workerClass.text, literal: workerClass.literal, file, line },
      config: configOf(options.get("config"), folder),
    },
  };
}

// gunicorn reads options, though no target, from this variable; its command line wins (gunicorn 27, app/base.py).
function argumentsIn(variable: Word | undefined): GunicornArguments {
  const words = (variable && shlexSplit(variable.text)) ?? [];
  return readGunicornArguments(
    words.map((text) => ({ text, literal: !/[$`]/.test(text), bareBracket: false })),
  );
}

function configOf(given: Word | undefined, folder: string | undefined): string | undefined {
  if (!given) return folder && posix.join(folder, "gunicorn.conf.py");
  return given.text.startsWith("python:")
    ? undefined
    : moved(folder, { ...given, text: given.text.replace(/^file:/, "") });
}
