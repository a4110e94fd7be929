import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "../listen.ts";
import type { Platform } from "../platform.ts";
import { type App, currentRelease, type WebRouter } from "../state/app.ts";
import { ERRORS, type ErrorCode, errorPage } from "./error-page.ts";
import { ownLocation } from "./own-location.ts";

const POLL_MS = 15;
const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "proxy-connection",
  "te",
  "trailer",
];

/**
 * Opens an app's port. Requests wait for a web dyno that is booting, and get Heroku's error page with 503 and its code
 * when there is none, it has crashed, it does not answer, or the app is in maintenance.
 */
export async function startRouter(platform: Platform, app: () => App): Promise<WebRouter> {
  const server = createServer((incoming, outgoing) => {
    outgoing.on("error", () => undefined);
    void serve(platform, app(), incoming, outgoing);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(platform: Platform, app: App, incoming: IncomingMessage, outgoing: ServerResponse) {
  const id = randomUUID();
  const started = Date.now();
  const target = await findDyno(platform, app);
  const failure =
    typeof target === "string" ? target : await forward(platform, target, id, incoming, outgoing);
  if (failure) answerError(failure, outgoing);
  const where = `method=${incoming.method} path="${incoming.url}" host=${incoming.headers.host} request_id=${id}`;
  const dyno = typeof target === "string" ? "" : target.name;
  const outcome = `dyno=${dyno} service=${Date.now() - started}ms status=${outgoing.statusCode} protocol=http`;
  const what = failure ? `at=error code=${failure} desc="${ERRORS[failure]}"` : "at=info";
  app.logs.add("heroku", "router", `${what} ${where} ${outcome}`);
}

type Target = { readonly name: string; readonly host: string; readonly port: number };

/** A web dyno that is up, waiting for one that boots; or why there is none. */
async function findDyno(platform: Platform, app: App): Promise<Target | ErrorCode> {
  const limit = Date.now() + platform.limits.queueLimitMs;
  for (;;) {
    if (app.maintenance) return "H80";
    if (!currentRelease(app)?.slug) return "H81";
    const web = app.dynos.filter(({ type, scheduled }) => scheduled && type === "web");
    if (web.length === 0) return "H14";
    const up = web.filter(({ state }) => state === "up");
    const chosen = up[Math.floor(Math.random() * up.length)];
    if (chosen?.port !== undefined && chosen.host !== undefined)
      return { name: chosen.name, host: chosen.host, port: chosen.port };
    if (web.every(({ state }) => state === "crashed")) return "H10";
    if (Date.now() > limit) return "H20";
    await sleep(POLL_MS);
  }
}

/** Passes a request on and the answer back. Resolves with an error code when there was no answer to pass on. */
function forward(
  { limits }: Platform,
  { host, port }: Target,
  id: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<ErrorCode | undefined> {
  return new Promise((resolve) => {
    const { method, url: path } = incoming;
    const headers = { ...passedOn(incoming.headers), ...forwarded(incoming, id), connection: "close" };
    const onward = request({ host, port, method, path, headers, agent: false });
    const fail = (code: ErrorCode) => {
      onward.destroy();
      if (outgoing.headersSent) outgoing.destroy();
      resolve(outgoing.headersSent ? undefined : code);
    };
    const timer = setTimeout(() => fail("H12"), limits.requestLimitMs);
    onward.on("error", (error) => {
      clearTimeout(timer);
      fail("code" in error && error.code === "ECONNREFUSED" ? "H21" : "H13");
    });
    onward.on("response", (answer) => {
      clearTimeout(timer);
      try {
        const back = passedOn(answer.headers);
        if (back.location !== undefined) back.location = ownLocation(back.location, incoming.headers.host);
        outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, back);
      } catch {
        // Node reads answers that it refuses to write: a status below 100, a control character.
        return fail("H13");
      }
      answer.pipe(outgoing);
      answer.on("error", () => outgoing.destroy());
      outgoing.once("close", () => resolve(undefined));
    });
    outgoing.once("close", () => onward.destroy());
    incoming.pipe(onward);
  });
}

function passedOn(headers: IncomingMessage["headers"]): IncomingMessage["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}

/** `https`, as on Heroku, where every app's address is so: an app that insists on it must not redirect for ever here. */
function forwarded(incoming: IncomingMessage, id: string) {
  const before = incoming.headers["x-forwarded-for"];
  const address = incoming.socket.remoteAddress ?? "127.0.0.1";
  return {
    "x-request-id": id,
    "x-forwarded-for": before === undefined ? address : `${before}, ${address}`,
    "x-forwarded-proto": "https",
    "x-forwarded-port": "443",
    via: "1.1 local-heroku",
  };
}

function answerError(code: ErrorCode, outgoing: ServerResponse): void {
  if (outgoing.destroyed || outgoing.headersSent) return;
  // By name: a refused answer's own reason would stay.
  outgoing.writeHead(503, "Service Unavailable", {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache, no-store",
  });
  outgoing.end(errorPage(code));
}
