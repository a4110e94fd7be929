import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Platform } from "../platform.ts";
import type { App } from "../state/app.ts";
import { PUSH_VARIABLE } from "./hook-script.ts";
import { receivePush } from "./push.ts";
import { gitEnvironment } from "./run-git.ts";

const PATH = /^\/([^/]+)\.git\/(info\/refs|git-receive-pack|git-upload-pack)$/;
const SERVICES = ["git-receive-pack", "git-upload-pack"];

/** True for requests that git makes. */
export function isGitRequest(path: string): boolean {
  return PATH.test(path);
}

/**
 * Serves git over smart HTTP, as `git http-backend` would but without its CGI. The password is the API key, the user
 * anything; git asks once without either. The git process ends when its client goes away. `dropped` does the work and
 * cuts the connection without a word of it.
 */
export async function serveGit(
  platform: Platform,
  { authorized, dropped }: { readonly authorized: boolean; readonly dropped: boolean },
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, name = "", action = ""] = PATH.exec(url.pathname) ?? [];
  if (!authorized) return refuse(request, response);
  const app = platform.apps.get(name);
  if (!app) return answer(response, 404, `!\tNo such app as ${name}.\n`);
  const service = action === "info/refs" ? (url.searchParams.get("service") ?? "") : action;
  if (!SERVICES.includes(service)) return answer(response, 403, "Only smart HTTP is served.\n");
  const advertise = action === "info/refs";
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Type", `application/x-${service}-${advertise ? "advertisement" : "result"}`);
  if (advertise) response.write(announcement(service));
  const call = { service: service.slice("git-".length), advertise, dropped };
  await runService(platform, app, call, request, response);
}

async function runService(
  platform: Platform,
  app: App,
  { service, advertise, dropped }: { service: string; advertise: boolean; dropped: boolean },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const push = randomUUID();
  const pushing = service === "receive-pack" && !advertise;
  const receiving = pushing ? receivePush(platform, app) : undefined;
  const forget = receiving && platform.hooks.expect(push, app.repository, receiving.handler);
  const args = [service, "--stateless-rpc", ...(advertise ? ["--advertise-refs"] : []), app.repository];
  const protocol = request.headers["git-protocol"];
  const group = platform.processes.start("git", args, {
    cwd: app.repository,
    env: {
      ...gitEnvironment(platform),
      ...(typeof protocol === "string" ? { GIT_PROTOCOL: protocol } : {}),
      [PUSH_VARIABLE]: push,
    },
    stdin: true,
  });
  const { stdin, stdout, stderr } = group.child;
  stderr?.on("data", (chunk) => platform.log(`git ${service}: ${String(chunk).trim()}`));
  response.once("close", () => {
    if (response.writableFinished) return;
    stdout?.resume();
    void group.stop(platform.limits.killAfterMs);
  });
  if (stdin)
    body(request)
      .on("error", () => group.signal("SIGTERM"))
      .pipe(stdin);
  if (dropped) stdout?.resume();
  else stdout?.pipe(response);
  await group.ended;
  if (dropped) request.socket.destroy();
  forget?.();
  receiving?.abandon();
}

function body(request: IncomingMessage): Readable {
  return request.headers["content-encoding"] === "gzip" ? request.pipe(createGunzip()) : request;
}

function announcement(service: string): string {
  const line = `# service=${service}\n`;
  return `${(line.length + 4).toString(16).padStart(4, "0")}${line}0000`;
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("WWW-Authenticate", 'Basic realm="Git"');
  const tried = request.headers.authorization !== undefined;
  const warning = " !\tWARNING:\n !\tDo not authenticate with username and password using git.\n";
  answer(response, 401, tried ? `${warning} !\tRun \`heroku login\` to update your credentials.\n` : "");
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain" });
  response.end(text);
}
