import { expect, test } from "vitest";
import type { Failure } from "../../src/failure.ts";
import { createApp, findApp } from "../../src/heroku/apps.ts";
import { readConfigVars, setConfigVars } from "../../src/heroku/config-vars.ts";
import { REVIEW_MARK } from "../../src/review-mark.ts";
import { ensureApp } from "../../src/steps/ensure-app.ts";
import { setConfig } from "../../src/steps/set-config.ts";
import { pullRequestEvent } from "../support/pull-request.ts";
import { stepHeroku, TINY_APP } from "../support/step-world.ts";

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
  const refusal: unknown = await ensureApp.run(await job(inputs), world).catch((failure) => failure);
  expect(refusal).toMatchObject({ code });
  const { message, fix } = refusal as Failure;
  expect(Object.values(inputs).filter((value) => `${message} ${fix}`.includes(value))).toEqual([]);
});

const OPENED = pullRequestEvent(7, "opened");

test("a review app bears the mark of its pull request from the start, and config vars leave it alone", async () => {
  const { world, job } = await scene("review-pr-{number}", TINY_APP, OPENED);
  const { api } = world.heroku;
  const marked = { [REVIEW_MARK]: "octo/flaskr#7" };
  const created = await ensureApp.run(await job(), world);
  expect(created).toMatchObject({ status: "changed", learned: { app: { name: "review-pr-7" } } });
  expect(Object.fromEntries(await readConfigVars(api, "review-pr-7"))).toEqual(marked);
  await setConfig.run(await job({ "config-vars": "GREETING=hello" }, created.learned), world);
  expect(Object.fromEntries(await readConfigVars(api, "review-pr-7"))).toEqual({
    ...marked,
    GREETING: "hello",
  });
  expect(await ensureApp.run(await job(), world)).toMatchObject({ status: "unchanged" });
});

test("a run that ended between the app and its mark is gone on with", async () => {
  const { world, job } = await scene("half-pr-{number}", TINY_APP, OPENED);
  const { api } = world.heroku;
  heroku().scenario.fault = ({ method }) =>
    method === "PATCH" ? { kind: "status", status: 400 } : undefined;
  const half = await ensureApp.run(await job(), world);
  expect(half).toMatchObject({
    status: "failed",
    learned: { left: [expect.stringContaining("half-pr-7 was created")] },
  });
  heroku().scenario.fault = () => undefined;
  expect(await ensureApp.run(await job(), world)).toMatchObject({ status: "changed" });
  expect((await readConfigVars(api, "half-pr-7")).get(REVIEW_MARK)).toBe("octo/flaskr#7");
});

test.for([
  ["used-pr", "something in it and no mark", { GREETING: "hello" }, {}],
  ["other-pr", "the mark of another pull request", { [REVIEW_MARK]: "octo/flaskr#77" }, {}],
  ["other-repo", "the mark of another repository", { [REVIEW_MARK]: "octo/other#7" }, {}],
  ["empty-pr", "nothing in it where none is to be created", {}, { "create-app": "false" }],
] as const)("%s: an app with %s is refused and left as it is", async ([name, , vars, inputs]) => {
  const { world, job } = await scene(`${name}-{number}`, TINY_APP, OPENED);
  const { api } = world.heroku;
  await createApp(api, { ...NEW, name: `${name}-7` });
  await setConfigVars(api, `${name}-7`, vars);
  const refused = await ensureApp.run(await job({ stack: "heroku-22", ...inputs }), world);
  expect(refused).toMatchObject({
    status: "failed",
    failure: { code: "REVIEW_APP_FOREIGN", fix: expect.stringContaining("octo/flaskr#7") },
    learned: { left: [] },
  });
  expect(Object.fromEntries(await readConfigVars(api, `${name}-7`))).toEqual(vars);
  expect(await findApp(api, `${name}-7`)).toMatchObject({ buildStack: "heroku-24" });
});
