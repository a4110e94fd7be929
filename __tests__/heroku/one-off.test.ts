import { expect, test } from "vitest";
import { type OneOffLimits, runOneOff } from "../../src/heroku/one-off.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { stepHeroku } from "../support/step-world.ts";

const { scene } = stepHeroku();
const PATIENT: OneOffLimits = { silence: 20, life: 20 };

test("a dyno's end is told apart: by its word, by silence, by its life, by nothing", {
  timeout: 60_000,
}, async () => {
  const tiny = await scene("one-off-ends");
  await pushAndRelease(tiny, await appOf(tiny, "one-off-ends"));
  const end = (command: string, limits = PATIENT) => {
    const run = { app: "one-off-ends", command, env: {}, marker: "m4rk", limits, onLine: () => {} };
    return runOneOff(run, tiny.world);
  };
  expect(await end("echo m4rk 7")).toEqual({ status: 7, gone: true });
  expect(await end("sleep 30", { silence: 1, life: 20 })).toEqual({ status: "silent", gone: true });
  const forEver = "while true; do echo waiting; sleep 0.1; done";
  expect(await end(forEver, { silence: 20, life: 3 })).toEqual({ status: "expired", gone: true });
  expect(await end("kill -9 $$")).toEqual({ status: "unknown", gone: true });
});
