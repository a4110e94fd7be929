import postgres from "postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Instance } from "./support/instance.ts";
import { localHeroku } from "./support/instance.ts";
import { source, WSGI } from "./support/source.ts";
import { until, visit } from "./support/visit.ts";

const quick = await localHeroku();
const slow = await localHeroku({ slowProvisioningMs: 1_500 });
let number = 0;

async function createApp({ api }: Instance): Promise<string> {
  const name = `addons-${++number}`;
  await api("POST", "/apps", { body: { name } });
  return name;
}

/** Adds a database and gives the add-on's name. */
async function addDatabase(
  { api }: Instance,
  app: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const plan = "heroku-postgresql:essential-0";
  const created = await api("POST", `/apps/${app}/addons`, { body: { plan, ...more } });
  expect(created.status).toBe(201);
  return String(created.get("name"));
}

test("the first database is DATABASE, is real, and needs TLS no more than Heroku's does", async () => {
  const app = await createApp(quick);
  const created = await quick.api("POST", `/apps/${app}/addons`, {
    body: { plan: { name: "heroku-postgresql" }, attachment: {}, config: {} },
  });
  expect(created).toMatchObject({
    status: 201,
    body: {
      name: expect.stringMatching(/^postgresql-[a-z]+-\d{5}$/),
      plan: { name: "heroku-postgresql:essential-0" },
      state: "provisioned",
      config_vars: ["DATABASE_URL"],
    },
  });
  const url = (await quick.api("GET", `/apps/${app}/config-vars`)).get("DATABASE_URL");
  expect(url).toMatch(/^postgres:\/\/\w+:\w+@[\w.]+:\d+\/\w+$/);
  const sql = postgres(String(url), { ssl: "require", max: 1 });
  expect(await sql`select 1 + 1 as two`).toMatchObject([{ two: 2 }]);
  await sql.end();
});

test("two databases do not see one another", async () => {
  const app = await createApp(quick);
  await addDatabase(quick, app);
  await addDatabase(quick, app);
  const vars = await quick.api("GET", `/apps/${app}/config-vars`);
  expect(Object.keys(Object(vars.body))).toEqual([
    "DATABASE_URL",
    expect.stringMatching(/^HEROKU_POSTGRESQL_[A-Z]+_URL$/),
  ]);
  const [first, second] = Object.values(Object(vars.body)).map((url) =>
    postgres(String(url), { ssl: "require", max: 1 }),
  );
  if (!first || !second) throw new Error("There should be two databases.");
  await first`create table mine (id int)`;
  expect(await second`select 1 from pg_tables where tablename = 'mine'`).toHaveLength(0);
  await Promise.all([first.end(), second.end()]);
});

describe("slow provisioning", () => {
  test("the add-on is provisioning at first; config var, release and restart come with the database", async () => {
    const app = await createApp(slow);
    const url = (await slow.api("GET", `/apps/${app}`)).get("web_url");
    await (await source(WSGI)).push(slow, app);
    const name = await addDatabase(slow, app);
    expect((await slow.api("GET", `/apps/${app}/addons/${name}`)).body).toMatchObject({
      state: "provisioning",
      provision_message: expect.any(String),
      config_vars: [],
    });
    const id = (await slow.api("GET", `/addons/${name}`)).get("id");
    const waiting = await slow.api("GET", `/client/v11/databases/${id}/wait_status`);
    expect(waiting.body).toMatchObject({ "waiting?": true, "error?": false });
    expect((await slow.api("GET", `/apps/${app}/config-vars`)).body).toEqual({});
    await until(
      async () => (await slow.api("GET", `/apps/${app}/addons/${name}`)).get("state") === "provisioned",
    );
    expect((await slow.api("GET", `/apps/${app}/releases/current`)).body).toMatchObject({
      version: 4,
      description: `@ref:${name} completed provisioning, setting DATABASE_URL.`,
    });
    expect((await visit(url)).json.env).toMatchObject({ DATABASE_URL: expect.stringMatching(/^postgres:/) });
  });

  test("can fail", async () => {
    slow.scenario.provisioningFails = true;
    onTestFinished(() => void delete slow.scenario.provisioningFails);
    const app = await createApp(slow);
    const name = await addDatabase(slow, app);
    await until(
      async () => (await slow.api("GET", `/apps/${app}/addons/${name}`)).get("state") === "deprovisioned",
    );
    expect((await slow.api("GET", `/apps/${app}/config-vars`)).body).toEqual({});
  });

  test("an app that is destroyed meanwhile leaves nothing", async () => {
    const app = await createApp(slow);
    await addDatabase(slow, app);
    expect((await slow.api("DELETE", `/apps/${app}`)).status).toBe(200);
    expect((await slow.api("GET", "/addons")).body).not.toContainEqual(
      expect.objectContaining({ app: { name: app } }),
    );
  });
});

