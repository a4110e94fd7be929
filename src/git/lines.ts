/** What a line has beyond this is dropped, so that a build without newlines cannot fill the memory. */
const LONGEST = 65_536;

/**
 * Turns chunks of terminal output into lines as they end. What a lone carriage return overwrites (progress)
 * is dropped, as on a terminal; trailing blanks are trimmed, with which git pads what a remote prints.
 */
export function lineSplitter(onLine: (line: string) => void): { write(chunk: string): void; end(): void } {
  let pending = "";
  const emit = (line: string) => {
    const shown = line.slice(line.trimEnd().lastIndexOf("\r") + 1).trimEnd();
    onLine(shown.slice(0, LONGEST));
  };
  return {
    write(chunk) {
      const lines = (pending + chunk).split("\n");
      pending = lines.pop() ?? "";
      for (const line of lines) emit(line);
      // All but the last carriage return: it may be the first half of a CRLF.
      pending = pending.slice(pending.lastIndexOf("\r", pending.length - 2) + 1);
      pending = pending.slice(0, LONGEST);
    },
    end() {
      if (pending !== "") emit(pending);
      pending = "";
    },
  };
}
