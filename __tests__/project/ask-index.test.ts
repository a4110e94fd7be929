import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { askIndex } from "../../src/project/ask-index.ts";
import { type IndexSource, indexSource } from "../../src/project/index-source.ts";
import { publicPins } from "../../src/project/pins.ts";
import { project } from "../support/project.ts";

const JSON_PAGE = "application/vnd.pypi.simple.v1+json";

/** An index on loopback that answers as `answer` does. */
async function served(answer: RequestListener): Promise<IndexSource> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { isPublic: false, url: new URL(`http://127.0.0.1:${port}/simple/`), authorization: undefined };
}

function pins(...names: readonly string[]) {
  const { requirements } = project({ "requirements.txt": names.map((name) => `${name}==1.0\n`).join("") });
  return requirements ? publicPins(requirements) : [];
}

/** A page with one source of version 1.0 for every package, but for those that `other` answers. */
function page(other: Readonly<Record<string, RequestListener>> = {}): RequestListener {
  return (request, response) => {
    const name = request.url?.split("/").at(-2) ?? "";
    const given = other[name];
    if (given) return given(request, response);
    response.writeHead(200, { "content-type": JSON_PAGE });
    response.end(JSON.stringify({ name, files: [{ filename: `${name}-1.0.tar.gz` }] }));
  };
}

test("asks for each pin by its canonical name, as JSON, and for nothing else", async () => {
  const seen: string[] = [];
  const source = await served((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.accept} ${request.headers.authorization}`);
    page()(request, response);
  });
  const { packages, reason } = await askIndex(
    { ...source, authorization: "Basic eHg=" },
    pins("Flask_Login", "six"),
    39,
  );
  expect(reason).toBe("");
  expect(
    [...(packages ?? [])].map(([key, releases]) => [key, releases !== "unknown" && releases.size]),
  ).toEqual(
    expect.arrayContaining([
      ["flask-login", 1],
      ["six", 1],
    ]),
  );
  expect(seen.toSorted()).toEqual([
    `GET /simple/flask-login/ ${JSON_PAGE} Basic eHg=`,
    `GET /simple/six/ ${JSON_PAGE} Basic eHg=`,
  ]);
});

const status =
  (code: number): RequestListener =>
  (_, response) =>
    void response.writeHead(code).end();

test("what it does not know is unknown, and what it cannot answer is left out", async () => {
  const html: RequestListener = (_, response) =>
    void response.writeHead(200, { "content-type": "text/html" }).end("<a>");
  const source = await served(
    page({
      gone: status(404),
      broken: status(503),
      html,
      bad: (_, response) => void response.writeHead(200, { "content-type": JSON_PAGE }).end("{"),
      cut: (request) => void request.destroy(),
      moved: (_, response) => void response.writeHead(302, { location: "/simple/six/" }).end(),
    }),
  );
  const names = ["six", "gone", "broken", "html", "bad", "cut", "moved"];
  const index = await askIndex(source, pins(...names), 39);
  expect([...(index.packages?.keys() ?? [])].toSorted()).toEqual(["gone", "six"]);
  expect(index.packages?.get("gone")).toBe("unknown");
  expect(index).toMatchObject({ unanswered: 5 });
});

test.for([
  ["several packages", ["a", "b"]],
  ["the only one", ["a"]],
] as const)("an index that knows none of %s is not believed", async ([, names]) => {
  const source = await served(status(404));
  expect(await askIndex(source, pins(...names), 39)).toEqual({
    packages: null,
    reason: "it knows none of the pinned packages",
  });
});

test("waits two seconds in all, and keeps what came", async () => {
  const source = await served(page({ slow: () => {}, stuck: () => {} }));
  const start = performance.now();
  const { packages } = await askIndex(source, pins("slow", "six", "stuck"), 39);
  const took = performance.now() - start;
  expect([...(packages?.keys() ?? [])]).toEqual(["six"]);
  expect(took).toBeGreaterThan(1900);
  expect(took).toBeLessThan(6000);
});

test("asks many at once, but not all", async () => {
  let [open, most] = [0, 0];
  const source = await served((request, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      page()(request, response);
    }, 5);
  });
  const names = Array.from({ length: 400 }, (_, index) => `p${index}`);
  const index = await askIndex(source, pins(...names), 39);
  expect(most).toBeGreaterThan(4);
  expect(most).toBeLessThanOrEqual(16);
  const answered = index.packages?.size ?? 0;
  expect(answered).toBeLessThanOrEqual(300);
  expect(index).toMatchObject({ unanswered: 400 - answered });
});

test.for([
  ["nobody listens", "http://127.0.0.1:1/simple/", "did not answer"],
  ["there is no such host", "http://nobody.invalid/simple/", "there is no host of its name"],
] as const)("says why when %s", async ([, url, reason]) => {
  const source = { isPublic: false, url: new URL(url), authorization: undefined };
  expect((await askIndex(source, pins("six"), 39)).reason).toContain(reason);
});

test("asks nothing without a pin, or without an index", async () => {
  let asked = 0;
  const source = await served(() => void asked++);
  expect((await askIndex(source, pins(), 39)).reason).toBe("no package is pinned");
  expect((await askIndex(indexSource({ PIP_NO_INDEX: "1" }), pins("six"), 39)).packages).toBeNull();
  expect(asked).toBe(0);
});
