import { visibleLines } from "./untrusted.ts";

/** How many of the last lines are kept of what others wrote. */
export const TAIL_LINES = 60;
const LONGEST = 300;

/**
 * The last lines of a log, safe to be shown: cleaned, redacted, then cut, in this order, since half a secret is
 * not found.
 */
export function logTail(raw: readonly string[], redact: (text: string) => string): string[] {
  return raw
    .flatMap((text) => visibleLines(text, redact))
    .map(cut)
    .slice(-TAIL_LINES);
}

function cut(line: string): string {
  const characters = [...line];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join("")} …`;
}
