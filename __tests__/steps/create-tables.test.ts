import { expect, test, vi } from "vitest";
import { createAddon } from "../../src/heroku/addons.ts";
import { listDynos } from "../../src/heroku/dynos.ts";
import type { Report } from "../../src/report/report.ts";
import { createTables } from "../../src/steps/create-tables.ts";
import type { World } from "../../src/world.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { MODULE_APP } from "../support/flask-apps.ts";
import { type Scene, stepHeroku } from "../support/step-world.ts";

const LONG = { timeout: 120_000 };
const { heroku, scene } = stepHeroku();

/** An app with a database whose commit is released, and the step on it. */
async function released(name: string, files: Record<string, string> = MODULE_APP) {
  const made: Scene = await scene(name, files);
  const known = await appOf(made, name);
  await createAddon(made.world.heroku.api, name, "heroku-postgresql:essential-0");
  const release = async () => (await pushAndRelease(made, known)).learned;
  const learned: Partial<Report> = await release();
  return {
    ...made,
    release,
    create: async (inputs = {}) => createTables.run(await made.job(inputs, learned), made.world),
  };
}

/** The step ends with the word of its dyno, which is gone a moment later. */
function noneRuns(app: string, { heroku: { api } }: World): Promise<void> {
  return vi.waitFor(async () => {
    const oneOffs = (await listDynos(api, app)).filter((dyno) => dyno.type === "run");
    expect(oneOffs).toEqual([]);
  });
}

test("creates the tables once, and says what arrived on the dyno", LONG, async () => {
  const { create, world } = await released("tables-once");
  expect(await create()).toMatchObject({
    status: "changed",
    learned: {
      tables: { created: ["note"], existing: [], schema: [{ table: "note" }] },
      dynoFiles: expect.arrayContaining(["Procfile", "app.py", "requirements.txt"]),
    },
  });
  expect(await create()).toMatchObject({
    status: "unchanged",
    learned: { tables: { created: [], existing: ["note"] } },
  });
  await noneRuns("tables-once", world);

  expect(await create({ tables: "off" })).toMatchObject({ status: "skipped" });
  expect(await create({ tables: "app:app" })).toMatchObject({ status: "unchanged" });
  expect(await create({ "tables-command": "echo from the command; true" })).toMatchObject({
    status: "unchanged",
  });
  expect(await create({ "tables-command": "echo it fails; exit 4" })).toMatchObject({
    status: "failed",
    failure: { code: "TABLES_COMMAND_FAILED" },
  });
  expect(await create({ tables: "migrate" })).toMatchObject({
    status: "failed",
    failure: { code: "TABLES_FLASK_MIGRATE_MISSING" },
  });
  expect(await create({ tables: "nowhere:app" })).toMatchObject({
    status: "failed",
    failure: { code: "TABLES_TARGET_MISSING" },
  });
});

test("columns that a table lacks are told, and left alone", LONG, async () => {
  const scene = await released("tables-columns");
  await scene.create();
  const column = "kind = db.Column(db.String(20))\n    text = db.";
  await scene.commit({ "app.py": MODULE_APP["app.py"]?.replace("text = db.", column) ?? "" });
  await scene.release();
  const outcome = await scene.create();
  expect(outcome).toMatchObject({
    status: "unchanged",
    learned: { tables: { missingColumns: [{ table: "note", column: "kind" }] } },
  });
  expect(outcome.learned?.next).toHaveLength(1);
});

test("a start that breaks leaves one dyno, and the tables are made", LONG, async () => {
  const { create, world } = await released("tables-broken");
  let faults = 1;
  heroku().scenario.fault = ({ method, path }) =>
    method === "POST" && path.endsWith("/dynos") && faults-- > 0 ? { kind: "drop-after" } : undefined;
  expect(await create()).toMatchObject({ status: "changed", learned: { tables: { created: ["note"] } } });
  await noneRuns("tables-broken", world);
});

test("a dyno that ends without a word is not success", LONG, async () => {
  const dying = `${MODULE_APP["app.py"]}\nif "run" in os.environ["DYNO"]:\n    os.kill(os.getpid(), 9)\n`;
  const { create } = await released("tables-killed", { ...MODULE_APP, "app.py": dying });
  await expect(create()).rejects.toMatchObject({ code: "TABLES_UNKNOWN" });
});

test("an app that no server is given is left alone, with a hint", LONG, async () => {
  const { world, job } = await scene("tables-no-target", {
    ...MODULE_APP,
    Procfile: "web: python app.py\n",
  });
  const app = { name: "tables-no-target", url: null, gitUrl: "" };
  const outcome = await createTables.run(await job({}, { app }), world);
  expect(outcome).toMatchObject({
    status: "skipped",
    learned: { next: [expect.stringContaining("tables: module:object")] },
  });
});

test("of tables that are not SQLAlchemy's nothing is said", LONG, async () => {
  const app = "from flask import Flask\n\napp = Flask(__name__)\n";
  const { create } = await released("tables-plain", { ...MODULE_APP, "app.py": app });
  const outcomes = [await create(), await create({ "tables-command": "echo made by hand" })];
  expect(outcomes).toMatchObject([
    { status: "unchanged", detail: "the app has no SQLAlchemy, so nothing was to do" },
    { status: "changed", detail: "the command ran; the app has no SQLAlchemy to look with" },
  ]);
  for (const { learned } of outcomes) expect(learned).not.toHaveProperty("tables");
});
