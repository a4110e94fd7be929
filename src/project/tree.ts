import { posix } from "node:path";

/** One entry of the commit's tree; `mode` is git's: 100644, 100755, 120000 (link), 160000 (submodule). */
export type TreeEntry = {
  readonly path: string;
  readonly mode: string;
  readonly oid: string;
  /** Bytes; 0 for a submodule. */
  readonly size: number;
};

export type Tree = {
  /** The commit's files below the app's folder, by path. */
  readonly files: ReadonlyMap<string, TreeEntry>;
  /** The folders that they imply; `.` is the app's own. */
  readonly folders: ReadonlySet<string>;
  /** Paths of compiled Python modules, up to the first dot of their name. */
  readonly compiled: ReadonlySet<string>;
};

/** Makes a tree of git's listing. */
export function treeOf(entries: Iterable<TreeEntry>): Tree {
  const files = new Map<string, TreeEntry>();
  const folders = new Set(["."]);
  const compiled = new Set<string>();
  for (const entry of entries) {
    const { path } = entry;
    const parent = posix.dirname(path);
    files.set(path, entry);
    for (let folder = parent; !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
    if (/\.(?:so|pyc)$/.test(path))
      compiled.add(posix.join(parent, posix.basename(path).replace(/\..*/, "")));
  }
  return { files, folders, compiled };
}

/** A written path relative to the app's folder, in the tree's own form; undefined when it leaves the folder. */
export function inTree(...written: readonly string[]): string | undefined {
  const path = posix.normalize(posix.join(...written)).replace(/(?<=.)\/$/, "");
  return posix.isAbsolute(written.at(-1) ?? "") || path === ".." || path.startsWith("../") ? undefined : path;
}

/** Whether pip could install the folder of that path: it holds a setup.py or a pyproject.toml. */
export function isInstallable({ files }: Pick<Tree, "files">, folder: string): boolean {
  return files.has(posix.join(folder, "setup.py")) || files.has(posix.join(folder, "pyproject.toml"));
}

/** Whether git holds text or bytes there: a link's content is only a path, and a submodule has none. */
export function isRegular(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry?.mode.startsWith("100") ?? false;
}
