import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { alive } from "./support/alive.ts";
import { localHeroku } from "./support/instance.ts";
import { credentials, source, WSGI } from "./support/source.ts";
import { stream } from "./support/stream.ts";
import { until, visit } from "./support/visit.ts";

const heroku = await localHeroku();
const { api } = heroku;
let number = 0;

async function createApp(): Promise<string> {
  const name = `push-${++number}`;
  await api("POST", "/apps", { body: { name } });
  return name;
}

test("a push is built, released and served, with Heroku's words", async () => {
  const name = await createApp();
  const app = await source({ ...WSGI, "README.md": "read me" });
  const { code, output } = await app.push(heroku, name);
  const said = output.replace(/ +$/gm, "");
  expect(said).toContain("* [new branch]");
  expect(code).toBe(0);
  const expected = [
    /^remote: Updated 5 paths from [0-9a-f]{7}$/,
    /^remote: Compressing source files\.\.\. done\.$/,
    /^remote: Building source:$/,
    /^remote: -----> Building on the Heroku-24 stack$/,
    /^remote: -----> Using buildpack: heroku\/python$/,
    /^remote: -----> Python app detected$/,
    /^remote: -----> Using Python 3\.13 specified in \.python-version$/,
    /^remote: -----> Installing dependencies using 'pip install -r requirements\.txt'$/,
    /^remote: -----> Discovering process types$/,
    /^remote: {8}Procfile declares types -> web$/,
    /^remote: -----> Compressing\.\.\.$/,
    /^remote: {8}Done: [\d.]+M$/,
    /^remote: -----> Launching\.\.\.$/,
    /^remote: {8}Released v3$/,
    /^remote: {8}http:\/\/127\.0\.0\.1:\d+\/ deployed to Heroku$/,
    /^remote: Verifying deploy\.\.\. done\.$/,
  ];
  const lines = said.split("\n");
  const places = expected.map((pattern) => lines.findIndex((line) => pattern.test(line)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const url = (await api("GET", `/apps/${name}`)).get("web_url");
  expect(await visit(url, "/hello")).toMatchObject({ status: 200, json: { path: "/hello" } });
});

test("the API knows the push as a build, a slug and a release of that commit", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  await app.push(heroku, name);
  const commit = (await app.git("rev-parse", "HEAD")).output.trim();
  const builds = await api("GET", `/apps/${name}/builds`);
  expect(builds.body).toMatchObject([{ status: "succeeded", source_blob: { version: commit } }]);
  const build = await api("GET", `/apps/${name}/builds/${builds.get(0, "id")}`);
  const slug = await api("GET", `/apps/${name}/slugs/${build.get("slug", "id")}`);
  expect(slug.body).toMatchObject({
    commit,
    commit_description: "A change",
    process_types: { web: "gunicorn app:app" },
  });
  const release = await api("GET", `/apps/${name}/releases/${build.get("release", "id")}`);
  expect(release.body).toMatchObject({
    version: 3,
    description: `Deploy ${commit.slice(0, 8)}`,
    status: "succeeded",
    current: true,
    slug: { id: slug.get("id") },
  });
  expect((await api("GET", `/apps/${name}/formation`)).body).toMatchObject([{ type: "web", quantity: 1 }]);
});

test("the same commit again is up to date, and nothing happens", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  await app.push(heroku, name);
  const { code, output } = await app.push(heroku, name);
  expect(output).toContain("Everything up-to-date");
  expect(code).toBe(0);
  expect((await api("GET", `/apps/${name}/builds`)).body).toHaveLength(1);
});

test("the next commit is served as soon as the push is done, and its requirements are not installed again", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  await app.push(heroku, name);
  await app.commit({ "new.txt": "" });
  const { output } = await app.push(heroku, name);
  expect(output).toContain("Restoring cache");
  expect(output).toContain("Released v4");
  const url = (await api("GET", `/apps/${name}`)).get("web_url");
  expect((await visit(url)).json.files).toContain("new.txt");
});

test("another branch is taken and not built", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  const { code, output } = await app.push(heroku, name, { refspec: "HEAD:refs/heads/feature" });
  expect(output).toContain("Pushed to branch other than [main, master], skipping build.");
  expect(code).toBe(0);
  expect((await api("GET", `/apps/${name}/releases`)).body).toHaveLength(2);
});

test("master is built like main", async () => {
  const name = await createApp();
  const { output } = await (await source(WSGI)).push(heroku, name, { refspec: "HEAD:refs/heads/master" });
  expect(output).toContain("Released v3");
});

test("the branch cannot be deleted", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  await app.push(heroku, name);
  const { code, output } = await app.push(heroku, name, { refspec: ":refs/heads/main" });
  expect(output).toContain("(pre-receive hook declined)");
  expect(code).toBe(1);
});

test("history that was changed needs force", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  await app.push(heroku, name);
  await app.git("commit", "--quiet", "--amend", "--message", "Another past");
  const refused = await app.push(heroku, name);
  expect(refused.output).toMatch(/\[rejected\].*\((non-fast-forward|fetch first)\)/);
  expect(refused.code).toBe(1);
  const forced = await app.push(heroku, name, { force: true });
  expect(forced.output).toContain("Released v4");
});

