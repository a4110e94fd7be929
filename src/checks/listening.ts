import type { Remark } from "./check.ts";

/** What is said about a server: all of a remark but its place, which is the web line unless it names another. */
export type Advice = Pick<Remark, "level" | "problem" | "fix" | "edits"> &
  Partial<Pick<Remark, "file" | "line">>;

export const UNHEARD =
  "Heroku asks on the port that it gives in $PORT, from outside of the dyno, hears nothing within 60 seconds and ends the " +
  "process (R10): every page answers 503.";

/** Whether a host, or a host and port, is one that only the dyno itself can reach. */
export function isLoopback(address: string): boolean {
  return /^(?:\w+:\/\/)?(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(?=:|$)/i.test(address);
}
