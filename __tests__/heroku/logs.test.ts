import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Api } from "../../src/heroku/api.ts";
import { endOf, recentLog } from "../../src/heroku/logs.ts";
import { stepHeroku } from "../support/step-world.ts";

const { scene } = stepHeroku();

test("gives the app's log, as the local Heroku streams it", async () => {
  const { world } = await scene("logs-read");
  await world.heroku.api.send({ method: "POST", path: "/apps", body: { name: "logs-read" } });
  await world.heroku.api.send({ method: "PATCH", path: "/apps/logs-read/config-vars", body: { A: "1" } });
  const lines = await recentLog(world.heroku.api, "logs-read", world.heroku.places);
  expect(lines.join("\n")).toMatch(/app\[api\]|heroku\[/);
  expect(lines.every((line) => !line.startsWith("data:"))).toBe(true);
});

test.for(["http://127.0.0.1:PORT/", "https://heroku.com.evil.example/", "https://169.254.169.254/"])(
  "asks nothing of %s",
  async (address) => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end("made up");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const session = { logplex_url: address.replace("PORT", String(port)) };
    const api: Api = { send: async () => session, create: () => Promise.reject(new Error("not asked for")) };
    const places = {
      gitHost: "git.heroku.com",
      dynoHost: "heroku.com",
    };
    expect(await recentLog(api, "any", places)).toEqual([]);
    expect(asked).toBe(0);
  },
);

test("of a log without end no more is kept than its end", async () => {
  let given = 0;
  async function* log() {
    for (; given < 3000; given++) yield Buffer.from(`${String(given).padStart(9)}\n`);
  }
  expect(await endOf(log(), 25)).toBe("2997\n     2998\n     2999\n");
  expect(given).toBe(3000);
  expect(await endOf([Buffer.from("short\n")], 25)).toBe("short\n");
});
