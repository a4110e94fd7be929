import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkIds } from "../src/checks/index.ts";
import { readSettings } from "../src/settings.ts";

const KEY = "HRKU-AA0123456789abcdef";
const settings = (inputs: Record<string, string> = {}, env: NodeJS.ProcessEnv = {}, event: unknown = {}) =>
  readSettings(
    (name) => ({ app: "my-app", "heroku-api-key": KEY, ...inputs })[name] ?? "",
    env,
    event,
    checkIds,
  );

test("the defaults are those of action.yml", async () => {
  const { inputs } = parse(await readFile(join(import.meta.dirname, "..", "action.yml"), "utf8")) as {
    inputs: Record<string, { default?: string }>;
  };
  const defaults = Object.fromEntries(
    Object.entries(inputs).map(([name, { default: value }]) => [
      name,
      value?.startsWith("${{") ? "" : (value ?? ""),
    ]),
  );
  expect(settings({ ...defaults, app: "my-app", "heroku-api-key": KEY })).toEqual(settings());
  expect(settings()).toMatchObject({
    mode: "deploy",
    appDir: ".",
    createApp: true,
    region: undefined,
    postgres: "heroku-postgresql:essential-0",
    tables: { kind: "auto" },
    healthTimeoutMs: 90_000,
    rollback: true,
    python: { kind: "default" },
  });
});

test("every input of action.yml is read, and no other", async () => {
  const text = await readFile(join(import.meta.dirname, "..", "action.yml"), "utf8");
  const { inputs } = parse(text) as { inputs: Record<string, unknown> };
  const read = new Set<string>();
  readSettings(
    (name) => {
      read.add(name);
      return { app: "my-app", "heroku-api-key": KEY }[name] ?? "";
    },
    {},
    {},
    checkIds,
  );
  expect([...read].toSorted()).toEqual(Object.keys(inputs).toSorted());
});

test.for([
  ["app-dir", "./services//web/", { appDir: "services/web" }],
  ["app-dir", "services\\web", { appDir: "services/web" }],
  ["postgres-plan", "heroku-postgresql:standard-0", { postgres: "heroku-postgresql:standard-0" }],
  ["postgres-plan", "none", { postgres: "off" }],
  ["tables", "shop.web:create_app('x')", { tables: { kind: "object", target: "shop.web:create_app('x')" } }],
  ["tables-command", "flask init-db", { tables: { kind: "command", command: "flask init-db" } }],
  ["create-app", "FALSE", { createApp: false }],
  [
    "config-vars",
    "# no\n\nA=1\r\n  B = no\n".replace("  B = no\n", "B=x = y\n"),
    { configVars: { A: "1", B: "x = y" } },
  ],
  [
    "skip-checks",
    "procfile-web, procfile-name\nweb-target",
    { skipChecks: ["procfile-web", "procfile-name", "web-target"] },
  ],
  ["python", "off", { python: { kind: "off" } }],
  ["python", "/usr/bin/python3.12", { python: { kind: "path", path: "/usr/bin/python3.12" } }],
  ["heroku-api-key", `  ${KEY}\n`, { apiKey: KEY }],
  ["heroku-host", "http://localhost:5000", { herokuHost: new URL("http://localhost:5000") }],
] as const)("%s: %j", ([name, value, expected]) => {
  expect(settings({ [name]: value })).toMatchObject(expected);
});