test("a shallow clone is refused by git itself, and nothing is built", async () => {
  const name = await createApp();
  const origin = await source(WSGI);
  await origin.commit({ "second.txt": "" });
  const app = await source({});
  await app.git("fetch", "--quiet", "--depth", "1", `file://${origin.folder}`, "main");
  await app.git("reset", "--quiet", "--hard", "FETCH_HEAD");
  const { code, output } = await app.push(heroku, name);
  expect(output).toContain("Push rejected, source repository is a shallow clone");
  expect(output).toContain("(shallow update not allowed)");
  expect(code).toBe(1);
  expect((await api("GET", `/apps/${name}/builds`)).body).toEqual([]);
  expect((await api("GET", `/apps/${name}/releases`)).body).toHaveLength(2);
});

test("a wrong key", async () => {
  const name = await createApp();
  const { code, output } = await (await source(WSGI)).push(heroku, name, { password: "wrong" });
  expect(output).toContain("Do not authenticate with username and password using git");
  expect(output).toContain("Authentication failed");
  expect(code).toBe(128);
});

test("an app that is not there", async () => {
  const { code, output } = await (await source(WSGI)).push(heroku, "nobody");
  expect(output).toContain("No such app as nobody.");
  expect(output).toMatch(/repository .* not found/);
  expect(code).toBe(128);
});

test("a failed build refuses the push, and says so again when the same commit comes again", async () => {
  const name = await createApp();
  const app = await source({ ...WSGI, "requirements.txt": "no-such-package-as-this-one==0\n" });
  const first = await app.push(heroku, name);
  expect(first.code).toBe(1);
  for (const words of [
    "No matching distribution found for no-such-package-as-this-one==0",
    " !     Error: Unable to install dependencies using pip.",
    " !     Push rejected, failed to compile Python app.",
    " !     Push failed",
    `!\tPush rejected to ${name}.`,
    "! [remote rejected] HEAD -> main (pre-receive hook declined)",
  ]) {
    expect(first.output).toContain(words);
  }
  expect(first.output).not.toContain("has already been built");
  const second = await app.push(heroku, name);
  expect(second.output).toContain("## Warning - The same version of this code has already been built:");
  const builds = await api("GET", `/apps/${name}/builds`);
  expect(builds.body).toMatchObject([
    { status: "failed", slug: null, release: null },
    { status: "failed", slug: null, release: null },
  ]);
  expect((await api("GET", `/apps/${name}/releases`)).body).toHaveLength(2);
});

test("too many builds at once", async () => {
  const name = await createApp();
  heroku.scenario.concurrentBuilds = 0;
  onTestFinished(() => void delete heroku.scenario.concurrentBuilds);
  const { code, output } = await (await source(WSGI)).push(heroku, name);
  expect(output).toContain("!\tYour account has reached its concurrent builds limit");
  expect(output).toContain("(pre-receive hook declined)");
  expect(code).toBe(1);
});

test("a push that is broken off ends its build and every process of it", async () => {
  const name = await createApp();
  const app = await source({ ...WSGI, "bin/pre_compile": "#!/bin/sh\necho pid $$\nexec sleep 300\n" });
  const push = spawn("git", [...credentials(heroku), "push", `${heroku.url}/${name}.git`, "HEAD:main"], {
    cwd: app.folder,
    env: { PATH: process.env.PATH },
    detached: true,
  });
  let output = "";
  push.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const pid = Number(await until(() => /pid (\d+)/.exec(output)?.[1]));
  process.kill(-Number(push.pid), "SIGKILL");
  await once(push, "close");
  await until(async () => (await api("GET", `/apps/${name}/builds`)).get(0, "status") === "failed");
  await until(async () => (await alive([pid])).length === 0);
});

test("the output of a build can be read from the API while it is running", async () => {
  const name = await createApp();
  const app = await source({ ...WSGI, "bin/pre_compile": "#!/bin/sh\necho early\nsleep 3\n" });
  let ended = false;
  const pushed = app.push(heroku, name).then(() => {
    ended = true;
  });
  const url = await until(async () => (await api("GET", `/apps/${name}/builds`)).get(0, "output_stream_url"));
  const output = await stream(heroku, String(url));
  await output.until("early");
  expect(ended).toBe(false);
  await output.until("Released v3");
  await pushed;
});

test("git can clone what was pushed", async () => {
  const name = await createApp();
  const app = await source(WSGI);
  await app.push(heroku, name);
  const clone = await app.git(
    ...credentials(heroku),
    "clone",
    "--quiet",
    `${heroku.url}/${name}.git`,
    "clone",
  );
  expect(clone.code).toBe(0);
  const ids = await Promise.all([app.git("rev-parse", "HEAD"), app.git("-C", "clone", "rev-parse", "HEAD")]);
  expect(ids[1].output).toBe(ids[0].output);
});

test("a connection that breaks at the end of a push does not undo the deploy", async () => {
  const name = await createApp();
  heroku.scenario.fault = ({ method, path }) => {
    return method === "POST" && path === `/${name}.git/git-receive-pack` ? { kind: "drop-after" } : undefined;
  };
  onTestFinished(() => void delete heroku.scenario.fault);
  const { code, output } = await (await source(WSGI)).push(heroku, name);
  expect(code).not.toBe(0);
  expect(output).not.toContain("Released");
  expect((await api("GET", `/apps/${name}/releases/3`)).body).toMatchObject({
    status: "succeeded",
    current: true,
  });
});
