import type { Clock } from "../clock.ts";
import type { ApiRequest, Send } from "./client.ts";
import { sendCreate, sendSafely } from "./retry.ts";

/** The Platform API as the nouns of this folder use it: every request with the right way to repeat it. */
export type Api = {
  /** Sends a request that may be repeated without harm: GET, and changes that say the whole new state. */
  send(request: ApiRequest): Promise<unknown>;
  /** Sends a create; `find` looks for what an unclear answer may have made. */
  create<T>(
    request: ApiRequest,
    parse: (answer: unknown) => T,
    find: () => Promise<T | undefined>,
  ): Promise<T>;
};

/** The API over a sender; waits by `clock`. */
export function api(send: Send, clock: Clock): Api {
  return {
    send: (request) => sendSafely(request, send, clock),
    create: (request, parse, find) => sendCreate(async () => parse(await send(request)), find, clock),
  };
}

/** The path of an app with further parts, each encoded. */
export function appPath(app: string, ...parts: readonly string[]): string {
  return ["", "apps", app, ...parts].map(encodeURIComponent).join("/");
}
