import { expect, test } from "vitest";
import { createAddon } from "../../src/heroku/addons.ts";
import { createApp } from "../../src/heroku/apps.ts";
import { readConfigVars } from "../../src/heroku/config-vars.ts";
import { recentReleases } from "../../src/heroku/releases.ts";
import { setConfig } from "../../src/steps/set-config.ts";
import { stepHeroku } from "../support/step-world.ts";

const { scene } = stepHeroku();

test("sets what differs in one release, and nothing the next time", async () => {
  const { world, job } = await scene("configured");
  const { gitUrl } = await createApp(world.heroku.api, {
    name: "configured",
    region: "us",
    stack: undefined,
    team: undefined,
  });
  const app = { name: "configured", url: null, gitUrl };
  const asked = await job({ "config-vars": 'ONE=1\nTWO=a=b "c"\n' }, { app });
  const before = (await recentReleases(world.heroku.api, "configured")).length;

  const first = await setConfig.run(asked, world);
  expect(first).toMatchObject({ status: "changed", detail: "set ONE, TWO" });
  expect(Object.fromEntries(await readConfigVars(world.heroku.api, "configured"))).toMatchObject({
    ONE: "1",
    TWO: 'a=b "c"',
  });
  expect((await recentReleases(world.heroku.api, "configured")).length).toBe(before + 1);

  expect(await setConfig.run(asked, world)).toMatchObject({ status: "unchanged" });
  expect(await setConfig.run(await job({}, { app }), world)).toMatchObject({ status: "skipped" });
});

test("a config var that belongs to an add-on is refused in words of its own", async () => {
  const { world, job } = await scene("configured-addon");
  const { gitUrl } = await createApp(world.heroku.api, {
    name: "configured-addon",
    region: "us",
    stack: undefined,
    team: undefined,
  });
  await createAddon(world.heroku.api, "configured-addon", "heroku-postgresql:essential-0");
  const asked = await job(
    { "config-vars": "DATABASE_URL=postgres://x" },
    { app: { name: "configured-addon", url: null, gitUrl } },
  );
  await expect(setConfig.run(asked, world)).rejects.toMatchObject({ code: "CONFIG_REFUSED" });
});
