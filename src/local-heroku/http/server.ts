import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { text } from "node:stream/consumers";
import { remainingRequests } from "../api/account.ts";
import { dataRoutes } from "../api/data.ts";
import { findLogSession, serveLogs } from "../api/log-sessions.ts";
import { findOutput, serveOutput } from "../api/outputs.ts";
import { platformRoutes } from "../api/routes.ts";
import type { Certificates } from "../certificates.ts";
import { isGitRequest, serveGit } from "../git/smart-http.ts";
import { listen } from "../listen.ts";
import type { Platform } from "../platform.ts";
import { ApiError } from "./api-error.ts";
import { isAuthorized } from "./authorization.ts";
import { readFields } from "./fields.ts";
import { match, type Reply } from "./router.ts";

/** The CLI sends its request ids along, in a header that grows. */
const MAX_HEADER_SIZE = 64 * 1024;
const VERSION_3 = /application\/vnd\.heroku\+json;\s*version=3(\.[\w-]+)?/;

/** The open port. Requests wait until `serve` says for whom they are. */
export type ApiServer = { readonly port: number; serve(platform: Platform): void; close(): Promise<void> };

/** Opens the one port that the API, the data API, git, log sessions and output streams share. Rejects when it is taken. */
export async function startServer({ cert, key }: Certificates, port: number): Promise<ApiServer> {
  const ready = Promise.withResolvers<Platform>();
  const server = createServer({ cert, key, maxHeaderSize: MAX_HEADER_SIZE }, async (request, response) => {
    const platform = await ready.promise;
    response.on("error", () => undefined);
    await serve(platform, request, response).catch((error) => fail(platform, request, response, error));
  });
  const opened = await listen(server, port);
  return {
    port: opened,
    serve: ready.resolve,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(platform: Platform, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", platform.origin);
  const path = url.pathname;
  const session = findLogSession(platform, path);
  if (session) return serveLogs(session, response);
  const output = findOutput(platform, path);
  if (output) return serveOutput(output, response);

  const fault = platform.scenario.fault?.({ method: request.method ?? "GET", path });
  if (fault?.kind === "drop-before") return void request.socket.destroy();
  if (fault?.kind === "status") {
    throw new ApiError(fault.status, fault.id ?? "unavailable", fault.message ?? "A planned failure.");
  }
  const authorized = isAuthorized(request.headers.authorization, platform.apiKey);
  const dropped = fault?.kind === "drop-after";
  if (isGitRequest(path)) return serveGit(platform, { authorized, dropped }, url, request, response);
  const answer = await callApi(platform, authorized, url, request);
  if (dropped) return void request.socket.destroy();
  send(platform, response, answer);
}

async function callApi(
  platform: Platform,
  authorized: boolean,
  url: URL,
  request: IncomingMessage,
): Promise<Reply> {
  const { headers, method = "GET" } = request;
  const body = await text(request);
  if (!authorized) throw unauthorized(headers.authorization);
  const data = dataRoutes.some((route) =>
    url.pathname.startsWith(route.path.slice(0, route.path.indexOf("/:"))),
  );
  if (!data && !VERSION_3.test(headers.accept ?? "")) {
    throw new ApiError(
      406,
      "not_acceptable",
      'Use an Accept header of "application/vnd.heroku+json; version=3".',
    );
  }
  if (platform.scenario.suspendedAt && url.pathname !== "/account") {
    throw new ApiError(403, "suspended", "This account has been suspended.");
  }
  const [route, param] = match(data ? dataRoutes : platformRoutes, method, url.pathname);
  const inclusion = headers["accept-inclusion"];
  return route.handle({
    platform,
    body: readFields(body),
    range: headers.range,
    inclusion: typeof inclusion === "string" ? inclusion : "",
    param,
  });
}

function unauthorized(header: string | undefined): ApiError {
  const message =
    header === undefined
      ? "There were no credentials in your `Authorization` header."
      : "Invalid credentials provided.";
  return new ApiError(401, "unauthorized", message);
}

function send(platform: Platform, response: ServerResponse, { status, body, headers = {} }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  platform.requests.count++;
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Request-Id": randomUUID(),
    "RateLimit-Remaining": String(remainingRequests(platform)),
    ...headers,
  });
  response.end(JSON.stringify(body));
}

function fail(platform: Platform, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof ApiError;
  const { status, id, message, extra } = known ? error : internal;
  if (!known)
    platform.log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`);
  send(platform, response, { status, body: { ...extra, id, message } });
}

const internal = { status: 500, id: "internal_server_error", message: "Internal server error.", extra: {} };
