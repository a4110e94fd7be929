/** A line of a .slugignore or .gitattributes that names files. */
export type PathPattern = {
  readonly text: string;
  readonly line: number;
  /** Whether it names this file, or a folder that the file is in. */
  matches(path: string): boolean;
};

/** What one character must be; `null` stands for any number of characters. */
type Part = ((char: string) => boolean) | null;
/** What the name of one folder or file must be; `null` stands for any number of folders. */
type Name = readonly Part[] | null;

const ANY: Name = [null];

/**
 * Makes the matcher of one pattern as .gitignore writes it: a slash anchors it, `*` stays in a folder, `**` does not.
 * No regular expression: hostile patterns must not take time that grows faster than pattern times path.
 */
export function pathPattern(text: string, line: number): PathPattern {
  const body = text.replace(/\/+$/, "");
  const names = body.replace(/^\//, "").split("/").map(nameOf);
  const pattern = [...(body.includes("/") ? [] : [null]), ...names];
  if (text.endsWith("/") || pattern.at(-1) === null) pattern.push(ANY);
  pattern.push(null);
  return { text, line, matches: (path) => body !== "" && fits(pattern, path.split("/"), fitsName) };
}

function nameOf(glob: string): Name {
  if (glob === "**") return null;
  return [...glob.matchAll(/\\(.)|\[(!?)([^\]]+)\]|(\*+)|(\?)|(.)/gs)].map(
    ([, escaped, not, set, star, any, plain]): Part => {
      if (star) return null;
      if (any) return () => true;
      if (set !== undefined) return (char) => isIn(set, char) !== (not === "!");
      return (char) => char === (escaped ?? plain);
    },
  );
}

function isIn(set: string, char: string): boolean {
  for (const [one = "", low, high] of set.matchAll(/(.)-(.)|./gs)) {
    if (low !== undefined && high !== undefined ? low <= char && char <= high : one === char) return true;
  }
  return false;
}

function fitsName(name: NonNullable<Name>, text: string): boolean {
  return fits(name, [...text], (part, char) => part(char));
}

/** Whether items fit a pattern, in which `null` stands for any number of them: only the last one is ever tried again. */
function fits<P, T>(
  pattern: readonly (P | null)[],
  items: readonly T[],
  one: (part: P, item: T) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let next = 0; next < items.length; ) {
    const part = pattern[at];
    const item = items[next];
    if (part === null) {
      star = at++;
      taken = next;
    } else if (part !== undefined && item !== undefined && one(part, item)) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++taken;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((part) => part === null);
}
