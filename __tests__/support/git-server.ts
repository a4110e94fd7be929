import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGunzip } from "node:zlib";

export type GitRequest = {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The password of a Basic header, undefined without one. */
  readonly password: string | undefined;
};

export type Answer = { readonly status: number; readonly body?: string; readonly location?: string };

export type GitServerOptions = {
  /** Asked for by Basic authentication, whatever the user name; no one is asked when absent. */
  readonly password?: string;
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** Where it listens; the loopback address unless told otherwise. */
  readonly host?: string;
  /** Answers instead of git where it gives an answer: refusals, limits, faults. */
  readonly answer?: (request: GitRequest) => Answer | undefined | Promise<Answer | undefined>;
};

/** A git server over smart HTTP, as far as git can tell. */
export type GitServer = {
  readonly port: number;
  /** Every request so far, in order. */
  readonly requests: readonly GitRequest[];
  /** Pushes that said that they come from a shallow repository, which Heroku refuses. */
  shallowPushes(): number;
  /** Makes an empty bare repository and gives its path. `hooks` are shell scripts by name. */
  create(name: string, hooks?: Readonly<Record<string, string>>): Promise<string>;
  url(name: string): string;
  close(): Promise<void>;
};

const ENVIRONMENT = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };

/**
 * Starts a server that hands requests to `git receive-pack` and `git upload-pack`, as `git http-backend` does. What
 * a client sent in whole is worked off even when the client has left, as on Heroku.
 */
export async function startGitServer(options: GitServerOptions = {}): Promise<GitServer> {
  const { password, tls, host = "127.0.0.1" } = options;
  const root = await realpath(await mkdtemp(join(tmpdir(), "git-server-")));
  const requests: GitRequest[] = [];
  const children = new Set<ChildProcess>();
  let shallowPushes = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url = "" } = request;
    const asked = { method, path: url, password: basicPassword(request) };
    requests.push(asked);
    const answer = await options.answer?.(asked);
    const [, name, service, isAdvertisement] = route(url);
    if (answer) return refuse(response, answer);
    if (password !== undefined && asked.password !== password) {
      return response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
    }
    if (!name || !service) return response.writeHead(404).end();
    request.once("data", (start: Buffer) => {
      if (/^[0-9a-f]{4}shallow /.test(start.toString("latin1", 0, 12))) shallowPushes += 1;
    });
    return serve({
      repository: join(root, name),
      service,
      isAdvertisement: isAdvertisement === "yes",
      request,
      response,
      children,
    });
  };

  const server = tls
    ? createHttpsServer({ cert: await readFile(tls.certFile), key: await readFile(tls.keyFile) }, handle)
    : createHttpServer(handle);
  await once(server.listen(0, host), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const { port } = address;

  return {
    port,
    requests,
    shallowPushes: () => shallowPushes,
    url: (name) => `${tls ? "https" : "http"}://${host}:${port}/${name}`,
    async create(name, hooks = {}) {
      const repository = join(root, name);
      await once(
        spawn("git", ["init", "--quiet", "--bare", "--template=", "--initial-branch=main", repository], {
          env: ENVIRONMENT,
        }),
        "close",
      );
      await mkdir(join(repository, "hooks"));
      for (const [hook, script] of Object.entries(hooks)) {
        await writeFile(join(repository, "hooks", hook), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      }
      return repository;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      for (const child of children) stop(child);
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function refuse(response: ServerResponse, { status, body, location }: Answer): void {
  response.writeHead(status, { "content-type": "text/plain", ...(location && { location }) }).end(body);
}

/** Kills a service with its hooks, if they have not ended yet. */
function stop({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {}
}

type Service = {
  readonly repository: string;
  readonly service: string;
  readonly isAdvertisement: boolean;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly children: Set<ChildProcess>;
};

function serve({ repository, service, isAdvertisement, request, response, children }: Service): void {
  const protocol = String(request.headers["git-protocol"] ?? "");
  const kind = isAdvertisement ? "advertisement" : "result";
  response.writeHead(200, {
    "content-type": `application/x-git-${service}-${kind}`,
    "cache-control": "no-cache",
  });
  if (isAdvertisement && protocol !== "version=2") {
    const line = `# service=git-${service}\n`;
    response.write(`${(line.length + 4).toString(16).padStart(4, "0")}${line}0000`);
  }
  const mode = isAdvertisement ? ["--http-backend-info-refs"] : [];
  const child = spawn("git", [service, "--stateless-rpc", ...mode, repository], {
    env: { ...ENVIRONMENT, GIT_PROTOCOL: protocol },
    stdio: ["pipe", "pipe", "ignore"],
    detached: true,
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  child.stdin.on("error", () => {});
  const body = request.headers["content-encoding"] === "gzip" ? request.pipe(createGunzip()) : request;
  body.pipe(child.stdin);
  child.stdout.pipe(response);
  response.once("close", () => {
    child.stdout.resume();
    if (!request.complete) child.kill("SIGKILL");
  });
}

/** The repository's name, the service and whether it is the advertisement of a smart HTTP address. */
function route(url: string): readonly string[] {
  const advertisement = /^\/([\w.-]+)\/info\/refs\?service=git-(receive-pack|upload-pack)$/.exec(url);
  if (advertisement) return [...advertisement, "yes"];
  return /^\/([\w.-]+)\/git-(receive-pack|upload-pack)$/.exec(url) ?? [];
}

function basicPassword({ headers }: IncomingMessage): string | undefined {
  const encoded = /^Basic (.+)$/.exec(headers.authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, "base64").toString();
  return pair.slice(pair.indexOf(":") + 1);
}
