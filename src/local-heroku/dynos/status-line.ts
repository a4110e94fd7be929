/** U+FFFF: the CLI's exit status line begins with it. */
const SENTINEL = Buffer.from("\uffff");

/** The status line is shorter; what does not end within this is something else. */
const LONGEST = 100;

/** Cuts output into the pieces that are to be written one by one. */
export type StatusLineHold = {
  push(chunk: Buffer): Buffer[];
  /** What is still held at the end. */
  flush(): Buffer[];
};

/**
 * Holds back what may be the beginning of the CLI's exit status line until the line is complete: the CLI looks for it
 * in each chunk by itself, and takes a line that is cut inside its digits for another status.
 */
export function createStatusLineHold(): StatusLineHold {
  let held: Buffer = Buffer.alloc(0);
  return {
    push(chunk) {
      const all = Buffer.concat([held, chunk]);
      const pieces: Buffer[] = [];
      let from = 0;
      for (;;) {
        const start = all.indexOf(SENTINEL, from);
        const end = start < 0 ? -1 : all.indexOf("\n", start) + 1;
        const stop = start < 0 ? all.length - partial(all, from) : start;
        if (stop > from) pieces.push(all.subarray(from, stop));
        from = stop;
        if (end <= 0 && all.length - from > LONGEST) {
          pieces.push(all.subarray(from));
          from = all.length;
        }
        if (end <= 0) break;
        pieces.push(all.subarray(start, end));
        from = end;
      }
      held = Buffer.from(all.subarray(from));
      return pieces;
    },
    flush() {
      const rest = held;
      held = Buffer.alloc(0);
      return rest.length > 0 ? [rest] : [];
    },
  };
}

/** How many bytes at the end may be the first of a sentinel. */
function partial(all: Buffer, from: number): number {
  for (const length of [2, 1]) {
    const tail = all.subarray(Math.max(from, all.length - length));
    if (tail.length === length && tail.equals(SENTINEL.subarray(0, length))) return length;
  }
  return 0;
}