test.for([
  ["mode", "deplyo"],
  ["app", ""],
  ["app", "My_App"],
  ["app", "a/../../account"],
  ["app", "ends-with-dash-"],
  ["app-dir", "../other"],
  ["app-dir", "/etc"],
  ["app-dir", "a/.git/hooks"],
  ["app-dir", "a\0b"],
  ["create-app", "yes"],
  ["region", "us; rm -rf"],
  ["config-vars", "A"],
  ["config-vars", "1A=x"],
  ["config-vars", "A=1\nA=2"],
  ["config-vars", "FLASK_HEROKU_DEPLOY_REVIEW_APP=octo/app#7"],
  ["postgres-plan", "Essential 0"],
  ["tables", "something"],
  ["health-path", "//evil.example"],
  ["health-path", "status.html"],
  ["health-path", "/\\evil.example"],
  ["health-path", "/a b"],
  ["health-timeout", "soon"],
  ["health-timeout", "0"],
  ["health-timeout", "1e9"],
  ["fail-on", "notice"],
  ["skip-checks", "no-such-check"],
  ["comment", "sometimes"],
  ["heroku-host", "http://api.heroku.com"],
  ["heroku-host", "https://user@api.heroku.com"],
  ["heroku-host", "ftp://localhost"],
] as const)("%s: %j is refused, by name and with a fix, unquoted", ([name, value]) => {
  let thrown: unknown;
  try {
    settings({ [name]: value });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({
    code: "INPUT_INVALID",
    message: expect.stringContaining(`\`${name}\``),
    fix: expect.stringMatching(/\w/),
  });
  if (value.length > 3) expect((thrown as Error).message).not.toContain(value);
});

test.for(["two\nlines-of-a-key", "zero\u200bwidth", "in side"])(
  "a key such as %j is refused by its position alone",
  (key) => {
    expect(() => settings({ "heroku-api-key": key })).toThrow(/position \d+/);
    expect(() => settings({ "heroku-api-key": key })).not.toThrow(key);
  },
);

const OF_7 = { pull_request: { number: 7 } };

test.for([
  ["shop-pr-{number}", "shop-pr-7"],
  ["shop-{number}", "shop-7"],
  ["shop-{number}-web", "shop-7-web"],
  ["shop2-{number}", "shop2-7"],
] as const)("the template %s names the review app %s", ([app, name]) => {
  expect(settings({ app }, {}, OF_7)).toMatchObject({ app: name, reviewOf: 7 });
});

test.for([
  ["shop{number}", OF_7],
  ["shop1{number}", OF_7],
  ["shop-1{number}", OF_7],
  ["shop-{number}1", OF_7],
  ["shop-{number}x-{number}", OF_7],
  ["shop-{number}-{number}", OF_7],
  ["{number}", OF_7],
  ["{number}-shop", OF_7],
  ["shop-{name}", OF_7],
  ["shop-{ number }", OF_7],
  ["a-name-that-is-just-much-too-long-{number}", OF_7],
  ["shop-pr-{number}", {}],
] as const)("the template %s is refused on %j", ([app, event]) => {
  expect(() => settings({ app }, {}, event)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }));
});

test("no two pull requests share an app, and a name without {number} is no review app", () => {
  const names = [1, 2, 12, 21, 112].map(
    (number) => settings({ app: "shop-1-{number}" }, {}, { pull_request: { number } }).app,
  );
  expect(new Set(names).size).toBe(names.length);
  expect(settings({ app: "shop-7" }, {}, OF_7).reviewOf).toBeUndefined();
});

test("mode check takes a template without a pull request", () => {
  expect(settings({ mode: "check", app: "shop-pr-{number}" })).toMatchObject({
    app: "",
    reviewOf: undefined,
  });
});

test("tables and tables-command exclude each other", () => {
  expect(() => settings({ tables: "migrate", "tables-command": "flask init-db" })).toThrow(/tables-command/);
});

test("mode check needs no app and no key", () => {
  expect(settings({ mode: "check", app: "", "heroku-api-key": "" })).toMatchObject({
    mode: "check",
    apiKey: undefined,
  });
});

test.for([
  ["the same repository", { head: { repo: { id: 1 } }, base: { repo: { id: 1 } } }, false],
  ["a fork", { head: { repo: { id: 2 } }, base: { repo: { id: 1 } } }, true],
  ["a fork that was deleted", { head: { repo: null }, base: { repo: { id: 1 } } }, true],
  ["no ids", {}, true],
] as const)("a pull request of %s", ([, ids, fromFork]) => {
  expect(settings({}, {}, { pull_request: { number: 3, ...ids } }).run.pullRequest).toEqual({
    number: 3,
    fromFork,
    head: "",
  });
});

test.for([null, [], "text", 7, {}, { pull_request: { number: "3" } }])(
  "the event %o is no pull request",
  (event) => {
    expect(settings({}, {}, event).run.pullRequest).toBeUndefined();
  },
);
