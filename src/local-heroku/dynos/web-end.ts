import type { End } from "../../rehearsal/notice.ts";

/** Bash's word for a program that is not there. */
const NOT_FOUND = 127;
/** gunicorn's words for an app that it cannot load (gunicorn/arbiter.py); another program means something else by them. */
const OF_GUNICORN = new Map<number, End["end"]>([
  [3, "worker-not-booted"],
  [4, "app-not-found"],
]);

/** What a web process came to, from its command and its exit code; undefined where they do not tell. */
export function webEnd(command: string, code: number | null): End["end"] | undefined {
  if (code === NOT_FOUND) return "command-not-found";
  return code !== null && /\bgunicorn\b/.test(command) ? OF_GUNICORN.get(code) : undefined;
}
