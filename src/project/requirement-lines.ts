export type LogicalLine = { readonly text: string; readonly line: number };

// What Python's str.splitlines takes for the end of a line.
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/**
 * The lines of a requirements file as pip joins and cleans them: a backslash at the very end continues a line,
 * a line that is only a comment never continues, a comment starts at a `#` after white space or at the start.
 * The number is that of the first line.
 */
export function logicalLines(text: string): LogicalLine[] {
  const joined: LogicalLine[] = [];
  let open: { text: string; line: number } | undefined;
  for (const [index, physical] of text.split(LINE_END).entries()) {
    const isComment = physical.trimStart().startsWith("#");
    if (physical.endsWith("\\") && !isComment) {
      open ??= { text: "", line: index + 1 };
      open.text += physical.replace(/^\\+/, "").replace(/(?<!\\)\\+$/, "");
      continue;
    }
    const rest = isComment ? ` ${physical}` : physical;
    joined.push(open ? { text: open.text + rest, line: open.line } : { text: rest, line: index + 1 });
    open = undefined;
  }
  if (open) joined.push(open);
  return joined
    .map(({ text, line }) => ({ text: withoutComment(text).trim(), line }))
    .filter(({ text }) => text !== "");
}

function withoutComment(text: string): string {
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
    if (at === 0 || text.charAt(at - 1).trim() === "") return text.slice(0, at);
  }
  return text;
}
