import type { Project } from "../project/project.ts";

const LOOKALIKE =
  /^(?:requirements?|requirments|requirement[-_]?s|reqs?|dependencies|packages)(?:[-_. ].*)?$/is;
const TEXT = /^[^.]*$|\.(?:txt|text|in|pip|md)$/i;
const OTHER_USE = /(?:dev|tests?|testing|lint|docs?|local)\b/i;
const FOREIGN = /(?:^|\/)(?:node_modules|site-packages|venv|\.venv|env|vendor|docs?|tests?)\//;

/** A file that was probably meant to be requirements.txt, when the root has none: the one nearest to it. */
export function misnamedRequirements({ files }: Project): string | undefined {
  const [path] = [...files.keys()]
    .filter((path) => !FOREIGN.test(path) && isLookalike(path))
    .sort((a, b) => a.split("/").length - b.split("/").length || a.length - b.length || (a < b ? -1 : 1));
  return path;
}

function isLookalike(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const folder = path.slice(0, -name.length);
  if (OTHER_USE.test(name)) return false;
  return (
    (LOOKALIKE.test(name) && TEXT.test(name)) ||
    (/(?:^|\/)requirements\/$/i.test(folder) && /\.txt$/i.test(name))
  );
}
