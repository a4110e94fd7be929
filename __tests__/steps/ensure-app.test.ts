import { expect, test } from "vitest";
import { createApp, findApp } from "../../src/heroku/apps.ts";
import { ensureApp } from "../../src/steps/ensure-app.ts";
import { stepHeroku } from "../support/step-world.ts";

const { heroku, scene } = stepHeroku();
const NEW = { region: "us", stack: undefined, team: undefined };

test("creates the app on a true 404, and leaves it alone the next time", async () => {
  const { world, job } = await scene("brand-new");
  const first = await ensureApp.run(await job({ region: "eu" }), world);
  expect(first).toMatchObject({ status: "changed", learned: { app: { name: "brand-new" } } });
  expect(await findApp(world.heroku.api, "brand-new")).toMatchObject({ region: "eu" });
  expect(await ensureApp.run(await job({ region: "eu" }), world)).toMatchObject({ status: "unchanged" });
});

test("creates it in a team", async () => {
  const { world, job } = await scene("team-app");
  heroku().scenario.teams = ["crew"];
  await ensureApp.run(await job({ team: "crew" }), world);
  expect(await findApp(world.heroku.api, "team-app")).toMatchObject({ team: "crew" });
});

test("sets the stack of an app that is there, and says what it cannot change", async () => {
  const { world, job } = await scene("old-app");
  await createApp(world.heroku.api, { ...NEW, name: "old-app" });
  const outcome = await ensureApp.run(await job({ stack: "heroku-22", region: "eu", team: "crew" }), world);
  expect(outcome).toMatchObject({ status: "changed" });
  expect(outcome.learned?.next).toHaveLength(2);
  expect(await findApp(world.heroku.api, "old-app")).toMatchObject({ buildStack: "heroku-22" });
});

test.for(["drop-before", "drop-after"] as const)(
  "a connection that breaks (%s) makes one app",
  { timeout: 30_000 },
  async (kind) => {
    const { world, job } = await scene(`once-${kind}`);
    let faults = 1;
    heroku().scenario.fault = ({ method, path }) =>
      method === "POST" && path === "/apps" && faults-- > 0 ? { kind } : undefined;
    expect(await ensureApp.run(await job(), world)).toMatchObject({ status: "changed" });
    expect(await findApp(world.heroku.api, `once-${kind}`)).toBeDefined();
  },
);

test.for([
  ["ACCOUNT_SUSPENDED", { suspendedAt: "2026-01-01T00:00:00Z" }, {}],
  ["ACCOUNT_DELINQUENT", { delinquentAt: "2026-01-01T00:00:00Z" }, {}],
  ["ACCOUNT_UNVERIFIED", { verified: false }, {}],
  ["APP_NAME_TAKEN", { takenNames: ["refused-app-name-taken"] }, {}],
  ["FIR_UNSUPPORTED", { generation: "fir" }, {}],
  ["APP_NOT_FOUND", {}, { "create-app": "false" }],
  ["TEAM_REFUSED", { teams: [] }, { team: "strangers" }],
  ["REGION_UNKNOWN", {}, { region: "moon" }],
  ["STACK_UNKNOWN", {}, { stack: "heroku-1" }],
] as const)("refuses with %s", async ([code, scenario, inputs]) => {
  const name = `refused-${code.toLowerCase().replaceAll("_", "-")}`.slice(0, 30);
  const { world, job } = await scene(name);
  Object.assign(heroku().scenario, scenario);
  await expect(ensureApp.run(await job(inputs), world)).rejects.toMatchObject({ code });
});
