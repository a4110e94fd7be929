import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { expect } from "vitest";
import type { LocalHeroku } from "../../../src/local-heroku/start.ts";
import { publishedContract } from "./published-schema.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What stands in the body at these names and indexes, undefined when nothing does. */
  get(...path: readonly (string | number)[]): unknown;
};

export type Api = (
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<Answer>;

const contract = await publishedContract();

/** True when answers are held against Heroku's published schema. */
export const hasContract = contract !== undefined;

/** What no schema describes: the data API, and what only the CLI asks for. */
const UNDESCRIBED = [/^\/client\//, /^\/postgres\//];

/** A client of the API that holds every answer against the published schema. */
export async function apiClient({ url, apiKey, caFile }: LocalHeroku): Promise<Api> {
  const ca = await readFile(caFile, "utf8");
  return async (method, path, { body, headers = {} } = {}) => {
    const answer = await send(`${url}${path}`, ca, body === undefined ? "" : JSON.stringify(body), {
      method,
      headers: {
        accept: "application/vnd.heroku+json; version=3",
        authorization: `Bearer ${apiKey}`,
        "content-type": "application/json",
        ...headers,
      },
    });
    judge(
      method,
      path.replace(/\?.*/, ""),
      headers["accept-inclusion"] === undefined ? answer : plain(answer),
    );
    return answer;
  };
}

function judge(method: string, path: string, { status, body, headers }: Answer): void {
  expect(headers["request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers["ratelimit-remaining"]).toMatch(/^\d+$/);
  if (status >= 400) {
    expect(body).toMatchObject({ id: expect.stringMatching(/^[a-z_]+$/), message: expect.any(String) });
    return;
  }
  if (!contract || UNDESCRIBED.some((prefix) => prefix.test(path))) return;
  expect(contract(method, path, body), `${method} ${path} as the published schema sees it`).toEqual([]);
}

/** An answer without what Accept-Inclusion adds to it, which no schema describes. */
function plain(answer: Answer): Answer {
  const body = JSON.parse(JSON.stringify(answer.body), (key, value) => (key === "plan" ? undefined : value));
  return { ...answer, body };
}

function send(
  url: string,
  ca: string,
  body: string,
  options: { method: string; headers: Record<string, string> },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...options.headers, "content-length": String(Buffer.byteLength(body)) };
    const sent = request(url, { ...options, headers, ca, agent: false }, async (response) => {
      const headers = Object.fromEntries(Object.entries(response.headers).map(([k, v]) => [k, String(v)]));
      const raw = await text(response);
      const body: unknown = raw === "" ? undefined : JSON.parse(raw);
      resolve({
        status: response.statusCode ?? 0,
        headers,
        body,
        get: (...path) => path.reduce(inside, body),
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function inside(value: unknown, name: string | number): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
