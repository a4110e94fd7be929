const MOST_LINES = 40;
const MOST_CHARACTERS = 4_000;

/**
 * A diff of patch.ts as people read it below the file's name and the line: of git's headers it keeps what says more
 * than those. Empty when it is too long to be read in passing.
 */
export function shortDiff(diff: string): string {
  const lines = diff.trimEnd().split("\n");
  // A line of a file has its sign before it, so none begins like these two.
  const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
  const files = count("diff --git ");
  const severalPlaces = count("@@ ") > files;

  let inHeader = false;
  const shown = lines.filter((line) => {
    if (line.startsWith("diff --git ")) inHeader = true;
    if (line.startsWith("@@ ")) {
      inHeader = false;
      return severalPlaces;
    }
    if (!inHeader) return true;
    return files > 1 ? /^(?:rename|---|\+\+\+) /.test(line) : /^(?:rename|new|deleted) /.test(line);
  });
  const text = shown.join("\n");
  return shown.length > MOST_LINES || text.length > MOST_CHARACTERS ? "" : text;
}
