import type { Uncommitted } from "../../src/git/git.ts";
import { containerOf } from "../../src/project/container.ts";
import type { Environment, Package } from "../../src/project/environment.ts";
import { type PackageIndex, readIndexPage } from "../../src/project/package-index.ts";
import type { Project } from "../../src/project/project.ts";
import { readFiles } from "../../src/project/project-files.ts";
import type { Reading } from "../../src/project/reading.ts";
import type { SyntaxVerdict } from "../../src/project/syntax.ts";
import { type Tree, treeOf } from "../../src/project/tree.ts";
import { uncommittedFiles, wantedFiles } from "../../src/project/wanted-files.ts";

export type Files = Readonly<Record<string, string | Buffer>>;

export type ProjectOptions = {
  readonly appDir?: string;
  /** Modes of entries that are not 100644: `{ Procfile: "120000" }` makes a link. */
  readonly modes?: Readonly<Record<string, string>>;
  /** What lies in the work tree and is not in the commit; what the app does not need is not looked for. */
  readonly uncommitted?: Readonly<Record<string, Uncommitted>>;
  /** The `config-vars` input. */
  readonly configVars?: Readonly<Record<string, string>>;
  /** The `stack` input. */
  readonly stack?: string;
  /** What Python says of files that the parser refuses. */
  readonly syntax?: Readonly<Record<string, SyntaxVerdict>>;
  /** Installed packages by name: a version, or more. Without them no environment was read. */
  readonly installed?: Readonly<Record<string, string | Partial<Package>>>;
  /** Whether those come from a freeze file. */
  readonly versionsOnly?: true;
  /** The files that the package index has, by package; null for a package that it does not know. */
  readonly indexed?: Readonly<Record<string, readonly IndexedFile[] | null>>;
  /** Whether that index is another than PyPI. */
  readonly mirror?: true;
};

/** A file name, or more: its `requires-python` and whether, or why, it was yanked. */
export type IndexedFile =
  | string
  | { readonly filename: string; readonly yanked?: string | boolean; readonly "requires-python"?: string };

/** The project that reading a commit with these files gives, without git and without Python. */
export function project(files: Files, options: ProjectOptions = {}): Project {
  const { appDir = ".", modes = {}, installed, versionsOnly } = options;
  const given = contents(files);
  const tree = treeOfFiles(given, modes);
  const readable = new Map([...given].filter(([path]) => !modes[path]));
  const environment = installed
    ? { ...environmentOf(installed), ...(versionsOnly && { versionsOnly }) }
    : { packages: null, reason: "this is a test" };
  const container = containerOf(tree.files, options.stack);
  const parts = feed(readFiles(tree, container, options.configVars), readable);
  const wanted = wantedFiles({ files: tree.files, ...parts });
  return {
    commit: "0".repeat(40),
    appDir,
    files: tree.files,
    container,
    contents: readable,
    ...parts,
    environment,
    index: indexOf(options),
    uncommitted: uncommittedFiles(wanted, new Map(Object.entries(options.uncommitted ?? {}))),
    syntax: new Map(Object.entries(options.syntax ?? {})),
  };
}

/** The files of a literal as bytes. */
export function contents(files: Files): Map<string, Buffer> {
  return new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
}

/** The tree that git would list for these files. */
export function treeOfFiles(files: ReadonlyMap<string, Buffer>, modes: ProjectOptions["modes"] = {}): Tree {
  return treeOf(
    [...files].map(([path, { length }]) => ({
      path,
      mode: modes[path] ?? "100644",
      oid: path,
      size: length,
    })),
  );
}

/** Runs a reader to its end on the files of a literal. */
export function feed<T>(reading: Reading<T>, given: ReadonlyMap<string, Buffer>): T {
  let step = reading.next();
  while (!step.done) {
    const wanted = step.value;
    step = reading.next(new Map([...given].filter(([path]) => wanted.includes(path))));
  }
  return step.value;
}

function environmentOf(installed: NonNullable<ProjectOptions["installed"]>): Environment & { reason: "" } {
  const packages = Object.entries(installed).map(([name, given]): [string, Package] => {
    const known = typeof given === "string" ? { version: given } : given;
    const imports = [name.replaceAll("-", "_")];
    return [name.toLowerCase(), { name, version: "1.0", requires: [], imports, ...known }];
  });
  return { packages: new Map(packages), stdlib: new Set(["os", "sys", "json"]), reason: "" };
}

function indexOf({ indexed, mirror }: ProjectOptions): PackageIndex {
  if (!indexed) return { packages: null, reason: "this is a test" };
  const packages = Object.entries(indexed).map(([key, given]) => {
    const files = given?.map((file) => (typeof file === "string" ? { filename: file } : file));
    return [key, readIndexPage({ files }, key, 39) ?? "unknown"] as const;
  });
  return { packages: new Map(packages), isPublic: !mirror, unanswered: 0, reason: "" };
}
