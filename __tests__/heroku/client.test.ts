import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ApiError } from "../../src/heroku/api-error.ts";
import { herokuClient } from "../../src/heroku/client.ts";

const KEY = "HRKU-secret-key-0123456789";

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const cancel = new AbortController();
  const host = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { send: herokuClient({ host, apiKey: KEY, signal: cancel.signal }), cancel };
}

test("sends the key as Basic password, the version, and a page's range", async () => {
  const seen: Record<string, unknown>[] = [];
  const { send } = await serve((request, response) => {
    seen.push({ method: request.method, url: request.url, ...request.headers });
    response.end("[1]");
  });
  expect(
    await send({ method: "GET", path: "/apps/a/releases", range: "version ..; order=desc,max=1" }),
  ).toEqual([1]);
  expect(seen).toMatchObject([
    {
      method: "GET",
      url: "/apps/a/releases",
      accept: "application/vnd.heroku+json; version=3",
      authorization: `Basic ${Buffer.from(`:${KEY}`).toString("base64")}`,
      range: "version ..; order=desc,max=1",
    },
  ]);
});

test("follows the pages of a list", async () => {
  const { send } = await serve((request, response) => {
    const more = request.headers.range !== "id ]2..";
    response.writeHead(more ? 206 : 200, more ? { "next-range": "id ]2.." } : {}).end(more ? "[1,2]" : "[3]");
  });
  expect(await send({ method: "GET", path: "/apps/a/addons" })).toEqual([1, 2, 3]);
});

test.for<[string, RequestListener]>([
  ["dropped before an answer", (request) => request.socket.destroy()],
  [
    "cut off in the answer",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" }).write('{"half');
      setTimeout(() => (response.socket as Socket).destroy(), 20);
    },
  ],
  ["no JSON", (_, response) => response.end("<html>a proxy's page</html>")],
  ["larger than any answer of Heroku's", (_, response) => response.end(`"${"x".repeat(9 * 1024 * 1024)}"`)],
])("an answer that is %s is sent for once, and is status 0", async ([, listener]) => {
  let requests = 0;
  const { send } = await serve((request, response) => {
    requests += 1;
    listener(request, response);
  });
  await expect(send({ method: "POST", path: "/apps", body: { name: "x" } })).rejects.toMatchObject({
    status: 0,
  });
  expect(requests).toBe(1);
});

test("an error keeps Heroku's id and request id, and nothing that is secret or foreign", async () => {
  const { send } = await serve((_, response) => {
    const body = JSON.stringify({ id: "invalid_params", message: `Name is already taken by ${KEY}` });
    response.writeHead(422, { "request-id": "r-1", "retry-after": "3" }).end(body);
  });
  const error = await send({ method: "POST", path: "/apps", body: { token: KEY } }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 422, id: "invalid_params", requestId: "r-1", retryAfterMs: 3000 });
  expect((error as ApiError).says(/already taken/)).toBe(true);
  expect(inspect(error, { depth: 9 }) + JSON.stringify(error) + String(error)).not.toMatch(
    /secret-key|taken/,
  );
});

test("an abort ends a request that hangs", async () => {
  const { send, cancel } = await serve(() => {});
  const hanging = send({ method: "GET", path: "/account" });
  setTimeout(() => cancel.abort(new Error("cancelled")), 50);
  await expect(hanging).rejects.toThrow("cancelled");
  await expect(send({ method: "GET", path: "/account" })).rejects.toThrow("cancelled");
});
