import type { Git } from "../git/git.ts";
import { isRegular, type TreeEntry } from "./tree.ts";

// What is larger is no text that a person wrote. Its contents never leave git.
const MAX_FILE_BYTES = 1024 * 1024;
// What is read at once at most, needed or not.
const SMALL_APP = { files: 1000, bytes: 4 * 1024 * 1024 };

/**
 * Makes a function that gives the contents of those paths that are text files of the commit: no links, no
 * submodules, nothing above 1 MiB. Following imports asks for a few files many times, and every time is a process
 * of git, so with the first file all of a small app's Python comes along.
 */
export function blobReader(
  git: Pick<Git, "read">,
  files: ReadonlyMap<string, TreeEntry>,
): (paths: readonly string[]) => Promise<Map<string, Buffer>> {
  const known = new Map<string, Buffer>();
  let companions = smallApp(files);

  return async (paths) => {
    const wanted = paths.map((path) => files.get(path)).filter((entry) => isText(entry));
    const missing = wanted.map(({ oid }) => oid).filter((oid) => !known.has(oid));
    if (missing.length > 0) {
      for (const [oid, content] of await git.read([...missing, ...companions])) known.set(oid, content);
      companions = [];
    }

    const contents = new Map<string, Buffer>();
    for (const { path, oid } of wanted) {
      const content = known.get(oid);
      if (content) contents.set(path, content);
    }
    return contents;
  };
}

/** Object ids of all Python files, if they are few enough to be read at once. */
function smallApp(files: ReadonlyMap<string, TreeEntry>): string[] {
  const sources = [...files.values()].filter((entry) => isPython(entry.path) && isText(entry));
  const bytes = sources.reduce((sum, { size }) => sum + size, 0);
  const isSmall = sources.length <= SMALL_APP.files && bytes <= SMALL_APP.bytes;
  return isSmall ? sources.map(({ oid }) => oid) : [];
}

function isText(entry: TreeEntry | undefined): entry is TreeEntry {
  return isRegular(entry) && entry.size <= MAX_FILE_BYTES;
}

function isPython(path: string): boolean {
  return path.endsWith(".py");
}
