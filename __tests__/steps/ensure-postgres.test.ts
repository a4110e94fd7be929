import { expect, test } from "vitest";
import { createAddon, listAddons } from "../../src/heroku/addons.ts";
import { createApp } from "../../src/heroku/apps.ts";
import { listAttachments } from "../../src/heroku/attachments.ts";
import { readConfigVars, setConfigVars } from "../../src/heroku/config-vars.ts";
import { ensurePostgres } from "../../src/steps/ensure-postgres.ts";
import { type Scene, stepHeroku } from "../support/step-world.ts";

const { heroku, scene } = stepHeroku();
const PLAN = "heroku-postgresql:essential-0";

/** A scene with an app that ensure-app has found. */
async function withApp(
  name: string,
): Promise<Scene & { ensure: (inputs?: Record<string, string>) => ReturnType<typeof ensurePostgres.run> }> {
  const made = await scene(name);
  const { gitUrl } = await createApp(made.world.heroku.api, {
    name,
    region: "us",
    stack: undefined,
    team: undefined,
  });
  const app = { name, url: null, gitUrl };
  return {
    ...made,
    ensure: async (inputs = {}) => ensurePostgres.run(await made.job(inputs, { app }), made.world),
  };
}

test("creates a database, and finds it the next time", async () => {
  const { world, ensure } = await withApp("pg-new");
  const first = await ensure();
  expect(first).toMatchObject({
    status: "changed",
    learned: { database: expect.stringMatching(/^postgresql-/) },
  });
  expect((await readConfigVars(world.heroku.api, "pg-new")).get("DATABASE_URL")).toMatch(/^postgres:\/\//);
  expect(await ensure()).toMatchObject({
    status: "unchanged",
    learned: { database: first.learned?.database },
  });
  expect(await listAddons(world.heroku.api, "pg-new")).toHaveLength(1);
});

test("asks for the attachments again only where a database was made", async () => {
  const { ensure } = await withApp("pg-questions");
  let asked = 0;
  heroku().scenario.fault = ({ method, path }) => {
    if (method === "GET" && path.endsWith("/addon-attachments")) asked++;
    return undefined;
  };
  const counted = async () => {
    asked = 0;
    return [(await ensure()).status, asked];
  };
  expect(await counted()).toEqual(["changed", 2]);
  expect(await counted()).toEqual(["unchanged", 1]);
});

test.for(["drop-before", "drop-after"] as const)(
  "a connection that breaks (%s) makes one database",
  { timeout: 30_000 },
  async (kind) => {
    const { world, ensure } = await withApp(`pg-${kind}`);
    let faults = 1;
    heroku().scenario.fault = ({ method, path }) =>
      method === "POST" && path.endsWith("/addons") && faults-- > 0 ? { kind } : undefined;
    expect(await ensure()).toMatchObject({ status: "changed" });
    expect(await listAddons(world.heroku.api, `pg-${kind}`)).toHaveLength(1);
  },
);

test("promotes a database that is attached under another name", async () => {
  const { world, ensure } = await withApp("pg-spare");
  const { api } = world.heroku;
  const made = await createAddon(api, "pg-spare", PLAN);
  await api.send({
    method: "POST",
    path: "/addon-attachments",
    body: { addon: made.name, app: "pg-spare", name: "REPORTS" },
  });
  await detach("pg-spare", "DATABASE", world);
  expect(await ensure()).toMatchObject({ status: "changed", detail: expect.stringContaining("promoted") });
  expect((await listAttachments(api, "pg-spare")).find((one) => one.name === "DATABASE")).toMatchObject({
    addon: made.name,
  });
});

test("leaves a DATABASE_URL of somebody else alone, and creates nothing", async () => {
  const { world, ensure } = await withApp("pg-foreign");
  await setConfigVars(world.heroku.api, "pg-foreign", { DATABASE_URL: "postgres://elsewhere.example/db" });
  expect(await ensure()).toMatchObject({ status: "unchanged" });
  expect(await listAddons(world.heroku.api, "pg-foreign")).toEqual([]);
  expect(await ensure({ "config-vars": "DATABASE_URL=postgres://x" })).toMatchObject({ status: "unchanged" });
});

test("does not choose between two databases", async () => {
  const { world, ensure } = await withApp("pg-two");
  const { api } = world.heroku;
  for (const name of ["FIRST", "SECOND"]) {
    const made = await createAddon(api, "pg-two", name === "FIRST" ? PLAN : "heroku-postgresql:essential-1");
    await api.send({
      method: "POST",
      path: "/addon-attachments",
      body: { addon: made.name, app: "pg-two", name },
    });
  }
  await detach("pg-two", "DATABASE", world);
  await expect(ensure()).rejects.toMatchObject({ code: "POSTGRES_AMBIGUOUS" });
});

test("is switched off by `none`", async () => {
  const { world, ensure } = await withApp("pg-none");
  expect(await ensure({ "postgres-plan": "none" })).toMatchObject({ status: "skipped" });
  expect(await listAddons(world.heroku.api, "pg-none")).toEqual([]);
});

test.for([
  ["POSTGRES_PLAN", {}, { "postgres-plan": "hobby-dev" }],
  ["POSTGRES_PLAN", {}, { "postgres-plan": "mini" }],
  ["POSTGRES_PLAN", {}, { "postgres-plan": "gigantic-9" }],
  ["POSTGRES_FAILED", { provisioningFails: true }, {}],
] as const)("stops with %s %o", async ([code, scenario, inputs]) => {
  const { ensure } = await withApp(`pg-stop-${Math.random().toString(36).slice(2, 8)}`);
  Object.assign(heroku().scenario, scenario);
  await expect(ensure(inputs)).rejects.toMatchObject({ code });
});

async function detach(app: string, name: string, { heroku }: Scene["world"]): Promise<void> {
  const answer = await heroku.api.send({ method: "GET", path: `/apps/${app}/addon-attachments` });
  const [found] = (answer as { id: string; name: string }[]).filter((one) => one.name === name);
  await heroku.api.send({ method: "DELETE", path: `/addon-attachments/${found?.id}` });
}
