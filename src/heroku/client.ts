import type { IncomingMessage } from "node:http";
import Request from "heroku-client/lib/request.js";
import { ApiError } from "./api-error.ts";

export type ApiRequest = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Absolute path, its parts already encoded. */
  readonly path: string;
  readonly body?: unknown;
  /** `Range` of a list, for example `version ..; order=desc,max=10`: then only that page is read. */
  readonly range?: string;
};

/** Sends one request once. Gives the parsed JSON; throws ApiError, or the signal's reason when it is aborted. */
export type Send = (request: ApiRequest) => Promise<unknown>;

const ANSWER_LIMIT_BYTES = 8 * 1024 * 1024;
const TRY_MS = 30_000;

/**
 * heroku-client's request, tamed. On its own it sends a POST up to five times over dropped connections,
 * which makes five add-ons, and its errors keep neither Heroku's request id nor Retry-After.
 */
class TamedRequest extends Request {
  readonly #request: ApiRequest;

  constructor(options: ConstructorParameters<typeof Request>[0], request: ApiRequest) {
    super(options);
    this.#request = request;
    // heroku-client takes SSL_CERT_FILE in place of Node's own trust store, which then loses NODE_EXTRA_CA_CERTS.
    this.certs = [];
  }

  protected override isRetryAllowed(): boolean {
    return false;
  }

  protected override handleFailure(response: IncomingMessage, body: string): void {
    this.reject(apiError(this.#request, response, body));
  }

  /** Ends the connection; the promise of `request()` stays open. */
  drop(): void {
    this.agent.destroy();
  }
}

/** A sender for one account. `host` is the origin of the Platform API. */
export function herokuClient(options: { host: URL; apiKey: string; signal: AbortSignal }): Send {
  return async (request) => {
    options.signal.throwIfAborted();
    const ended = Promise.withResolvers<never>();
    const unusable = () => ended.reject(new ApiError(request, { status: 0 }));
    const stop = () => ended.reject(options.signal.reason);
    const tamed = withoutDeprecations(
      () =>
        new TamedRequest(
          {
            host: options.host.origin,
            token: options.apiKey,
            method: request.method,
            path: request.path,
            headers: request.range === undefined ? {} : { Range: request.range },
            ...(request.body === undefined ? {} : { body: request.body }),
            partial: request.range !== undefined,
            timeout: TRY_MS,
            userAgent: "flask-heroku-deploy",
            middleware: (response, next) => {
              endOnTrouble(response, unusable);
              next();
            },
          },
          request,
        ),
    );
    const deadline = setTimeout(unusable, TRY_MS);
    options.signal.addEventListener("abort", stop, { once: true });
    try {
      return await Promise.race([tamed.request(), ended.promise]);
    } catch (error) {
      options.signal.throwIfAborted();
      throw error instanceof ApiError ? error : new ApiError(request, { status: 0 });
    } finally {
      clearTimeout(deadline);
      options.signal.removeEventListener("abort", stop);
      tamed.drop();
    }
  };
}

/** heroku-client waits for ever for an answer that is cut off, and reads one of any size. */
function endOnTrouble(response: IncomingMessage, unusable: () => void): void {
  let bytes = 0;
  response.on("aborted", unusable);
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > ANSWER_LIMIT_BYTES) {
      unusable();
      response.destroy();
    }
  });
}

/** heroku-client calls url.parse; outside node_modules, as in a bundle, Node 24 prints DEP0169 for it. */
function withoutDeprecations<T>(body: () => T): T {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return body();
  } finally {
    process.noDeprecation = before ?? false;
  }
}

function apiError(request: ApiRequest, response: IncomingMessage, body: string): ApiError {
  const { id, message } = errorBody(body);
  const seconds = Number(response.headers["retry-after"]);
  return new ApiError(request, {
    status: response.statusCode ?? 0,
    id,
    hint: message,
    requestId: String(response.headers["request-id"] ?? "").slice(0, 100),
    retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined,
  });
}

function errorBody(body: string): { id: string; message: string } {
  try {
    const { id, message } = JSON.parse(body) as { id?: unknown; message?: unknown };
    return { id: typeof id === "string" ? id : "", message: typeof message === "string" ? message : "" };
  } catch {
    return { id: "", message: "" };
  }
}
