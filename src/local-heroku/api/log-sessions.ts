import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type Route, reply, route } from "../http/router.ts";
import { findApp } from "../nouns/apps.ts";
import type { Platform } from "../platform.ts";
import { formatLogLine, type LogLine } from "../state/log-buffer.ts";
import { type LogSession, wanted } from "../state/log-session.ts";
import { now } from "../state/now.ts";

const DEFAULT_LINES = 100;
/** What may wait for a reader that does not keep up. */
const MOST_UNSENT = 1024 * 1024;
const PATH = /^\/logs\/([0-9a-f-]{36})$/;

export const logSessionRoutes: readonly Route[] = [
  route("POST", "/apps/:app/log-sessions", ({ platform, param, body }) => {
    const session: LogSession = {
      id: randomUUID(),
      app: findApp(platform, param("app")),
      dyno: body.text("dyno") ?? body.text("dyno_name") ?? body.text("type"),
      source: body.text("source"),
      lines: body.number("lines") ?? DEFAULT_LINES,
      tail: body.flag("tail") ?? false,
    };
    platform.logSessions.set(session.id, session);
    const logplexUrl = `${platform.origin}/logs/${session.id}?srv=1`;
    const [created_at, updated_at] = [now(), now()];
    return reply({ created_at, id: session.id, logplex_url: logplexUrl, updated_at }, 201);
  }),
];

/** The log session that a path names, if it does. */
export function findLogSession({ logSessions }: Platform, path: string): LogSession | undefined {
  return logSessions.get(PATH.exec(path)?.[1] ?? "");
}

/** Sends an app's log as server-sent events, one line each, and goes on with new lines when the session tails. */
export function serveLogs(session: LogSession, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
  const send = (line: LogLine) => {
    response.write(`id: ${line.time.getTime()}\ndata: ${formatLogLine(line)}\n\n`);
  };
  const { logs } = session.app;
  const past = logs.lines().filter((line) => wanted(session, line));
  for (const line of past.slice(-session.lines)) send(line);
  if (!session.tail) return void response.end();
  const overflow = createOverflow();
  const forget = logs.follow((line) => {
    if (!wanted(session, line)) return;
    if (response.writableLength > MOST_UNSENT) return overflow.drop(line);
    const loss = overflow.loss();
    if (loss) send(loss);
    send(line);
  });
  response.once("close", forget);
}

/** Counts the lines that a slow reader does not get, and makes of them the line that Heroku says it with (L11). */
function createOverflow() {
  let dropped = 0;
  let since = new Date();
  return {
    drop({ time }: LogLine): void {
      if (dropped++ === 0) since = time;
    },
    loss(): LogLine | undefined {
      if (dropped === 0) return undefined;
      const what = `This tail session dropped ${dropped} messages since ${since.toISOString()}.`;
      dropped = 0;
      const text = `Error L11 (Tail buffer overflow) -> ${what}`;
      return { time: new Date(), source: "heroku", dyno: "logplex", text };
    },
  };
}
