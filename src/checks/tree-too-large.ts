import type { TreeEntry } from "../project/tree.ts";
import type { Check } from "./check.ts";
import { quote } from "./quote.ts";

const MIB = 1024 * 1024;
const LIMIT_MIB = 1024;
const NEAR_MIB = 300;

// Heroku checks out at most 1 GB, and makes a slug of at most 500 MB of it, of which the packages take a part.
export const treeTooLarge: Check = {
  id: "tree-too-large",
  title: "The commit is not too large for Heroku",

  find({ files }) {
    const entries = [...files.values()];
    const mib = Math.floor(entries.reduce((sum, { size }) => sum + size, 0) / MIB);
    if (mib < NEAR_MIB) return [];
    const isOver = mib >= LIMIT_MIB;
    return [
      {
        level: isOver ? "error" : "warning",
        file: null,
        line: null,
        problem:
          `The files of the commit come to ${mib} MiB. The largest: ${largest(entries)}. ` +
          (isOver
            ? "Heroku checks out 1 GB at most and refuses the push."
            : "Heroku refuses a slug over 500 MB, in which the installed packages count too, and 1 GB of files before that."),
        fix: "Put data, models and media on a file store such as S3, take them out of git, and name in .slugignore what only development needs.",
      },
    ];
  },
};

function largest(entries: readonly TreeEntry[]): string {
  return entries
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(({ path, size }) => `${quote(path)} (${Math.ceil(size / MIB)} MiB)`)
    .join(", ");
}
