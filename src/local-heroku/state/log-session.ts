import type { App } from "./app.ts";
import type { LogLine } from "./log-buffer.ts";

/** A right to read an app's log once, known by a secret id. */
export type LogSession = {
  readonly id: string;
  readonly app: App;
  readonly dyno: string | undefined;
  readonly source: string | undefined;
  readonly lines: number;
  readonly tail: boolean;
};

/** True for the lines a session asked for: `dyno` may be a dyno (`web.1`) or a process type (`web`). */
export function wanted({ dyno, source }: LogSession, line: LogLine): boolean {
  if (source !== undefined && line.source !== source) return false;
  return dyno === undefined || line.dyno === dyno || line.dyno.startsWith(`${dyno}.`);
}