test.for([
  ["heroku-postgresql:mini", "addon_error", "end-of-life"],
  ["heroku-postgresql:hobby-dev", "addon_error", "no longer available"],
  [
    "heroku-postgresql:none-such",
    "invalid_params",
    "Couldn't find either the add-on service or the add-on plan",
  ],
  ["heroku-redis:mini", "invalid_params", "Couldn't find either the add-on service or the add-on plan"],
] as const)("the plan %s is not to be had", async ([plan, id, words]) => {
  const app = await createApp(quick);
  expect(await quick.api("POST", `/apps/${app}/addons`, { body: { plan } })).toMatchObject({
    status: 422,
    body: { id, message: expect.stringContaining(words) },
  });
  expect((await quick.api("GET", `/apps/${app}/addons`)).body).toEqual([]);
});

test("an unverified account has no add-ons", async () => {
  const app = await createApp(quick);
  quick.scenario.verified = false;
  onTestFinished(() => void delete quick.scenario.verified);
  const answer = await quick.api("POST", `/apps/${app}/addons`, { body: { plan: "heroku-postgresql" } });
  expect(answer).toMatchObject({ status: 402, body: { id: "verification_required" } });
});

test("a DATABASE_URL of the user's keeps its name", async () => {
  const app = await createApp(quick);
  await quick.api("PATCH", `/apps/${app}/config-vars`, { body: { DATABASE_URL: "postgres://elsewhere/db" } });
  await addDatabase(quick, app);
  expect((await quick.api("GET", `/apps/${app}/config-vars`)).body).toEqual({
    DATABASE_URL: "postgres://elsewhere/db",
    HEROKU_POSTGRESQL_AMBER_URL: expect.stringMatching(/^postgres:/),
  });
  const body = { plan: "heroku-postgresql", attachment: { name: "DATABASE" } };
  expect((await quick.api("POST", `/apps/${app}/addons`, { body })).status).toBe(422);
});

test("what an add-on owns cannot be set by hand", async () => {
  const app = await createApp(quick);
  await addDatabase(quick, app);
  for (const value of ["postgres://mine", null]) {
    const answer = await quick.api("PATCH", `/apps/${app}/config-vars`, { body: { DATABASE_URL: value } });
    expect(answer).toMatchObject({
      status: 422,
      body: { message: "Cannot overwrite attachment values DATABASE_URL." },
    });
  }
});

test("promoting: a backup name, then the name DATABASE taken over", async () => {
  const { api } = quick;
  const app = await createApp(quick);
  const first = await addDatabase(quick, app);
  const second = await addDatabase(quick, app, { name: `second-${app}` });
  const inclusion = { "accept-inclusion": "addon:plan,config_vars" };
  const resolved = await api("POST", "/actions/addon-attachments/resolve", {
    body: { addon_attachment: second, app },
    headers: inclusion,
  });
  expect(resolved.body).toMatchObject([
    {
      addon: { name: second, plan: { name: "heroku-postgresql:essential-0" } },
      config_vars: [expect.any(String)],
    },
  ]);
  const claim = { addon: { name: second }, app: { name: app }, name: "DATABASE", namespace: null };
  expect(await api("POST", "/addon-attachments", { body: claim })).toMatchObject({
    status: 423,
    body: { id: "confirmation_required" },
  });
  expect(await api("POST", "/addon-attachments", { body: { ...claim, confirm: app } })).toMatchObject({
    status: 422,
    body: { message: "Cannot destroy last attachment to billing app for resource." },
  });
  const backup = await api("POST", "/addon-attachments", { body: { addon: first, app, confirm: app } });
  expect(backup).toMatchObject({ status: 201, body: { name: expect.stringMatching(/^HEROKU_POSTGRESQL_/) } });
  const before = (await api("GET", `/apps/${app}/config-vars`)).get(`${backup.get("name")}_URL`);
  const promoted = await api("POST", "/addon-attachments", { body: { ...claim, confirm: app } });
  expect(promoted).toMatchObject({ status: 201, body: { name: "DATABASE", addon: { name: second } } });
  const vars = await api("GET", `/apps/${app}/config-vars`);
  expect(vars.get("DATABASE_URL")).toBe(vars.get(String(resolved.get(0, "config_vars", 0))));
  expect(vars.get("DATABASE_URL")).not.toBe(before);
  const releases = await api("GET", `/apps/${app}/releases`, {
    headers: { range: "version ..; max=2, order=desc" },
  });
  expect(releases.body).toMatchObject([
    { description: `Attach DATABASE (@ref:${second})` },
    { description: `Detach DATABASE (@ref:${first})` },
  ]);
});

