/** One process type of a Procfile as Cedar reads it. */
export type ProcessType = { readonly name: string; readonly command: string; readonly line: number };

export type Procfile = {
  /** By name; the last of two lines of one name wins. */
  readonly processes: ReadonlyMap<string, ProcessType>;
  /** The text, line by line, for checks that look at what Cedar ignores. */
  readonly lines: readonly string[];
};

// The rule that the Procfile specification quotes for Cedar: the colon is optional, the blank after it is
// not, and a line that does not match is ignored without a word. The name's length is the Platform API's.
// POSIX blanks only: JavaScript's \s would skip a byte order mark, which hides the first line from Cedar.
const LINE = /^[ \t\v\f\r]*([A-Za-z0-9_-]{1,128}):?[ \t\v\f\r]+([^ \t\v\f\r].*)$/s;

/** Reads a Procfile as Heroku's Cedar does. Takes the file's text with any byte order mark kept; never throws. */
export function parseProcfile(text: string): Procfile {
  const lines = text.split("\n");
  const processes = new Map<string, ProcessType>();
  for (const [index, line] of lines.entries()) {
    const process = parseProcfileLine(line);
    if (process) processes.set(process.name, { ...process, line: index + 1 });
  }
  return { processes, lines };
}

/** What Cedar takes one line for; undefined when it ignores it. */
export function parseProcfileLine(line: string): Omit<ProcessType, "line"> | undefined {
  const [, name, command] = LINE.exec(line) ?? [];
  return name === undefined || command === undefined ? undefined : { name, command: command.trimEnd() };
}
