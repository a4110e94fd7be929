import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { localHeroku } from "./support/instance.ts";
import { type Source, source, WSGI } from "./support/source.ts";
import { stream } from "./support/stream.ts";
import { until, visit } from "./support/visit.ts";

const heroku = await localHeroku({ releasePhaseLimitMs: 4_000 });
const { api } = heroku;
let number = 0;

/** An app that was pushed once. */
async function deployed(files = WSGI): Promise<{ name: string; app: Source; url: string; output: string }> {
  const name = `release-${++number}`;
  const url = String((await api("POST", "/apps", { body: { name } })).get("web_url"));
  const app = await source(files);
  const { output } = await app.push(heroku, name);
  return { name, app, url, output };
}

const withPhase = (release: string) => ({ Procfile: `web: gunicorn app:app\nrelease: ${release}\n` });

test("a release phase runs before the release is current", async () => {
  const { name, url, output } = await deployed({ ...WSGI, ...withPhase("echo migrating $DYNO; sleep 0.3") });
  expect(output).toContain(" !     Release command declared: this new release will not be available until");
  expect(output).toContain("Running release command...");
  expect(output).toMatch(/migrating release\.\d{4}/);
  expect(output).toContain("Waiting for release.... done.");
  const release = await api("GET", `/apps/${name}/releases/3`);
  expect(release.body).toMatchObject({ status: "succeeded", current: true });
  const phase = await stream(heroku, String(release.get("output_stream_url")));
  await phase.ended;
  expect(phase.text()).toMatch(/^migrating release\.\d{4}\n$/);
  expect(phase.contentType).toContain("text/plain");
  expect((await visit(url)).status).toBe(200);
});

test("while it runs, the release is pending and the old code goes on", async () => {
  const { name, app, url } = await deployed();
  await app.commit({ "new.txt": "", ...withPhase("sleep 1") });
  const pushed = app.push(heroku, name);
  await until(async () => (await api("GET", `/apps/${name}/releases/4`)).get("status") === "pending");
  expect((await visit(url)).json.files).not.toContain("new.txt");
  expect((await api("GET", `/apps/${name}/releases/current`)).get("version")).toBe(3);
  await pushed;
  expect((await visit(url)).json.files).toContain("new.txt");
});

test("when it fails the push succeeds, the release is failed, and the old code goes on", async () => {
  const { name, app, url } = await deployed();
  await app.commit({ "new.txt": "", ...withPhase("echo no database; exit 3") });
  const { code, output } = await app.push(heroku, name);
  expect(code).toBe(0);
  expect(output).toContain("no database");
  expect(output).toContain("Waiting for release.... failed.");
  expect((await api("GET", `/apps/${name}/releases/4`)).body).toMatchObject({
    status: "failed",
    current: false,
    eligible_for_rollback: false,
  });
  expect((await visit(url)).json.files).not.toContain("new.txt");
  const again = await app.push(heroku, name);
  expect(again.output).toContain("Everything up-to-date");
});

test("the slug of a failed release can be released again", async () => {
  const { name, app, url } = await deployed();
  await app.commit({ ...withPhase('test -n "$READY"'), "new.txt": "" });
  await app.push(heroku, name);
  const slug = (await api("GET", `/apps/${name}/releases/4`)).get("slug", "id");
  await api("PATCH", `/apps/${name}/config-vars`, { body: { READY: "yes" } });
  const retried = await api("POST", `/apps/${name}/releases`, { body: { slug, description: "Retry of v4" } });
  expect(retried).toMatchObject({ status: 201, body: { description: "Retry of v4", status: "pending" } });
  const path = `/apps/${name}/releases/${retried.get("id")}`;
  await until(async () => (await api("GET", path)).get("status") === "succeeded");
  expect((await visit(url)).json.files).toContain("new.txt");
});

test("a release phase that takes too long expires", async () => {
  const { name, output } = await deployed({ ...WSGI, ...withPhase("exec sleep 300") });
  expect(output).toContain("Waiting for release.... failed.");
  expect((await api("GET", `/apps/${name}/releases/3`)).get("status")).toBe("expired");
});

test("a rollback brings back the slug and the config vars, and runs the release phase again", async () => {
  const { name, app, url } = await deployed({ ...WSGI, ...withPhase("echo phase of $COLOUR") });
  await api("PATCH", `/apps/${name}/config-vars`, { body: { COLOUR: "blue" } });
  await app.commit({ "new.txt": "" });
  await app.push(heroku, name);
  await api("PATCH", `/apps/${name}/config-vars`, { body: { COLOUR: "red" } });
  await until(async () => (await visit(url)).text.includes('"COLOUR": "red"'));
  const target = (await api("GET", `/apps/${name}/releases/4`)).get("id");
  const rolledBack = await api("POST", `/apps/${name}/releases`, { body: { release: target } });
  expect(rolledBack.body).toMatchObject({ version: 7, description: "Rollback to v4", status: "pending" });
  await until(async () => (await api("GET", `/apps/${name}/releases/7`)).get("status") === "succeeded");
  const { json } = await visit(url);
  expect(json).toMatchObject({ env: { COLOUR: "blue" } });
  expect(json.files).not.toContain("new.txt");
  expect((await api("GET", `/apps/${name}/config-vars`)).body).toEqual({ COLOUR: "blue" });
  const phase = await stream(
    heroku,
    String((await api("GET", `/apps/${name}/releases/7`)).get("output_stream_url")),
  );
  await phase.until("phase of blue");
});

test("a change of config vars restarts the dynos", async () => {
  const { name, url } = await deployed();
  await api("PATCH", `/apps/${name}/config-vars`, { body: { GREETING: "hello" } });
  expect((await visit(url)).json).toMatchObject({ env: { GREETING: "hello" } });
});

test("an older release phase that ends late does not bring old code back", async () => {
  const { name, app, url } = await deployed();
  await app.commit({ "slow.txt": "", ...withPhase("sleep 1") });
  const slow = app.push(heroku, name);
  await until(async () => (await api("GET", `/apps/${name}/releases/4`)).get("status") === "pending");
  const fast = (await api("GET", `/apps/${name}/releases/3`)).get("id");
  await api("POST", `/apps/${name}/releases`, { body: { release: fast } });
  await slow;
  await sleep(200);
  expect((await api("GET", `/apps/${name}/releases/current`)).get("version")).toBe(5);
  expect((await visit(url)).json.files).not.toContain("slow.txt");
});

test("a release phase is left alone by what happens to the formation meanwhile", async () => {
  const { name, app } = await deployed({ ...WSGI, ...withPhase("true") });
  await app.commit(withPhase("sleep 0.7; echo to the end"));
  const pushed = app.push(heroku, name);
  await until(async () => (await api("GET", `/apps/${name}/releases/4`)).get("status") === "pending");
  await api("PATCH", `/apps/${name}/formation/web`, { body: { quantity: 0 } });
  await api("DELETE", `/apps/${name}/dynos`);
  expect((await pushed).output).toContain("Waiting for release.... done.");
});
