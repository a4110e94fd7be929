export type LogicalLine = {
  /** What pip reads: joined, without its comment. */
  readonly text: string;
  /** The first and the last of its lines in the file, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Those lines as they stand, joined by line feeds. */
  readonly source: string;
};

// What Python's str.splitlines takes for the end of a line.
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/**
 * The lines of a requirements file as pip joins and cleans them: a backslash at the very end continues a line,
 * a line that is only a comment never continues, a comment starts at a `#` after white space or at the start.
 */
export function logicalLines(text: string): LogicalLine[] {
  const joined: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  for (const [index, physical] of text.split(LINE_END).entries()) {
    const isComment = physical.trimStart().startsWith("#");
    const continues = physical.endsWith("\\") && !isComment;
    const own = continues
      ? physical.replace(/^\\+/, "").replace(/(?<!\\)\\+$/, "")
      : isComment
        ? ` ${physical}`
        : physical;
    const lastLine = index + 1;
    const line: LogicalLine = open
      ? { ...open, text: open.text + own, lastLine, source: `${open.source}\n${physical}` }
      : { text: own, line: lastLine, lastLine, source: physical };
    open = continues ? line : undefined;
    if (!continues) joined.push(line);
  }
  if (open) joined.push(open);
  return joined
    .map((line) => ({ ...line, text: withoutComment(line.text).trim() }))
    .filter((line) => line.text !== "");
}

function withoutComment(text: string): string {
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
    if (at === 0 || text.charAt(at - 1).trim() === "") return text.slice(0, at);
  }
  return text;
}
