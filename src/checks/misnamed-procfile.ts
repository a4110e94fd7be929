import type { Project } from "../project/project.ts";

const LOOKALIKE = /^\.?(?:proc[-_ ]?files?|prcofile|procfle|profcile|porcfile)(?:[ ._-].*)?$/is;
const FOREIGN = /(?:^|\/)(?:node_modules|site-packages|venv|\.venv|env|vendor|tests?)\//;

/** A file that was probably meant to be the Procfile, when the commit has none: the one nearest to the root. */
export function misnamedProcfile({ files }: Project): string | undefined {
  if (files.has("Procfile")) return undefined;
  const found = [...files.keys()].filter((path) => !FOREIGN.test(path) && isLookalike(path));
  return found.sort((a, b) => depth(a) - depth(b) || a.length - b.length || (a < b ? -1 : 1))[0];
}

function isLookalike(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Deeper down, `procfile.py` and its like are modules of something; only the very name counts.
  return path.includes("/") ? name === "Procfile" : LOOKALIKE.test(name);
}

function depth(path: string): number {
  return path.split("/").length;
}
