import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { awaitHealth } from "../../src/steps/await-health.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { stepHeroku, TINY_APP } from "../support/step-world.ts";

const { scene } = stepHeroku();

const LOCATIONS: Readonly<Record<string, string>> = {
  "/away": "http://elsewhere.invalid/",
  "/secure": "https://127.0.0.1/",
  "/home": "http://localhost:5000/login",
  "/home-address": "http://127.0.0.1:5000/login",
  "/any-address": "http://0.0.0.0:8000/",
};

/** A page that answers one status after the other, the last one for ever. */
async function pages(...statuses: readonly number[]): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    const status = statuses[Math.min(asked++, statuses.length - 1)] ?? 500;
    const location = LOCATIONS[request.url ?? ""] ?? "/in-circles";
    response.writeHead(status, status === 302 ? { location } : {}).end("hello from the page");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked: () => asked };
}

async function health(name: string, url: string, inputs: Record<string, string>) {
  const tiny = await scene(name);
  const { app } = await appOf(tiny, name);
  return awaitHealth.run(await tiny.job(inputs, { app: app && { ...app, url } }), tiny.world);
}

test.for([
  ["good at once", [200], 2],
  ["an error page first", [503, 503, 200], 4],
  ["flapping", [200, 503, 200, 200], 4],
] as const)("%s", async ([name, statuses, requests]) => {
  const page = await pages(...statuses);
  expect(await health(`health-${name.replaceAll(" ", "-")}`, page.url, {})).toMatchObject({
    status: "unchanged",
  });
  expect(page.asked()).toBe(requests);
});

test("the text of the page, and a redirect to another host, count as asked", async () => {
  const page = await pages(200);
  expect(await health("health-text", page.url, { "health-contains": "from the page" })).toMatchObject({
    status: "unchanged",
  });
  const away = await pages(302);
  expect(await health("health-away", away.url, { "health-path": "/away" })).toMatchObject({
    status: "unchanged",
  });
  const circles = await pages(302);
  await expect(health("health-circle", circles.url, { "health-timeout": "1" })).rejects.toMatchObject({
    code: "NO_WEB_DYNO",
  });
});

test("a redirect to the developer's own machine is no health", async () => {
  const page = await pages(302);
  const ask = (path: string) =>
    health(`health${path.replace("/", "-")}`, page.url, { "health-path": path, "health-timeout": "1" });
  expect(await ask("/secure")).toMatchObject({ status: "unchanged" });
  for (const path of ["/home", "/home-address", "/any-address"])
    await expect(ask(path)).rejects.toMatchObject({ code: "NO_WEB_DYNO" });
});

test("says in Heroku's terms why the app is not healthy", { timeout: 90_000 }, async () => {
  const tiny = await scene("health-reasons");
  const { api } = tiny.world.heroku;
  const known = await appOf(tiny, "health-reasons");
  const ask = async (inputs: Record<string, string>) =>
    awaitHealth.run(await tiny.job({ "health-timeout": "2", ...inputs }, known), tiny.world);
  await expect(ask({})).rejects.toMatchObject({ code: "NO_WEB_DYNO" });

  await pushAndRelease(tiny, known);
  expect(await ask({ "health-timeout": "20" })).toMatchObject({ status: "unchanged" });
  await expect(ask({ "health-contains": "nowhere" })).rejects.toMatchObject({ code: "UNHEALTHY" });
  await api.send({ method: "PATCH", path: "/apps/health-reasons", body: { maintenance: true } });
  await expect(ask({})).rejects.toMatchObject({ code: "MAINTENANCE" });
  await api.send({ method: "PATCH", path: "/apps/health-reasons", body: { maintenance: false } });
  await tiny.commit({ "server.py": "raise SystemExit(1)\n", Procfile: TINY_APP.Procfile ?? "" });
  await pushAndRelease(tiny, known);
  await expect(ask({ "health-timeout": "6" })).rejects.toMatchObject({ code: "WEB_CRASHED" });
});

test("an answer of the release before is not health", { timeout: 60_000 }, async () => {
  const tiny = await scene("health-old");
  const known = await appOf(tiny, "health-old");
  const { learned } = await pushAndRelease(tiny, known);
  const release = {
    id: "next",
    commit: null,
    status: "succeeded",
    version: (learned.release?.version ?? 0) + 1,
  };
  const asked = await tiny.job({ "health-timeout": "4" }, { ...learned, release });
  await expect(awaitHealth.run(asked, tiny.world)).rejects.toMatchObject({ code: "UNHEALTHY" });
  expect(tiny.lines.join("\n")).toContain("answered 200");
});
