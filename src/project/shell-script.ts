/** A line of a script with the number of its first line. */
export type Line = { readonly text: string; readonly line: number };

/** Whether a text is a shell script as far as its first line tells. */
export function isShell(text: string): boolean {
  return !text.includes("\0") && (!text.startsWith("#!") || /^#!.*\b(?:ba|da|z|k)?sh\b/.test(text));
}

/** Whether a script has functions, or texts among its commands, so that not every line of it is run in order. */
export function hasFunctions(text: string): boolean {
  return /^[ \t]*(?:function[ \t]|[\w-]+[ \t]*\(\))|<</m.test(text);
}

/** The lines of a script, each with those that a backslash at its end adds. */
export function logicalLines(text: string): Line[] {
  const lines: Line[] = [];
  let parts: string[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const goesOn = /(?<!\\)(?:\\\\)*\\$/.test(raw);
    parts.push(goesOn ? raw.slice(0, -1) : raw);
    if (goesOn) continue;
    lines.push({ text: parts.join(""), line: index + 2 - parts.length });
    parts = [];
  }
  return lines;
}
