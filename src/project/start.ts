import { posix } from "node:path";
import { flaskApp } from "./flask-app.ts";
import type { Gunicorn } from "./gunicorn-command.ts";
import { programOf, pythonRun } from "./program.ts";
import type { Tree } from "./tree.ts";
import { hasBackground, moved, type SimpleCommand, type WebCommand } from "./web-command.ts";
import { targetOf, type WebTarget } from "./web-target.ts";

/** With what of the app's own code the web process starts. */
export type Start = {
  /** The program that loads it: `gunicorn`, `flask`, `python`, `uvicorn`, ... */
  readonly by: string;
  readonly code:
    | { readonly kind: "file"; readonly path: string }
    | { readonly kind: "module"; readonly name: string };
  /** Whether Python runs it as `__main__`, so that what stands under that condition is run. */
  readonly isMain: boolean;
  /** The function of it that the program calls at once. */
  readonly factory: string | undefined;
  /** Folders that modules are imported from, in order; undefined when that depends on more than is read here. */
  readonly searchPath: readonly string[] | undefined;
  /** Whether the web process surely gets there. */
  readonly certain: boolean;
  /** What a WSGI server was told to serve. */
  readonly target: WebTarget | undefined;
};

const WSGI_SERVERS = ["waitress-serve", "uwsgi", "granian", "bjoern"];
const ASGI_SERVERS = ["uvicorn", "hypercorn", "daphne"];
const TARGET = /^[A-Za-z_][\w.]*:[A-Za-z_]\w*(?:\(.*\))?$/;

/** Finds what the web process starts with: what a server is given, or else the last Python file that is run. */
export function startOf(
  web: WebCommand | undefined,
  gunicorn: Gunicorn | undefined,
  tree: Tree,
  texts: ReadonlyMap<string, string>,
): Start | undefined {
  if (gunicorn) return byGunicorn(gunicorn);
  const commands = web?.commands ?? [];
  for (const command of commands) {
    const start = byServer(command) ?? byFlask(command, tree, texts);
    if (start) return start;
  }
  const last = commands.at(-1);
  const isBeside = web !== undefined && hasBackground(web);
  const start = last && byPython(last);
  return start && { ...start, certain: start.certain && !isBeside };
}

/** The start of an app of which nobody says how it is started. */
export function likelyStart(target: string | undefined): Start | undefined {
  const name = target?.split(":", 1)[0];
  if (name === undefined) return undefined;
  const open = { isMain: false, factory: undefined, certain: false, target: undefined };
  return { ...open, by: "gunicorn", code: { kind: "module", name }, searchPath: ["."] };
}

function byGunicorn({ target, searchPath, certain }: Gunicorn): Start | undefined {
  if (!target) return undefined;
  const factory = /^(\w+)\(/.exec(target.attribute)?.[1];
  const code = { kind: "module", name: target.module } as const;
  return { by: "gunicorn", code, isMain: false, factory, searchPath, certain, target };
}

function byServer(command: SimpleCommand): Start | undefined {
  const { name: by, args } = programOf(command.words);
  const isWsgi = WSGI_SERVERS.includes(by);
  if (!isWsgi && !ASGI_SERVERS.includes(by)) return undefined;
  const written = args.find(({ text, literal }) => literal && TARGET.test(text))?.text;
  if (written === undefined) return undefined;
  const isFactory = args.some(({ text }) => text === "--call" || text === "--factory");
  const target = targetOf(isFactory ? `${written}()` : written, command, command.folder);
  return {
    by,
    code: { kind: "module", name: target.module },
    isMain: false,
    factory: /^(\w+)\(/.exec(target.attribute)?.[1],
    searchPath: searchPathOf(command, command.folder),
    certain: command.certain,
    target: isWsgi ? target : undefined,
  };
}

function byFlask(command: SimpleCommand, tree: Tree, texts: ReadonlyMap<string, string>): Start | undefined {
  const { name, args } = programOf(command.words);
  if (name !== "flask" || !args.some(({ text }) => text === "run")) return undefined;
  const app = flaskApp(command, args, tree, texts);
  return (
    app && {
      by: "flask",
      code: { kind: "module", name: app.module },
      isMain: false,
      factory: app.attribute,
      searchPath: searchPathOf(command, app.root),
      certain: command.certain && app.certain,
      target: undefined,
    }
  );
}

function byPython(command: SimpleCommand): Start | undefined {
  const run = pythonRun(command.words);
  const written = run?.script ?? run?.module;
  if (!run || !written) return undefined;
  const common = {
    by: "python",
    isMain: true,
    factory: undefined,
    certain: command.certain,
    target: undefined,
  };
  if (run.module)
    return run.module.literal
      ? {
          ...common,
          code: { kind: "module", name: run.module.text },
          searchPath: searchPathOf(command, command.folder),
        }
      : undefined;
  const path = written.literal && written.text.endsWith(".py") ? moved(command.folder, written) : undefined;
  return path === undefined
    ? undefined
    : { ...common, code: { kind: "file", path }, searchPath: searchPathOf(command, posix.dirname(path)) };
}

function searchPathOf({ pythonPath }: SimpleCommand, first: string | undefined): Start["searchPath"] {
  const folders = [first, ...pythonPath];
  return folders.every((folder) => folder !== undefined) ? [...new Set(folders)] : undefined;
}
