import { posix } from "node:path";
import type { Gunicorn } from "./gunicorn-command.ts";
import { isTelling, namesIn } from "./module-clues.ts";
import { folderOf, locateModule, locateParts, type ModuleLocation } from "./module-location.ts";
import { type Import, type PythonSource, readPythonSource } from "./python-source.ts";
import type { Reading } from "./reading.ts";
import type { Start } from "./start.ts";
import { inTree, isRegular, type Tree } from "./tree.ts";
import type { WebTarget } from "./web-target.ts";

/** An import of a module that the commit does not have. */
export type ExternalImport = Import & { readonly file: string };

type Source = PythonSource | "unreadable";

export type PythonModules = {
  /** How the web process starts gunicorn; undefined when there is no web line, or none with gunicorn. */
  readonly gunicorn: Gunicorn | undefined;
  /** What a WSGI server is given to serve; undefined when that is nothing, or depends on a variable. */
  readonly webTarget: WebTarget | undefined;
  /** Undefined when it cannot be known with what of the app's own code the web process starts. */
  readonly start: Start | undefined;
  /** Where the commit has that; undefined without it. */
  readonly entry: ModuleLocation | undefined;
  /** The files that are surely loaded when the web process starts, by path: the module or file at the start and what it imports. */
  readonly reached: ReadonlyMap<string, Source>;
  /** Files that may be loaded too: imported in a function or under a condition, or named in a string. */
  readonly perhaps: ReadonlyMap<string, Source>;
  /** Files that nothing seems to load though by their name they hold configuration or models. */
  readonly unloaded: ReadonlyMap<string, Source>;
  /** What those files import from outside the commit, Python's own library included. */
  readonly external: readonly ExternalImport[];
};

// Enough for an app of some 300,000 lines; it bounds the time that a hostile repository can take.
const MAX_SOURCE_BYTES = 12 * 1024 * 1024;
const MAX_UNLOADED = 60;

/**
 * Reads what the web process starts with and, from import to import, every file of the commit that it surely loads.
 * Where the start itself is uncertain, all of them are only perhaps loaded.
 */
export function* readModules(
  tree: Tree,
  gunicorn: Gunicorn | undefined,
  start: Start | undefined,
): Reading<PythonModules> {
  const reached = new Map<string, Source>();
  const external: ExternalImport[] = [];
  const given = { gunicorn, webTarget: start?.target, start };
  const modules = { ...given, reached, perhaps: new Map(), unloaded: new Map(), external };
  if (!start) return { ...modules, entry: undefined };

  const { searchPath } = start;
  if (!searchPath) return { ...modules, entry: { kind: "unknown" } };

  const locations = locateStart(tree, start, searchPath);
  const main = start.isMain ? pathsOf(locations).at(-1) : undefined;
  const budget = sourceBudget(tree);
  const perhaps = new Map<string, Source>();
  const unloaded = new Map<string, Source>();
  const later = new Set<string>();
  const isNew = (path: string) => !reached.has(path) && !perhaps.has(path);

  if (!start.certain) for (const path of pathsOf(locations)) later.add(path);
  yield* load(start.certain ? pathsOf(locations) : [], reached, function* (file, { imports }, text) {
    for (const path of namedFiles(tree, searchPath, file, text)) later.add(path);
    for (const wanted of imports) {
      const { paths, isExternal } = resolve(tree, searchPath, file, wanted);
      if (isExternal) external.push({ ...wanted, file });
      if (wanted.guard === "none") yield* paths;
      else if (mayLoad(wanted)) for (const path of paths) later.add(path);
    }
  });
  yield* load([...later], perhaps, function* (file, { imports }, text) {
    yield* namedFiles(tree, searchPath, file, text);
    for (const wanted of imports.filter(mayLoad)) yield* resolve(tree, searchPath, file, wanted).paths;
  });
  const telling = [...tree.files.keys()].filter((path) => isNew(path) && isTelling(path));
  yield* load(telling.slice(0, MAX_UNLOADED), unloaded, () => []);
  return { ...modules, perhaps, unloaded, entry: locations.at(-1) };

  /** Reads files and, round by round, those that `follow` finds in them. */
  function* load(
    paths: readonly string[],
    into: Map<string, Source>,
    follow: (file: string, facts: PythonSource, text: string) => Iterable<string>,
  ): Reading<void> {
    for (let next = budget(paths.filter(isNew)); next.length > 0; ) {
      const sources = yield next;
      const found = new Set<string>();
      for (const file of next) {
        const text = sources.get(file)?.toString("utf8");
        const facts = text === undefined ? "unreadable" : readPythonSource(text, file === main);
        into.set(file, facts);
        if (facts === "unreadable") continue;
        for (const path of follow(file, facts, text ?? "")) found.add(path);
      }
      next = budget([...found].filter(isNew));
    }
  }
}

