import type { CallFact, Code, Where } from "./code-facts.ts";
import { CodeReader } from "./code-reader.ts";
import type { PythonModules } from "./python-modules.ts";

type Modules = Pick<PythonModules, "reached" | "perhaps" | "unloaded" | "entry" | "start">;

/** Collects the facts of all files that are or may be loaded. Takes syntax trees, never throws. */
export function readCode(modules: Modules): Code {
  const reader = new CodeReader();
  let hasUnreadable = false;
  const groups = [
    ["surely", modules.reached],
    ["perhaps", modules.perhaps],
    ["no", modules.unloaded],
  ] as const;
  for (const [loaded, files] of groups) {
    for (const [file, source] of files) {
      if (source === "unreadable") hasUnreadable ||= loaded !== "no";
      else reader.read(file, loaded, source);
    }
  }
  const { calls, settings, classes, assigned, returned, strings } = reader;
  return {
    ...{ calls, settings, classes, assigned, returned, strings, hasUnreadable },
    started: startedFunctions(modules, calls),
  };
}

/** Whether something surely happens when the web process starts: not in a function, unless that is called then. */
export function isCertain({ started }: Pick<Code, "started">, where: Where): boolean {
  if (where.loaded !== "surely" || where.guard !== "none" || where.decorators.length > 0) return false;
  return where.function === undefined || started.has(`${where.file}:${where.function}`);
}

/** The factory that the server is told to call, and what import level calls by a plain name. */
function startedFunctions({ reached, entry, start: web }: Modules, calls: readonly CallFact[]): Set<string> {
  const started = new Set<string>();
  const definitions = functionFiles(reached);
  const start = (file: string, name: string) => {
    const source = reached.get(file);
    if (source === undefined || source === "unreadable") return;
    const kind = source.names.get(name)?.kind;
    if (kind === "function") started.add(`${file}:${name}`);
    if (kind !== "import") return;
    const from = source.imports.find(({ names }) => names.includes(name))?.module.split(".");
    for (const other of definitions.get(name) ?? [])
      if (from?.at(-1) === "" || from?.at(-1) === moduleName(other)) started.add(`${other}:${name}`);
  };
  const factory = web?.factory;
  if (factory !== undefined && entry?.kind === "file") start(entry.path, factory);
  for (const { name, where } of calls) {
    const atImport = where.loaded === "surely" && where.guard === "none" && where.function === undefined;
    if (atImport && !where.inContext && /^\w+$/.test(name)) start(where.file, name);
  }
  return started;
}

/** Which files define a function at their top, by its name. */
function functionFiles(reached: Modules["reached"]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const [file, source] of reached) {
    if (source === "unreadable") continue;
    for (const [name, { kind }] of source.names) {
      const known = files.get(name);
      if (kind !== "function") continue;
      if (known) known.push(file);
      else files.set(name, [file]);
    }
  }
  return files;
}

/** The last part of a module's dotted name. */
export function moduleName(file: string): string {
  return (
    file
      .replace(/\/__init__\.py$|\.py$/, "")
      .split("/")
      .at(-1) ?? file
  );
}
