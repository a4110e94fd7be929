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
  const lines: { text: string; line: number }[] = [];
  let goesOn = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const last = lines.at(-1);
    if (goesOn && last) last.text = last.text.slice(0, -1) + raw;
    else lines.push({ text: raw, line: index + 1 });
    goesOn = /(?<!\\)(?:\\\\)*\\$/.test(raw);
  }
  return lines;
}
