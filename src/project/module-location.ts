import { posix } from "node:path";
import { isRegular, type Tree } from "./tree.ts";

/** Where the commit has a module. `unknown`: behind a link, a submodule or compiled, so it may well be there. */
export type ModuleLocation =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "missing" | "unknown" };

/** Finds a dotted module below the folders of a search path, in Python's order: package, file, plain folder. */
export function locateModule(tree: Tree, searchPath: readonly string[], module: string): ModuleLocation {
  return locateParts(tree, searchPath, module.split(".")).at(-1) ?? { kind: "missing" };
}

/** As `locateModule`, with the packages on the way, outermost first. Ends at the first part that is no file or folder. */
export function locateParts(
  tree: Tree,
  searchPath: readonly string[],
  parts: readonly string[],
): ModuleLocation[] {
  const found: ModuleLocation[] = [];
  let folders = searchPath;
  for (const part of parts) {
    const location = first(folders.map((folder) => locateIn(tree, folder, part)));
    found.push(location);
    const folder = folderOf(location);
    // A plain module has no submodules: what is asked of it below is missing.
    folders = folder === undefined ? [] : [folder];
    if (location.kind === "missing" || location.kind === "unknown") break;
  }
  return found;
}

/** The folder of a package's modules; undefined for a plain module. */
export function folderOf(location: ModuleLocation): string | undefined {
  if (location.kind === "folder") return location.path;
  if (location.kind !== "file" || posix.basename(location.path) !== "__init__.py") return undefined;
  return posix.dirname(location.path);
}

/** A folder without __init__.py counts only where no other place has the module. */
function first(locations: readonly ModuleLocation[]): ModuleLocation {
  return (
    locations.find(({ kind }) => kind === "file" || kind === "unknown") ??
    locations.find(({ kind }) => kind === "folder") ?? { kind: "missing" }
  );
}

function locateIn(tree: Tree, folder: string, name: string): ModuleLocation {
  const { files, folders, compiled } = tree;
  if (!/^\w+$/u.test(name)) return { kind: "missing" };
  if (!folders.has(folder)) return { kind: "unknown" };

  const base = posix.join(folder, name);
  for (const path of [`${base}/__init__.py`, `${base}.py`]) {
    if (files.has(path)) return isRegular(files.get(path)) ? { kind: "file", path } : { kind: "unknown" };
  }
  const linked = files.has(base) && !isRegular(files.get(base));
  if (linked || compiled.has(base) || compiled.has(`${base}/__init__`)) return { kind: "unknown" };
  return folders.has(base) ? { kind: "folder", path: base } : { kind: "missing" };
}
