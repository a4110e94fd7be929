import { posix } from "node:path";
import type { Uncommitted } from "../git/git.ts";
import { isCertain } from "./code.ts";
import type { Code } from "./code-facts.ts";
import { textOf } from "./dotted.ts";
import type { PythonModules } from "./python-modules.ts";
import type { Import } from "./python-source.ts";
import type { Requirements } from "./requirements.ts";
import { inTree, type TreeEntry } from "./tree.ts";
import { canonicalName } from "./versions.ts";
import type { WebCommand } from "./web-command.ts";

/** A file or folder that the app needs and the commit lacks, and who asks for it. */
export type WantedFile = {
  readonly path: string;
  readonly use: "import" | "procfile" | "config" | "folder";
  readonly file: string;
  readonly line: number;
};

/** One that lies in the work tree all the same, and why it is not in the commit. */
export type UncommittedFile = WantedFile & { readonly state: Uncommitted };

/** The parts of a `Project` that tell. */
type Parts = {
  readonly files: ReadonlyMap<string, TreeEntry>;
  readonly web: WebCommand | undefined;
  readonly requirements: Requirements | undefined;
  readonly modules: PythonModules;
  readonly code: Code;
};

const FILE_WORD = /^(?:\.\/[\w./-]+|[\w./-]+\.(?:sh|py|ini|cfg|conf|toml|ya?ml))$/;

/** What the app needs and the commit lacks: for git to say whether it lies in the work tree. */
export function wantedFiles(parts: Parts): WantedFile[] {
  return [...inWebLine(parts), ...imported(parts), ...configured(parts), ...folders(parts)];
}

/** Those of the wanted files that git found in the work tree. */
export function uncommittedFiles(
  wanted: readonly WantedFile[],
  states: ReadonlyMap<string, Uncommitted>,
): UncommittedFile[] {
  return wanted.flatMap((file) => {
    const state = states.get(file.path);
    return state ? [{ ...file, state }] : [];
  });
}

function inWebLine({ files, web, modules }: Parts): WantedFile[] {
  if (!web || web.commands.some(({ words }) => words[0]?.text === "cd")) return [];
  const asked = (path: string | undefined, { file, line }: { file: string; line: number }): WantedFile[] =>
    path === undefined || files.has(path) ? [] : [{ path, use: "procfile", file, line }];
  const { webTarget, entry } = modules;
  const base = webTarget && inTree(webTarget.root, webTarget.module.replaceAll(".", "/"));
  const target = entry?.kind === "missing" && base !== undefined ? [`${base}.py`, `${base}/__init__.py`] : [];
  const inTarget = target.flatMap((path) => asked(path, webTarget ?? web));
  const inWords = web.commands.flatMap((command) =>
    command.words
      .filter(({ text, literal }) => literal && FILE_WORD.test(text))
      .flatMap(({ text }) => asked(inTree(text), command)),
  );
  return [...inTarget, ...inWords];
}

function imported({ files, modules, requirements }: Parts): WantedFile[] {
  const { start: web, reached } = modules;
  const listed = new Set(requirements?.entries.map(({ key }) => key));
  const has = (base: string) => files.has(`${base}.py`) || files.has(`${base}/__init__.py`);
  return [...reached].flatMap(([file, source]) => {
    if (source === "unreadable") return [];
    return source.imports.flatMap(({ module, names, level, line, guard }: Import): WantedFile[] => {
      const parts = module === "" ? [] : module.split(".");
      if (guard !== "none" || (level === 0 && listed.has(canonicalName(parts[0] ?? "")))) return [];
      const above = inTree(posix.dirname(file), "../".repeat(Math.max(level - 1, 0)));
      const start = level === 0 ? (web?.searchPath ?? []) : above === undefined ? [] : [above];
      const bases = start.map((folder) => posix.join(folder, ...parts));
      // What a package's own code gives is not asked of a file.
      const ofPackage = bases.flatMap((base) => {
        const own = reached.get(posix.join(base, "__init__.py"));
        if (own === undefined || own === "unreadable" || own.hasUnseenNames) return [];
        return names
          .filter((name) => own === source || !own.names.has(name))
          .map((name) => posix.join(base, name));
      });
      const missing = parts.length > 0 && !bases.some(has) ? bases : ofPackage.filter((base) => !has(base));
      return missing
        .flatMap((base) => [`${base}.py`, `${base}/__init__.py`])
        .map((path) => ({ path, use: "import", file, line }));
    });
  });
}

function configured({ files, code }: Parts): WantedFile[] {
  return code.calls.flatMap(({ name, node, line, where }): WantedFile[] => {
    if (!name.endsWith(".from_pyfile") || !isCertain(code, where)) return [];
    const written = textOf(node.args[0]);
    const isSilent = node.keywords.some(({ arg }) => arg === "silent") || node.args.length > 1;
    if (written === undefined || isSilent) return [];
    const paths = [inTree(posix.dirname(where.file), written), inTree("instance", written)].filter(
      (path) => path !== undefined,
    );
    if (paths.some((path) => files.has(path))) return [];
    return paths.map((path) => ({ path, use: "config", file: where.file, line }));
  });
}

function folders({ files, code }: Parts): WantedFile[] {
  return code.calls.flatMap(({ name, node, line, where }): WantedFile[] => {
    if (!/(?:^|\.)Flask$/.test(name) || where.loaded !== "surely") return [];
    return ["template_folder", "static_folder"].flatMap((option): WantedFile[] => {
      const given = node.keywords.find(({ arg }) => arg === option)?.value;
      const written = given ? textOf(given) : option === "template_folder" ? "templates" : "static";
      const path = written === undefined ? undefined : inTree(posix.dirname(where.file), written);
      if (path === undefined || path === "." || [...files.keys()].some((file) => file.startsWith(`${path}/`)))
        return [];
      return [{ path, use: "folder", file: where.file, line }];
    });
  });
}
