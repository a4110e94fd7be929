import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { listDynos } from "../../src/heroku/dynos.ts";
import { awaitHealth } from "../../src/steps/await-health.ts";
import { restartDyno } from "../../src/steps/restart-dyno.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { type Scene, stepHeroku, TINY_APP } from "../support/step-world.ts";

const { scene } = stepHeroku();

async function healthy(tiny: Scene, name: string) {
  const { learned } = await pushAndRelease(tiny, await appOf(tiny, name));
  const job = await tiny.job({ "health-timeout": "3" }, learned);
  expect(await awaitHealth.run(job, tiny.world)).toMatchObject({ status: "unchanged" });
  return job;
}

test("another dyno of the same name answers afterwards", { timeout: 30_000 }, async () => {
  const tiny = await scene("restarted");
  const job = await healthy(tiny, "restarted");
  const dynos = async () => tiny.world.heroku.api.send({ method: "GET", path: "/apps/restarted/dynos" });
  const before = await dynos();
  expect(await restartDyno.run(job, tiny.world)).toEqual({
    status: "changed",
    detail: "after the restart, / answered 200, 2 times in a row",
  });
  expect(before).toMatchObject([{ name: "web.1", state: "up" }]);
  expect(await listDynos(tiny.world.heroku.api, "restarted")).toMatchObject([{ name: "web.1", state: "up" }]);
  expect(await dynos()).not.toEqual(before);
});

test("an app that starts only once is told from one that never starts", { timeout: 30_000 }, async () => {
  const mark = join(tmpdir(), `started-${randomUUID()}`);
  onTestFinished(() => rm(mark, { force: true }));
  const once = `open(${JSON.stringify(mark)}, "x")\n${TINY_APP["server.py"]}`;
  const tiny = await scene("starts-once", { ...TINY_APP, "server.py": once });
  const job = await healthy(tiny, "starts-once");
  await expect(restartDyno.run(job, tiny.world)).rejects.toMatchObject({
    code: "RESTART_FAILED",
    message: expect.stringMatching(/since its web dyno was restarted\. .* crashes when it starts\.$/),
  });
});

test("what has nothing to do with the disk is told as it is", { timeout: 30_000 }, async () => {
  const tiny = await scene("closed-meanwhile");
  const job = await healthy(tiny, "closed-meanwhile");
  const close = { method: "PATCH", path: "/apps/closed-meanwhile", body: { maintenance: true } } as const;
  await tiny.world.heroku.api.send(close);
  await expect(restartDyno.run(job, tiny.world)).rejects.toMatchObject({ code: "MAINTENANCE" });
});
