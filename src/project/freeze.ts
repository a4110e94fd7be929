import { readFile, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { Failure } from "../failure.ts";
import type { Git } from "../git/git.ts";
import type { Settings } from "../settings.ts";
import type { Environment, Package } from "./environment.ts";
import { decodeRequirements } from "./text-encoding.ts";
import { isRegular } from "./tree.ts";
import { canonicalName } from "./versions.ts";

const MOST_BYTES = 1024 * 1024;
const PINNED = /^([a-z0-9][\w.-]*)===?([\w.!+-]+)(?:\s|;|$)/i;
const FROM_URL = /^([a-z0-9][\w.-]*)(?:\[[^\]]*\])?\s+@\s+\S/i;
const EDITABLE = /^#.*\(([a-z0-9][\w.-]*)===?([\w.!+-]+)\)$/i;
const EGG = /^(?:-e|--editable)\s.*[#&]egg=([\w.-]+)/i;

/** The path in the `python` input when it names an output of `pip freeze` and no interpreter: it ends in `.txt`. */
export function freezePath(python: Settings["python"]): string | undefined {
  return python.kind === "path" && /\.txt$/i.test(python.path) ? python.path : undefined;
}

/**
 * Reads the environment of the tests from an output of `pip freeze` in the workspace, else in the commit. Throws Failure
 * PYTHON_NOT_FOUND without such a file, PYTHON_FAILED when it lists nothing.
 */
export async function readFreeze(
  path: string,
  workspace: string,
  commit: string,
  git: Pick<Git, "list" | "read">,
): Promise<Environment> {
  const bytes =
    (await fromDisk(resolve(workspace, path))) ?? (await fromCommit(path, workspace, commit, git));
  if (!bytes) {
    throw new Failure("PYTHON_NOT_FOUND", "The `python` input names a `.txt` file that is not there.", {
      fix: "Write it in the job of the tests, `pip freeze > freeze.txt`, and give its path in the workspace.",
    });
  }
  const packages = parseFreeze(decodeRequirements(bytes) ?? "");
  if (packages.size > 0) return { packages, stdlib: new Set(), reason: "", versionsOnly: true };
  throw new Failure("PYTHON_FAILED", "The file in the `python` input is no output of `pip freeze`.", {
    fix: "Write it in the job of the tests, after they ran: `pip freeze > freeze.txt`.",
  });
}

async function fromDisk(file: string): Promise<Buffer | undefined> {
  try {
    const about = await stat(file);
    return about.isFile() && about.size <= MOST_BYTES ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}

async function fromCommit(
  path: string,
  workspace: string,
  commit: string,
  git: Pick<Git, "list" | "read">,
): Promise<Buffer | undefined> {
  const wanted = relative(workspace, resolve(workspace, path)).replaceAll(sep, "/");
  const entry = (await git.list(commit, ".")).find((file) => file.path === wanted);
  if (!isRegular(entry) || entry.size > MOST_BYTES) return undefined;
  return (await git.read([entry.oid])).get(entry.oid);
}

/** The packages that `pip freeze` wrote, by key. A comment in front of an editable install has its name and version. */
export function parseFreeze(text: string): Map<string, Package> {
  const packages = new Map<string, Package>();
  for (const line of text.split(/\r?\n/)) {
    const pinned = (PINNED.exec(line) ?? EDITABLE.exec(line.trimEnd()))?.slice(1);
    const [name, version = ""] = pinned ?? (FROM_URL.exec(line) ?? EGG.exec(line))?.slice(1, 2) ?? [];
    if (name === undefined || packages.has(canonicalName(name))) continue;
    packages.set(canonicalName(name), { name, version, requires: [], imports: [] });
  }
  return packages;
}
