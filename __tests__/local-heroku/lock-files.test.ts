import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { GUNICORN_HOST } from "../../src/local-heroku/dynos/reach.ts";
import type { Notice } from "../../src/rehearsal/notice.ts";
import { pythonEnvironment } from "../support/python-environment.ts";
import { localHeroku } from "./support/instance.ts";
import { ownPackage } from "./support/own-package.ts";
import { type Files, source } from "./support/source.ts";
import { visit } from "./support/visit.ts";

vi.setConfig({ testTimeout: 60_000 });

const run = promisify(execFile);
const cacheFolder = await mkdtemp(join(tmpdir(), "cache-"));
afterAll(() => rm(cacheFolder, { recursive: true, force: true }));
/** The version that Heroku installs. */
const uvFolder = await pythonEnvironment(["uv==0.12.5"]);
const notices: Notice[] = [];
const heroku = await localHeroku({ cacheFolder, tell: (one) => notices.push(one) });

/** Tells over HTTP what can be imported. */
const SERVER = `
import http.server, importlib.util, os

class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        names = [name for name in ("own", "tool") if importlib.util.find_spec(name)]
        self.wfile.write(" ".join(names).encode())

http.server.HTTPServer(("${GUNICORN_HOST}", int(os.environ["PORT"])), Page).serve_forever()
`;

const PROJECT = `
[project]
name = "shop"
version = "1.0"
requires-python = ">=3.10"
dependencies = ["own"]

[dependency-groups]
dev = ["tool"]

[tool.uv]
package = false

[tool.uv.sources]
own = { path = "lib/own" }
tool = { path = "lib/tool" }
`;

const APP: Files = {
  ".python-version": "3.13\n",
  Procfile: "web: python server.py\n",
  "server.py": SERVER,
};

async function created(name: string): Promise<unknown> {
  return (await heroku.api("POST", "/apps", { body: { name } })).get("web_url");
}

/** A PATH with nothing on it but git, a shell and what is given. */
async function onPath(programs: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "path-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const name of ["git", "sh", "env"]) {
    const { stdout } = await run("which", [name]);
    await symlink(stdout.trim(), join(folder, name));
  }
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), text, { mode: 0o755 });
  }
  vi.stubEnv("PATH", folder);
}

test("uv.lock is installed by uv, without the groups for development", async () => {
  const url = await created("by-uv");
  vi.stubEnv("PATH", `${uvFolder}:${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const files = {
    ...ownPackage("own", "WORD = 1\n"),
    ...ownPackage("tool", "\n"),
    "pyproject.toml": PROJECT,
  };
  const app = await source({ ...APP, ...files });
  await run(join(uvFolder, "uv"), ["lock", "--offline", "--quiet"], { cwd: app.folder });
  await app.commit();
  const first = await app.push(heroku, "by-uv");
  expect(first.output).toContain("-----> Installing uv 0.12.5");
  expect(first.output).not.toContain("Heroku has uv");
  expect(first.output).toContain(
    "-----> Installing dependencies using 'uv sync --locked --no-default-groups'",
  );
  expect((await visit(url)).text).toBe("own");
  await app.commit({ "pyproject.toml": PROJECT.replace(`["own"]`, `["own", "tool"]`) });
  const stale = await app.push(heroku, "by-uv");
  expect(stale.output).toContain("Error: Unable to install dependencies using uv.");
  expect(stale.code).toBe(1);
});

test.for([
  ["poetry.lock", "poetry", "poetry 2.4.1"],
  ["Pipfile.lock", "pipenv", "pipenv 2026.7.1"],
  ["uv.lock", "uv", "uv 0.12.5"],
] as const)("%s without its tool on this machine", async ([file, tool, words]) => {
  await created(`without-${tool}`);
  await onPath({});
  const { code, output } = await (await source({ ...APP, [file]: "{}" })).push(heroku, `without-${tool}`);
  expect(output).toContain(`Error: ${tool} is not installed on this machine.`);
  expect(output).toContain(`Heroku would install ${words}, and go on.`);
  expect(notices).toContainEqual({
    kind: "difference",
    about: "package-manager",
    sentence: expect.stringContaining(`installs with ${tool}, which is not on this machine`),
  });
  expect(notices).toContainEqual(expect.objectContaining({ code: "PACKAGE_MANAGER_MISSING" }));
  expect(code).toBe(1);
});

test.for([
  [
    "poetry.lock",
    "[metadata]\n",
    "poetry",
    "Poetry (version 2.3.0)",
    ["sync", "--only", "main", "--no-ansi", "--no-interaction"],
    { POETRY_VIRTUALENVS_CREATE: "false" },
    "Heroku has Poetry 2.4.1. The local Heroku uses 2.3.0",
  ],
  [
    "Pipfile.lock",
    "{}",
    "pipenv",
    "pipenv, version 2025.1.2",
    ["install", "--deploy"],
    { PIPENV_SYSTEM: "1", PIP_EXTRA_INDEX_URL: "http://127.0.0.1:1/simple" },
    "Heroku has Pipenv 2026.7.1. The local Heroku uses 2025.1.2",
  ],
] as const)("%s: the command that is run", async ([file, lock, tool, version, args, variables, words]) => {
  const name = `fake-${tool}`;
  await created(name);
  const vars = { PIP_EXTRA_INDEX_URL: "http://127.0.0.1:1/simple", NOT_FOR_TOOLS: "1" };
  await heroku.api("PATCH", `/apps/${name}/config-vars`, { body: vars });
  await onPath({
    [tool]: `#!/bin/sh\nif [ "$1" = --version ]; then echo "${version}"; exit; fi\necho "argv: $@"; env\n`,
  });
  const { code, output } = await (await source({ ...APP, [file]: lock })).push(heroku, name);
  expect(output).toContain(`argv: ${args.join(" ")} `);
  const seen = Object.fromEntries(
    [...output.matchAll(/^remote: {8}(\w+)=(.*?) *$/gm)].map(([, k, v]) => [k, v]),
  );
  expect(seen).toMatchObject({ ...variables, VIRTUAL_ENV: expect.stringMatching(/\/venvs\//) });
  expect(seen.PATH).toMatch(new RegExp(`^${seen.VIRTUAL_ENV}/bin:`));
  expect(seen).not.toHaveProperty("NOT_FOR_TOOLS");
  expect(output).toContain(words);
  expect(code).toBe(0);
});

test("an environment with the app itself in it is not kept for others", async () => {
  const kept = await readdir(join(cacheFolder, "venvs"));
  expect(kept.filter((name) => name.endsWith(".json"))).toHaveLength(1);
});