test.for([
  ["an attachment's name", "DATABASE"],
  ["a config var", "DATABASE_URL"],
  ["an app and an attachment", "APP::DATABASE"],
  ["the add-on's name", "ADDON"],
] as const)("%s is resolved", async ([, word]) => {
  const app = await createApp(quick);
  const name = await addDatabase(quick, app);
  const asked = word.replace("APP", app).replace("ADDON", name);
  const attachment = { addon_attachment: asked, app };
  expect(
    (await quick.api("POST", "/actions/addon-attachments/resolve", { body: attachment })).body,
  ).toMatchObject([{ addon: { name } }]);
  expect(
    (await quick.api("POST", "/actions/addons/resolve", { body: { addon: asked, app } })).body,
  ).toMatchObject([{ name }]);
});

test("what is not there is not resolved", async () => {
  const app = await createApp(quick);
  const attachments = { addon_attachment: "DATABASE", app };
  expect(await quick.api("POST", "/actions/addon-attachments/resolve", { body: attachments })).toMatchObject({
    status: 404,
    body: { id: "not_found", resource: "add_on attachment" },
  });
  expect(await quick.api("POST", "/actions/addons/resolve", { body: { addon: "none", app } })).toMatchObject({
    status: 404,
    body: { id: "not_found", resource: "add_on" },
  });
});

test("without being asked for, plan and config vars of an attachment stay out", async () => {
  const app = await createApp(quick);
  await addDatabase(quick, app);
  const attachments = await quick.api("GET", `/apps/${app}/addon-attachments`);
  expect(attachments.get(0)).not.toHaveProperty("config_vars");
  expect(attachments.get(0, "addon")).not.toHaveProperty("plan");
});

test("destroying takes the config var and the database", async () => {
  const app = await createApp(quick);
  const name = await addDatabase(quick, app);
  const url = String((await quick.api("GET", `/apps/${app}/config-vars`)).get("DATABASE_URL"));
  const destroyed = await quick.api("DELETE", `/apps/${app}/addons/${name}`, { body: { confirm: app } });
  expect(destroyed).toMatchObject({ status: 200, body: { state: "deprovisioned", config_vars: [] } });
  expect((await quick.api("GET", `/apps/${app}/config-vars`)).body).toEqual({});
  const sql = postgres(url, { ssl: "require", max: 1 });
  await expect(sql`select 1`).rejects.toThrow();
  await sql.end();
});

test("plans and the service", async () => {
  const { api } = quick;
  const plans = await api("GET", "/addon-services/heroku-postgresql/plans");
  expect(plans.get(0, "name")).toBe("heroku-postgresql:essential-0");
  expect((await api("GET", "/addon-services/heroku-postgresql")).status).toBe(200);
  expect((await api("GET", "/addon-services/other/plans")).status).toBe(404);
});

test("an app takes its database with it, from every app that uses it too", async () => {
  const { api } = quick;
  const [owner, user] = [await createApp(quick), await createApp(quick)];
  const database = await addDatabase(quick, owner);
  await api("POST", "/addon-attachments", { body: { addon: database, app: user, name: "SHARED" } });
  const users = await api("GET", `/addons/${database}/addon-attachments`);
  const names = [0, 1].map((index) => users.get(index, "app", "name"));
  expect(names.toSorted()).toEqual([owner, user].toSorted());
  expect(users.get(0, "addon", "app", "name")).toBe(owner);
  expect(Object.keys(Object((await api("GET", `/apps/${user}/config-vars`)).body))).toEqual(["SHARED_URL"]);
  expect((await api("GET", `/apps/${user}/addons`)).body).toEqual([]);

  expect((await api("DELETE", `/apps/${owner}`)).status).toBe(200);
  expect((await api("GET", `/apps/${user}/config-vars`)).body).toEqual({});
  expect((await api("GET", `/addons/${database}`)).status).toBe(404);
});
