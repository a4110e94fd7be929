import type { Platform } from "../platform.ts";
import { notFound } from "./api-error.ts";
import type { Fields } from "./fields.ts";
import { paginate } from "./range.ts";

/** One request of the API, as a handler sees it. */
export type Call = {
  readonly platform: Platform;
  readonly body: Fields;
  /** The Range header. */
  readonly range: string | undefined;
  /** The Accept-Inclusion header. */
  readonly inclusion: string;
  /** The part of the path that stands where the route says `:name`. */
  param(name: string): string;
};

/** What a handler answers: JSON, or plain text that may go on being written. */
export type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Route = {
  readonly method: string;
  /** Path with `:name` for what differs: `/apps/:app/releases/:release`. */
  readonly path: string;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
};

/** A route of the table. */
export function route(method: string, path: string, handle: Route["handle"]): Route {
  return { method, path, handle };
}

/** A reply with a status, 200 unless told. */
export function reply(body: unknown, status = 200): Reply {
  return { status, body };
}

/** A list's reply in the order and extent that the Range header asks for: 206 with Next-Range while there is more. */
export function listReply<T extends object>(call: Call, list: readonly T[], field = "id"): Reply {
  const { items, next } = paginate(list, call.range, field);
  if (next === undefined) return reply(items);
  return { status: 206, body: items, headers: { "Next-Range": next } };
}

/** Finds the route of a request and what stands in its places. Throws 404 when there is none. */
export function match(
  routes: readonly Route[],
  method: string,
  path: string,
): [Route, (name: string) => string] {
  const parts = decode(path.split("/"));
  for (const candidate of routes) {
    const params = candidate.method === method ? placeholders(candidate.path.split("/"), parts) : undefined;
    if (!params) continue;
    const param = (name: string) => {
      const value = params.get(name);
      if (value === undefined) throw new Error(`The route ${candidate.path} has no :${name}`);
      return value;
    };
    return [candidate, param];
  }
  throw notFound("resource");
}

function decode(parts: readonly string[]): string[] {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw notFound("resource");
  }
}

function placeholders(pattern: readonly string[], parts: readonly string[]): Map<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (expected.startsWith(":") && part !== "") params.set(expected.slice(1), part);
    else if (expected !== part) return undefined;
  }
  return params;
}
