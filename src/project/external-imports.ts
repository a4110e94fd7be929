import type { ExternalImport } from "./python-modules.ts";
import type { TreeEntry } from "./tree.ts";

/** The module at the top of a dotted name, which is what a package is asked for: `bs4` of `bs4.element`. */
export function topModule(module: string): string {
  const [top = ""] = module.split(".", 1);
  return top;
}

/**
 * The import that fails first for each key that `keyOf` gives its top module: when the app starts, before any call.
 * What is guarded, or only for a type checker, does not count, nor does a module without a key.
 */
export function firstImports(
  external: readonly ExternalImport[],
  keyOf: (top: string) => string | undefined,
): Map<string, ExternalImport> {
  const first = new Map<string, ExternalImport>();
  for (const wanted of external) {
    const key = isMet(wanted) ? keyOf(topModule(wanted.module)) : undefined;
    if (key === undefined) continue;
    const known = first.get(key);
    if (!known || (known.guard === "lazy" && wanted.guard === "none")) first.set(key, wanted);
  }
  return first;
}

/** Whether nothing catches the import where it fails: it runs when the app starts, or when a function is called. */
export function isMet({ guard }: Pick<ExternalImport, "guard">): boolean {
  return guard === "none" || guard === "lazy";
}

/** Whether the commit has a module of that name outside the search path: the app may well put it there itself. */
export function isElsewhere(
  { files }: { readonly files: ReadonlyMap<string, TreeEntry> },
  top: string,
): boolean {
  const parts = [`/${top}.py`, `/${top}/`];
  return [...files.keys()].some((path) => parts.some((part) => `/${path}`.includes(part)));
}
