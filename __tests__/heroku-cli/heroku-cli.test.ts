import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startLocalHeroku } from "../../src/local-heroku/start.ts";
import { CACHE } from "../local-heroku/support/instance.ts";
import { WSGI } from "../local-heroku/support/source.ts";
import { commandLine, isInstalled } from "./run-cli.ts";

const installed = await isInstalled();

test("the real Heroku CLI is installed", ({ skip }) => {
  if (!installed && process.env.CI !== "true") {
    console.warn("The Heroku CLI is not installed: run `npm ci --ignore-scripts` in __tests__/heroku-cli.");
    skip();
  }
  expect(installed, "run `npm ci --ignore-scripts` in __tests__/heroku-cli").toBe(true);
});

/** In the order of a user's first day; each command needs those before it. */
const suite = async () => {
  const requests: string[] = [];
  const heroku = await startLocalHeroku({
    cacheFolder: CACHE,
    slowProvisioningMs: 1_000,
    scenario: {
      fault: ({ method, path }) => {
        requests.push(`${method} ${path}`);
        return undefined;
      },
    },
  });
  afterAll(() => heroku.stop());
  const folder = await mkdtemp(join(tmpdir(), "cli-app-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const cli = await commandLine(heroku, folder);

  /** Runs a command that must end well, and gives its words. */
  const ok = async (...command: Parameters<typeof cli>) => {
    const { code, output } = await cli(...command);
    expect(code, output).toBe(0);
    return output;
  };

  test("auth:whoami", async () => {
    expect(await ok("heroku", "auth:whoami")).toContain("dev@example.com");
    // A CLI that dislikes HEROKU_HOST goes to the real Heroku.
    expect(requests).toContain("GET /account");
  });

  test("create", async () => {
    await ok("git", "init", "--quiet", "--initial-branch=main");
    for (const [name, text] of Object.entries(WSGI)) await writeFile(join(folder, name), text);
    await ok("git", "add", "--all");
    await ok("git", "commit", "--quiet", "--message", "An app");
    expect(await ok("heroku", "create", "cli-app")).toContain(`${heroku.url}/cli-app.git`);
  });

  test("git:remote", async () => {
    await ok("git", "remote", "remove", "heroku");
    await ok("heroku", "git:remote", "--app", "cli-app");
    expect(await ok("git", "remote", "get-url", "heroku")).toBe(`${heroku.url}/cli-app.git\n`);
  });

  test("git push, with the credentials that the CLI gives to git", async () => {
    const output = await ok("git", "push", "heroku", "main");
    expect(output).toContain("Released v3");
    expect(output).toContain("Verifying deploy... done.");
  });

  test("addons:create --wait", async () => {
    const output = await ok("heroku", "addons:create", "heroku-postgresql:essential-0", "--wait");
    expect(output).toContain("as DATABASE_URL");
  });

  test("pg:promote of the database that is DATABASE already", async () => {
    const { code, output } = await cli("heroku", "pg:promote", "DATABASE");
    expect(output).toContain("is already promoted");
    expect(code).toBe(2);
  });

  test("pg:promote of a second one", async () => {
    await ok("heroku", "addons:create", "heroku-postgresql:essential-0", "--name", "second", "--wait");
    expect(await ok("heroku", "pg:promote", "second")).toContain(
      "Promoting second to DATABASE_URL on cli-app... done",
    );
  });

  test("pg:info", async () => {
    const output = await ok("heroku", "pg:info");
    // The CLI sorts a database's names, and its second name is a colour of chance.
    expect(output).toMatch(/^=== (?:.*, )?DATABASE_URL(?:,.*)?$/m);
    expect(output).toMatch(/Status:\s+Available/);
  });

  test("config and config:set", async () => {
    expect(await ok("heroku", "config:set", "GREETING=hello")).toContain("GREETING: hello");
    const output = await ok("heroku", "config");
    expect(output).toMatch(/DATABASE_URL:\s+postgres:\/\//);
    expect(output).toMatch(/GREETING:\s+hello/);
  });

  test("run, with the command's exit status", async () => {
    const good = await cli(
      "heroku",
      "run",
      "--exit-code",
      "--",
      "python -c \"import os; print(os.environ['GREETING'])\"",
    );
    expect(good.output).toMatch(/^hello$/m);
    expect(good.code).toBe(0);
    const bad = await cli("heroku", "run", "--exit-code", "--", 'python -c "print(2); raise SystemExit(7)"');
    expect(bad.output).toMatch(/^2$/m);
    expect(bad.code).toBe(7);
  });

  test("ps and ps:scale", async () => {
    expect(await ok("heroku", "ps:scale", "web=1")).toContain("now running web at 1:Basic");
    await ok("heroku", "ps:wait");
    expect(await ok("heroku", "ps")).toMatch(/web\.1: up/);
  });

  test("logs", async () => {
    const output = await ok("heroku", "logs");
    expect(output).toContain("heroku[web.1]: State changed from starting to up");
    expect(output).toMatch(/app\[web\.1\]: .*Starting gunicorn/);
  });

  test("releases and rollback", async () => {
    expect(await ok("heroku", "releases")).toMatch(/Set GREETING config vars/);
    expect(await ok("heroku", "rollback", "v3")).toMatch(/Rolling back cli-app to v3\.\.\. done, v\d+/);
    expect(await ok("heroku", "releases")).toContain("Rollback to v3");
    expect(await ok("heroku", "config")).not.toContain("GREETING");
    expect(await ok("heroku", "rollback")).toMatch(/done, v\d+/);
  });

  test("apps:info", async () => {
    const output = await ok("heroku", "apps:info");
    expect(output).toContain("=== cli-app");
    expect(output).toMatch(/Dynos:\s+web: 1/);
  });

  test("apps:destroy", async () => {
    expect(await ok("heroku", "apps:destroy", "--app", "cli-app", "--confirm", "cli-app")).toContain("done");
    const { code, output } = await cli("heroku", "apps:info", "--app", "cli-app");
    expect(output).toContain("Couldn't find that app.");
    expect(code).toBe(2);
  });
};

if (installed) describe("the real CLI takes this for Heroku", { timeout: 60_000 }, suite);
