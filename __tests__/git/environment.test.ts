import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { gitEnvironment, trusting, withConfig } from "../../src/git/environment.ts";
import { folder, git, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";
import { gitServer, KEY, pushed } from "./pushing.ts";
import { type Trap, trap } from "./trap.ts";

const PLACE = { path: "/usr/bin", home: "/home", gitDir: "/q.git", workspace: "/w" };

test("certificates and proxies are passed on, and nothing else", () => {
  const job = {
    https_proxy: "http://proxy:1",
    NO_PROXY: "localhost",
    GIT_SSL_CAINFO: "/ca.pem",
    GIT_TRACE: "1",
    GIT_DIR: "/evil",
    GITHUB_TOKEN: "token",
    INPUT_HEROKU_API_KEY: "key",
    LD_PRELOAD: "/evil.so",
    ALL_PROXY: "",
  };
  const { https_proxy, NO_PROXY, ...rest } = gitEnvironment(job, PLACE);
  expect([https_proxy, NO_PROXY]).toEqual([job.https_proxy, job.NO_PROXY]);
  expect(rest).toEqual(withConfig(gitEnvironment({}, PLACE), [["http.sslCAInfo", job.GIT_SSL_CAINFO]]));
});

test("an authority of one host counts for that host alone", () => {
  const host = new URL("https://localhost:5443");
  const environment = gitEnvironment({}, PLACE);
  expect(trusting(environment, { host })).toBe(environment);
  expect(trusting(environment, { host, caFile: "/ca.pem" })).toEqual(
    withConfig(environment, [
      ["http.https://localhost:5443.sslCAInfo", "/ca.pem"],
      ["http.https://localhost:5443.proxy", ""],
    ]),
  );
});

test("this is all that a git without a network sees", () => {
  const { GIT_CONFIG_COUNT, ...environment } = gitEnvironment({}, PLACE);
  const entries = Array.from({ length: Number(GIT_CONFIG_COUNT) }, (_, index) => [
    environment[`GIT_CONFIG_KEY_${index}`],
    environment[`GIT_CONFIG_VALUE_${index}`],
  ]);
  expect(Object.fromEntries(entries)).toEqual({
    "core.hooksPath": "/dev/null",
    "core.fsmonitor": "false",
    "safe.bareRepository": "explicit",
    "safe.directory": "/w",
    "credential.helper": "",
    "http.sslVerify": "true",
    "http.followRedirects": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "advice.graftFileDeprecated": "false",
  });
  const others = Object.entries(environment).filter(([name]) => !/^GIT_CONFIG_(?:KEY|VALUE)_/.test(name));
  expect(Object.fromEntries(others)).toEqual({
    PATH: "/usr/bin",
    HOME: "/home",
    LANG: "C",
    GIT_DIR: "/q.git",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "",
  });
});

test("configuration is added behind what is there", () => {
  const first = withConfig({}, [["a.b", "1"]]);
  expect(
    withConfig(first, [
      ["c.d", "2"],
      ["a.b", ""],
    ]),
  ).toEqual({
    GIT_CONFIG_COUNT: "3",
    GIT_CONFIG_KEY_0: "a.b",
    GIT_CONFIG_VALUE_0: "1",
    GIT_CONFIG_KEY_1: "c.d",
    GIT_CONFIG_VALUE_1: "2",
    GIT_CONFIG_KEY_2: "a.b",
    GIT_CONFIG_VALUE_2: "",
  });
});

type Scene = Trap & { readonly base: string; readonly output: string };

/** Variables that a step before ours may have left in the job, and what they do to a plain git. */
const HOSTILE: readonly (readonly [name: string, variables: (scene: Scene) => Record<string, string>])[] = [
  [
    "GIT_TRACE_CURL",
    ({ output }) => ({ GIT_TRACE_CURL: output, GIT_TRACE_REDACT: "0", GIT_TRACE_CURL_NO_DATA: "0" }),
  ],
  ["GIT_TRACE_CURL on the terminal", () => ({ GIT_TRACE_CURL: "1", GIT_TRACE_REDACT: "0" })],
  ["GIT_CURL_VERBOSE", () => ({ GIT_CURL_VERBOSE: "1", GIT_TRACE_REDACT: "0" })],
  ["GIT_TRACE", ({ output }) => ({ GIT_TRACE: output, GIT_TRACE_PACKET: output, GIT_TRACE_SETUP: output })],
  [
    "GIT_TRACE2",
    ({ output }) => ({ GIT_TRACE2_EVENT: output, GIT_TRACE2_ENV_VARS: "FLASK_HEROKU_DEPLOY_PASSWORD" }),
  ],
  ["GIT_EXEC_PATH", ({ folder }) => ({ GIT_EXEC_PATH: folder })],
  ["GIT_ASKPASS", ({ program }) => ({ GIT_ASKPASS: program, SSH_ASKPASS: program })],
  ["GIT_SSH", ({ program }) => ({ GIT_SSH: program, GIT_SSH_COMMAND: program, GIT_PROXY_COMMAND: program })],
  ["GIT_CONFIG_COUNT", (scene) => configCount(`url.${scene.server.url("")}.insteadOf`, scene.base)],
  ["GIT_CONFIG_COUNT with a hook", ({ folder }) => configCount("core.hooksPath", folder)],
  ["GIT_CONFIG_PARAMETERS", ({ server }) => ({ GIT_CONFIG_PARAMETERS: `'http.proxy=${server.url("")}'` })],
  ["GIT_CONFIG_GLOBAL", ({ folder }) => ({ GIT_CONFIG_GLOBAL: join(folder, ".gitconfig") })],
  [
    "GIT_CONFIG_SYSTEM",
    ({ folder }) => ({ GIT_CONFIG_SYSTEM: join(folder, ".gitconfig"), GIT_CONFIG_NOSYSTEM: "0" }),
  ],
  ["HOME", ({ folder }) => ({ HOME: folder })],
  ["XDG_CONFIG_HOME", ({ folder }) => ({ XDG_CONFIG_HOME: folder })],
  ["GIT_TEMPLATE_DIR", ({ folder }) => ({ GIT_TEMPLATE_DIR: folder })],
  ["GIT_DIR", ({ folder }) => ({ GIT_DIR: folder, GIT_WORK_TREE: folder, GIT_COMMON_DIR: folder })],
  [
    "GIT_OBJECT_DIRECTORY",
    ({ folder }) => ({ GIT_OBJECT_DIRECTORY: folder, GIT_ALTERNATE_OBJECT_DIRECTORIES: folder }),
  ],
  ["GIT_NAMESPACE", () => ({ GIT_NAMESPACE: "evil" })],
  ["GIT_SHALLOW_FILE", ({ folder }) => ({ GIT_SHALLOW_FILE: join(folder, "shallow") })],
  ["GIT_INDEX_FILE", ({ folder }) => ({ GIT_INDEX_FILE: join(folder, "index") })],
  ["BASH_ENV and ENV", ({ program }) => ({ BASH_ENV: program, ENV: program })],
  ["LANGUAGE", () => ({ LC_ALL: "de_DE.UTF-8", LANGUAGE: "de" })],
];

test.for(HOSTILE)("%s in the job's environment does nothing", async ([, variables]) => {
  const catcher = await trap();
  const output = join(await folder(), "output");
  const workspace = await folder();
  const head = await repository(workspace);
  const server = await gitServer();
  const bare = await server.create("app.git");
  const scene = { ...catcher, output, base: server.url("") };
  await writeFile(
    join(catcher.folder, ".gitconfig"),
    `[url "${catcher.server.url("")}"]\n\tinsteadOf = ${scene.base}\n`,
  );
  await mkdir(join(catcher.folder, "git"));
  await writeFile(join(catcher.folder, "git/config"), `[core]\n\thooksPath = ${catcher.folder}\n`);
  for (const name of ["pre-push", "git-remote-http", "git-push"]) {
    await writeFile(join(catcher.folder, name), await readFile(catcher.program), { mode: 0o755 });
  }

  const opening = await opened(workspace, {}, { PATH: process.env.PATH, ...variables(scene) });
  expect(await opening.head()).toBe(head);
  expect(await opening.list(head, ".")).toHaveLength(1);
  const { outcome, lines } = await pushed(opening, {
    commit: await opening.prepare(head, "."),
    url: server.url("app.git"),
  });

  expect([outcome, lines]).toEqual(["pushed", []]);
  expect(await git(bare, "rev-parse", "main")).toBe(head);
  expect(await catcher.caught()).toEqual([]);
  await expect(readdir(output)).rejects.toMatchObject({ code: "ENOENT" });
});

test("the hostile variables do what they are feared for", async () => {
  const workspace = await folder();
  await repository(workspace);
  const server = await gitServer();
  await server.create("app.git");
  const { stderr } = await promisify(execFile)(
    "git",
    ["push", server.url("app.git").replace("//", `//heroku:${KEY}@`), "HEAD:refs/heads/main"],
    { cwd: workspace, env: { PATH: process.env.PATH, GIT_TRACE_CURL: "1", GIT_TRACE_REDACT: "0" } },
  );
  expect(stderr).toContain(Buffer.from(`heroku:${KEY}`).toString("base64"));
});

function configCount(key: string, value: string): Record<string, string> {
  return { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: key, GIT_CONFIG_VALUE_0: value };
}
