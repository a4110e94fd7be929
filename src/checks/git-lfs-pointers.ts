import { pathPattern } from "../project/path-patterns.ts";
import { isRegular } from "../project/tree.ts";
import type { Check } from "./check.ts";
import { listed, quote } from "./quote.ts";

// A pointer has three lines: the version, the object's SHA-256 and its size (Git LFS specification).
const POINTER_BYTES = { least: 120, most: 200 };

// Git keeps only a pointer of a file in Git LFS. Heroku does not fetch what it points to.
export const gitLfsPointers: Check = {
  id: "git-lfs-pointers",
  title: "No file that the app needs is in Git LFS",

  find({ texts, files }) {
    return (texts.get(".gitattributes") ?? "").split("\n").flatMap((line, index) => {
      const [glob = "", ...attributes] = line.trim().split(/\s+/);
      if (!attributes.includes("filter=lfs") || glob.startsWith("#")) return [];
      const { matches } = pathPattern(glob, index + 1);
      const pointers = [...files.values()].filter(
        (entry) =>
          isRegular(entry) &&
          entry.size >= POINTER_BYTES.least &&
          entry.size <= POINTER_BYTES.most &&
          matches(entry.path),
      );
      if (pointers.length === 0) return [];
      const names = pointers.map(({ path }) => quote(path));
      return [
        {
          level: "warning" as const,
          file: ".gitattributes",
          line: index + 1,
          problem:
            `${listed(names, 1)} are kept in Git LFS: the commit has ` +
            "only a pointer of three lines, and Heroku does not fetch the file. Your own checkout has it, so it works at home.",
          fix: "Take files that the app serves or reads out of Git LFS (`git lfs migrate export`), or put them on a file store such as S3 and read them from there.",
        },
      ];
    });
  },
};