function mayLoad({ guard }: Import): boolean {
  return guard !== "main" && guard !== "typing";
}

/** The files that a module names in a string, as dotted module, class of one, or path. */
function namedFiles(tree: Tree, searchPath: readonly string[], from: string, text: string): string[] {
  return namesIn(text)
    .flatMap((name) => [
      ...[inTree(posix.dirname(from), name), inTree(name)].filter(
        (path) => path !== undefined && isRegular(tree.files.get(path)),
      ),
      ...pathsOf(locateParts(tree, searchPath, name.split(/[.:]/))),
    ])
    .filter((path) => path !== undefined);
}

/** Lets paths through as long as their sizes stay below the limit, together and over all calls. */
function sourceBudget(tree: Tree): (paths: readonly string[]) => string[] {
  let bytes = 0;
  return (paths) =>
    paths.filter((path) => {
      bytes += tree.files.get(path)?.size ?? 0;
      return bytes <= MAX_SOURCE_BYTES;
    });
}

/** Where the start is, with the packages around it. A package is started by its `__main__.py`. */
function locateStart(tree: Tree, { code, isMain }: Start, searchPath: readonly string[]): ModuleLocation[] {
  if (code.kind === "file") {
    if (isRegular(tree.files.get(code.path))) return [{ kind: "file", path: code.path }];
    // Itself or a folder above it may be a link or a submodule.
    const isBehind = code.path
      .split("/")
      .some((_, index, parts) => tree.files.has(parts.slice(0, index + 1).join("/")));
    return [{ kind: isBehind ? "unknown" : "missing" }];
  }
  const parts = code.name.split(".");
  const locations = locateParts(tree, searchPath, parts);
  const last = locations.at(-1);
  const isPackage = last !== undefined && folderOf(last) !== undefined;
  return isMain && isPackage ? locateParts(tree, searchPath, [...parts, "__main__"]) : locations;
}

function resolve(
  tree: Tree,
  searchPath: readonly string[],
  from: string,
  { module, names, level }: Import,
): { paths: string[]; isExternal: boolean } {
  const parts = module === "" ? [] : module.split(".");
  const start = level === 0 ? searchPath : packageAbove(from, level);
  const locations = locateParts(tree, start, parts);
  const isExternal = level === 0 && locations[0]?.kind === "missing";

  const last = locations.at(-1);
  const folder = last ? folderOf(last) : start[0];
  const complete = locations.length === parts.length && folder !== undefined;
  const submodules = complete ? names.map((name) => locateModule(tree, [folder], name)) : [];
  return { paths: pathsOf([...locations, ...submodules]), isExternal };
}

function packageAbove(file: string, level: number): string[] {
  const folder = inTree(posix.dirname(file), "../".repeat(level - 1));
  return folder === undefined ? [] : [folder];
}

function pathsOf(locations: readonly ModuleLocation[]): string[] {
  return locations.flatMap((location) => (location.kind === "file" ? [location.path] : []));
}
