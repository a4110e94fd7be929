import { expect, test } from "vitest";
import { createAddon, listAddons } from "../../src/heroku/addons.ts";
import { createApp, findApp } from "../../src/heroku/apps.ts";
import { attach } from "../../src/heroku/attachments.ts";
import { setConfigVars } from "../../src/heroku/config-vars.ts";
import { REVIEW_MARK } from "../../src/review-mark.ts";
import { destroyApp } from "../../src/steps/destroy-app.ts";
import { pullRequestEvent } from "../support/pull-request.ts";
import { type Scene, stepHeroku, TINY_APP } from "../support/step-world.ts";

const { heroku, scene } = stepHeroku();
const PLAN = "heroku-postgresql:essential-0";
const MARK = { [REVIEW_MARK]: "octo/flaskr#7" };
let number = 0;

type ReviewApp = Scene & { readonly name: string; readonly api: Scene["world"]["heroku"]["api"] };

/** A scene on a pull request that was closed, and its app with these config vars. */
async function reviewApp(vars: Readonly<Record<string, string>> = MARK): Promise<ReviewApp> {
  const name = `case-${++number}-pr-7`;
  const opened = await scene(name.replace(/7$/, "{number}"), TINY_APP, pullRequestEvent(7, "closed"));
  const { api } = opened.world.heroku;
  await newApp(api, name);
  await setConfigVars(api, name, vars);
  return { ...opened, name, api };
}

function newApp(api: ReviewApp["api"], name: string) {
  return createApp(api, { name, region: "us", stack: undefined, team: undefined });
}

test("removes the app with its database, and says what went with it; then there is nothing to remove", async () => {
  const { api, name, world, job } = await reviewApp({ ...MARK, GREETING: "hello" });
  const database = await createAddon(api, name, PLAN);
  const outcome = await destroyApp.run(await job(), world);
  expect(outcome).toMatchObject({ status: "changed", learned: { app: { name, url: null } } });
  expect(outcome.learned?.removed).toEqual([
    `The app ${name}`,
    `The database ${database.name} (${PLAN}) with all its data`,
    expect.stringMatching(/^The config vars .*GREETING/),
    expect.stringMatching(/^The domain \S+$/),
  ]);
  expect(await findApp(api, name)).toBeUndefined();
  expect(await destroyApp.run(await job(), world)).toMatchObject({ status: "unchanged" });
});

test.for([
  ["no mark", { GREETING: "hello" }],
  ["the mark of another pull request", { [REVIEW_MARK]: "octo/flaskr#77" }],
  ["the mark of another repository", { [REVIEW_MARK]: "octo/other#7" }],
] as const)("an app with %s is not touched", async ([, vars]) => {
  const { api, name, world, job } = await reviewApp(vars);
  const failure = { code: "REVIEW_APP_FOREIGN", fix: expect.stringContaining("octo/flaskr#7") };
  await expect(destroyApp.run(await job(), world)).rejects.toMatchObject(failure);
  expect(await findApp(api, name)).toBeDefined();
});

test("an app without the number in its name is not even looked at", async () => {
  const { world, job } = await scene("production", TINY_APP, pullRequestEvent(7, "closed"));
  let requests = 0;
  heroku().scenario.fault = () => void requests++;
  const refused = { code: "NOT_A_REVIEW_APP" };
  await expect(destroyApp.run(await job(), world)).rejects.toMatchObject(refused);
  expect(requests).toBe(0);
});

test("an app whose database another app uses is not touched, and one that uses another's leaves it there", async () => {
  const { api, name, world, job } = await reviewApp();
  const database = await createAddon(api, name, PLAN);
  const other = `${name}-other`;
  await newApp(api, other);
  await attach(api, other, database.name, "SHARED");
  await expect(destroyApp.run(await job(), world)).rejects.toMatchObject({
    code: "ADDON_SHARED",
    message: expect.stringContaining(database.name),
  });
  expect(await listAddons(api, name)).toHaveLength(1);

  const borrower = await reviewApp();
  await attach(api, borrower.name, database.name, "BORROWED");
  const outcome = await destroyApp.run(await borrower.job(), borrower.world);
  expect(outcome.learned?.removed).toContain(
    `The attachment of ${database.name}, which belongs to another app and stays`,
  );
  expect(await listAddons(api, name)).toMatchObject([{ name: database.name, state: "provisioned" }]);
});

test.for([
  ["a connection that breaks before", [{ kind: "drop-before" }]],
  ["a connection that breaks after", [{ kind: "drop-after" }]],
  ["trouble after the end", [{ kind: "drop-after" }, { kind: "status", status: 502 }]],
  ["a refusal after the end", [{ kind: "drop-after" }, { kind: "status", status: 403 }]],
] as const)("%s changes nothing about the end of the app", async ([, faults]) => {
  const { api, name, world, job } = await reviewApp();
  const planned = [...faults];
  heroku().scenario.fault = ({ method }) => (method === "DELETE" ? planned.shift() : undefined);
  expect(await destroyApp.run(await job(), world)).toMatchObject({ status: "changed" });
  expect(planned).toEqual([]);
  expect(await findApp(api, name)).toBeUndefined();
});

test("an app of the same name that is made meanwhile stays, though the request is repeated", async () => {
  const { api, name, world, job } = await reviewApp();
  const send: typeof api.send = async (request) => {
    const answer = await api.send(request);
    if (request.method !== "DELETE") return answer;
    await newApp(api, name);
    return api.send(request);
  };
  const unclear = { ...world, heroku: { ...world.heroku, api: { ...api, send } } };
  expect(await destroyApp.run(await job(), unclear)).toMatchObject({ status: "changed" });
  expect(await findApp(api, name)).toBeDefined();
});

test("an app that stays though Heroku took the order is said to be there", async () => {
  const { api, world, job, name } = await reviewApp();
  let now = 0;
  const clock = {
    now: () => now,
    async sleep(ms: number) {
      now += ms;
    },
  };
  const send: typeof api.send = async (request) => (request.method === "DELETE" ? {} : api.send(request));
  const deaf = { ...world, clock, heroku: { ...world.heroku, api: { ...api, send } } };
  expect(await destroyApp.run(await job(), deaf)).toMatchObject({
    status: "failed",
    failure: { code: "APP_NOT_REMOVED" },
    learned: { app: { name }, left: [expect.stringContaining("may still be there")] },
  });
});

test("a key that may not delete the app leaves it as it is", async () => {
  const { api, name, world, job } = await reviewApp();
  heroku().scenario.fault = ({ method }) =>
    method === "DELETE" ? { kind: "status", status: 403, id: "forbidden" } : undefined;
  await expect(destroyApp.run(await job(), world)).rejects.toMatchObject({ status: 403 });
  expect(await findApp(api, name)).toBeDefined();
});
