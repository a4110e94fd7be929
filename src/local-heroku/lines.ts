import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** How much of what a process prints is taken. Without limits everything is: for programs of ours. */
export type LineLimits = {
  /** Characters of a line; a longer one is cut into several. */
  readonly longest?: number;
  /** Characters in all; what comes after them is read and dropped, with one line that says so. */
  readonly most?: number;
};

/** Heroku cuts log lines at 10,000 bytes. */
export const LONGEST_LINE = 10_000;
/** A build or a release phase that prints more than this has gone wild. */
export const FOREIGN: LineLimits = { longest: LONGEST_LINE, most: 1_000_000 };

const CUT = "[The output is longer than the local Heroku keeps; the rest is not shown.]";
/** A carriage return at the very end may be half of a line end. */
const LINE_END = /\r\n|\n|\r(?!$)/;

/** Calls `onLine` with each line of the streams, a carriage return being an end of line too. Resolves at their end. */
export async function eachLine(
  streams: readonly (Readable | null)[],
  onLine: (line: string) => void,
  { longest = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY }: LineLimits = {},
): Promise<void> {
  let taken = 0;
  const take = (line: string) => {
    for (let from = 0; taken <= most && (from === 0 || from < line.length); from += longest) {
      const piece = line.slice(from, from + longest);
      taken += piece.length + 1;
      onLine(taken > most ? CUT : piece);
    }
  };
  await Promise.all(streams.map((input) => input && split(input, take, longest)));
}

function split(input: Readable, take: (line: string) => void, longest: number): Promise<void> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return new Promise((resolve) => {
    input.on("data", (chunk: Buffer) => {
      const lines = (rest + decoder.write(chunk)).split(LINE_END);
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
      const whole = rest.length - (rest.length % longest);
      if (rest.length > longest) {
        take(rest.slice(0, whole));
        rest = rest.slice(whole);
      }
      // One chunk at a time: a process that prints without end must not keep the others waiting.
      input.pause();
      setImmediate(() => input.resume());
    });
    input.on("error", () => undefined);
    input.once("close", () => {
      if (rest !== "") take(rest.replace(/\r$/, ""));
      resolve();
    });
  });
}
