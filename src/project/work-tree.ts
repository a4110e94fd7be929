import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../failure.ts";
import type { Git } from "../git/git.ts";
import type { TreeEntry } from "./tree.ts";

/** Folders that no commit should hold, and that git is told to ignore as a rule. */
const PASSED_OVER = new Set([".git", ".venv", "node_modules", "__pycache__"]);
const NO_COMMIT = "0".repeat(40);
const MAX_ENTRIES = 200_000;
const MAX_FILE_BYTES = 1024 * 1024;
const AT_ONCE = 64;

/**
 * Reads the files of a folder as they lie, as if they were committed: links are not followed, and what is neither
 * file nor link (a pipe, a device) is not there, nor are virtual environments. `list` throws Failure FOLDER_TOO_LARGE.
 */
export function workTree(folder: string): Pick<Git, "head" | "list" | "read"> {
  return {
    head: async () => NO_COMMIT,
    list: async () => listFolder(folder),
    async read(paths) {
      const contents = new Map<string, Buffer>();
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        const some = paths.slice(at, at + AT_ONCE);
        const read = await Promise.all(
          some.map(async (path) => [path, await contentOf(folder, path)] as const),
        );
        for (const [path, content] of read) if (content) contents.set(path, content);
      }
      return contents;
    },
  };
}

async function listFolder(folder: string): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = [];
  let seen = 0;
  for (const pending = ["."]; pending.length > 0; ) {
    const parent = pending.pop() ?? ".";
    const children = await readdir(join(folder, parent), { withFileTypes: true }).catch(() => []);
    seen += children.length;
    if (seen > MAX_ENTRIES) throw tooLarge();
    if (parent !== "." && children.some(({ name }) => name === "pyvenv.cfg")) continue;

    const paths: string[] = [];
    for (const child of children) {
      const path = parent === "." ? child.name : `${parent}/${child.name}`;
      if (child.isDirectory() && !PASSED_OVER.has(child.name)) pending.push(path);
      if (child.isFile() || child.isSymbolicLink()) paths.push(path);
    }
    const found = await Promise.all(paths.map((path) => entryOf(folder, path)));
    entries.push(...found.filter((entry) => entry !== undefined));
  }
  return entries;
}

/** An entry as git would list it; its path stands in for an object id. */
async function entryOf(folder: string, path: string): Promise<TreeEntry | undefined> {
  const status = await lstat(join(folder, path)).catch(() => undefined);
  if (status?.isSymbolicLink()) return { path, mode: "120000", oid: path, size: status.size };
  if (!status?.isFile()) return undefined;
  return { path, mode: status.mode & 0o100 ? "100755" : "100644", oid: path, size: status.size };
}

/** The bytes of a file; undefined when there no longer is a small regular one. Never waits for a pipe. */
async function contentOf(folder: string, path: string): Promise<Buffer | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(join(folder, path), flags).catch(() => undefined);
  if (!file) return undefined;
  try {
    const status = await file.stat();
    if (!status.isFile() || status.size > MAX_FILE_BYTES) return undefined;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(status.size), 0, status.size, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}

function tooLarge(): Failure {
  return new Failure("FOLDER_TOO_LARGE", "The folder holds more than 200,000 files.", {
    fix: "Name the app's own folder, or commit the app: a commit is read without what lies around it.",
  });
}
