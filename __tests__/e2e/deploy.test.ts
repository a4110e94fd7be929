import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { askHeroku, localHeroku, statuses } from "../support/deploying.ts";
import { FACTORY_APP, inFolder, MIGRATE_APP, MODULE_APP } from "../support/flask-apps.ts";
import { git } from "../support/repository.ts";

const LONG = 120_000;
const { heroku, app } = localHeroku();

type Release = { version: number; description: string; status: string };

test("a commit becomes a running app with its tables; the same commit again changes nothing; a new one is live", {
  timeout: LONG,
}, async () => {
  const notes = await app("notes", MODULE_APP);

  const first = await notes.deploy();
  expect(first.exitCode, first.log).toBe(0);
  expect(first.report).toMatchObject({
    result: "deployed",
    error: null,
    left: [],
    tables: { created: ["note"], existing: [] },
  });
  expect(statuses(first.report)).toEqual({
    "check-project": "unchanged",
    "ensure-app": "changed",
    "ensure-remote": "changed",
    "ensure-postgres": "changed",
    "set-config": "skipped",
    push: "changed",
    "await-release": "changed",
    "create-tables": "changed",
    "await-health": "unchanged",
  });
  expect(first.outputs).toMatchObject({ result: "deployed", app: "notes", "error-code": "", findings: "0" });
  expect(first.report.live).toEqual({ version: first.report.release?.version, commit: first.outputs.commit });
  expect(await (await fetch(first.outputs.url ?? "")).text()).toBe("a row from Postgres");
  expect(first.summary).toMatch(/^erDiagram\n {2}t0\["note"\] \{\n {4}INTEGER id PK$/m);

  const releases = await askHeroku<Release[]>(heroku(), "GET", "/apps/notes/releases");
  const second = await notes.deploy();
  expect(second.exitCode, second.log).toBe(0);
  expect(second.report).toMatchObject({ result: "unchanged", tables: { created: [], existing: ["note"] } });
  expect(await askHeroku(heroku(), "GET", "/apps/notes/releases")).toEqual(releases);
  expect(await askHeroku(heroku(), "GET", "/apps/notes/addons")).toHaveLength(1);

  const commit = await notes.commit({
    "app.py": `${MODULE_APP["app.py"]}\n@app.get("/about")\ndef about():\n    return "about"\n`,
  });
  const third = await notes.deploy({ "health-path": "/about", "health-contains": "about" });
  expect(third.exitCode, third.log).toBe(0);
  expect(third.report).toMatchObject({ result: "deployed", live: { commit }, tables: { created: [] } });
});

test("an app factory in a package", { timeout: LONG }, async () => {
  const shop = await app("shop", FACTORY_APP);
  const { report, exitCode, log } = await shop.deploy({ "health-contains": "0 authors" });
  expect(exitCode, log).toBe(0);
  expect(report).toMatchObject({ result: "deployed", tables: { created: ["author", "book"] } });
});

test("Flask-Migrate", { timeout: LONG }, async () => {
  const migrated = await app("migrated", MIGRATE_APP);
  const { report, exitCode, log } = await migrated.deploy();
  expect(exitCode, log).toBe(0);
  expect(report.tables?.created).toEqual(expect.arrayContaining(["alembic_version", "note"]));
});

test("a release phase", { timeout: LONG }, async () => {
  const phased = await app("phased", {
    ...MODULE_APP,
    Procfile: "web: gunicorn app:app\nrelease: sleep 1; python -c 'print(\"the release phase ran\")'\n",
  });
  const { report, exitCode, log } = await phased.deploy();
  expect(exitCode, log).toBe(0);
  expect(report.result).toBe("deployed");
  expect(log).toContain("the release phase ran");
});

test("a subdirectory becomes the root, and a file that is not committed stays behind", {
  timeout: LONG,
}, async () => {
  const files = { ...inFolder("services/web", MODULE_APP), "README.md": "two services\n" };
  const mono = await app("mono", files);
  await writeFile(join(mono.workspace, "services/web/notes-to-self.txt"), "not for Heroku");
  const { report, summary, exitCode, log } = await mono.deploy({ "app-dir": "services/web" });
  expect(exitCode, log).toBe(0);
  expect(report).toMatchObject({ result: "deployed", tables: { created: ["note"] } });
  expect(summary).toContain("app.py");
  expect(summary).not.toContain("notes-to-self");

  const again = await mono.deploy({ "app-dir": "./services/web/" });
  expect(again.report.result, again.log).toBe("unchanged");
  await mono.commit({ "services/web/app.py": `${MODULE_APP["app.py"]}\n# a change\n` });
  const changed = await mono.deploy({ "app-dir": "services/web" });
  expect(changed.report.result, changed.log).toBe("deployed");
});

test("a shallow clone is completed from origin", { timeout: LONG }, async () => {
  const shallow = await app("shallow", MODULE_APP);
  await shallow.commit({ "CHANGES.md": "a second commit\n" });
  const { workspace } = shallow;
  const origin = `${workspace}-origin`;
  await git(workspace, "clone", "--quiet", "--bare", workspace, origin);
  await rm(join(workspace, ".git"), { recursive: true });
  await git(
    workspace,
    "clone",
    "--quiet",
    "--no-checkout",
    "--depth=1",
    `file://${origin}`,
    `${workspace}-clone`,
  );
  await rename(join(`${workspace}-clone`, ".git"), join(workspace, ".git"));
  expect(await git(workspace, "rev-list", "--count", "HEAD")).toBe("1");

  const { report, exitCode, log } = await shallow.deploy();
  expect(exitCode, log).toBe(0);
  expect(report.live?.commit).toBe(await git(workspace, "rev-parse", "HEAD"));
  expect(await git(workspace, "rev-list", "--count", "HEAD")).toBe("1");
});

test("config vars are set once, and their values appear nowhere", { timeout: LONG }, async () => {
  const configured = await app("configured", MODULE_APP);
  const secret = "kept-to-ourselves-2931";
  const inputs = { "config-vars": `GREETING=${secret}\n# a comment\nEMPTY=\n` };
  const first = await configured.deploy(inputs);
  expect(first.exitCode, first.log).toBe(0);
  expect(await askHeroku(heroku(), "GET", "/apps/configured/config-vars")).toMatchObject({
    GREETING: secret,
    EMPTY: "",
  });
  const second = await configured.deploy(inputs);
  expect(statuses(second.report)["set-config"]).toBe("unchanged");
  expect(second.report.result).toBe("unchanged");
  const shown = [first, second]
    .map(
      ({ log, summary, report }) => log.replace(/^::add-mask::.*$/gm, "") + summary + JSON.stringify(report),
    )
    .join("");
  expect(shown).not.toContain(secret);
});
