import { expect, onTestFinished, test, vi } from "vitest";
import { localHeroku } from "./support/instance.ts";
import { ownPackage } from "./support/own-package.ts";
import { source, WSGI } from "./support/source.ts";
import { stream } from "./support/stream.ts";
import { until, visit } from "./support/visit.ts";

vi.setConfig({ testTimeout: 60_000 });

/** What a runner's job may have in its environment. */
const SECRETS = [
  "GITHUB_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "INPUT_HEROKU-API-KEY",
  "HEROKU_API_KEY",
  "AWS_SECRET_ACCESS_KEY",
  "NPM_TOKEN",
  "NODE_OPTIONS_OF_MINE",
  "SSH_AUTH_SOCK",
  "DATABASE_URL",
  "PGPASSWORD",
  "UV_PUBLISH_TOKEN",
  "POETRY_PYPI_TOKEN_PYPI",
  "TWINE_PASSWORD",
  "VIRTUAL_ENV",
  "PYTHONPATH",
];

const SHOW = "echo names: $(env | sed -n 's/=.*//p' | sort | tr '\\n' ' ')";
const HOOK = `#!/bin/sh\nenv\n${SHOW}\n`;

/** The names that somebody saw who printed them. */
function seen(text: string, after: string): string[] {
  const [, names = ""] = /names: (.*)/.exec(text.slice(text.indexOf(after))) ?? [];
  return names.trim().split(" ");
}

const SHELL = ["PWD", "OLDPWD", "SHLVL", "_", "LC_CTYPE", "LOCAL_HEROKU_PROCESS"];
const HOOKS = [
  "BUILD_DIR",
  "CACHE_DIR",
  "HOME",
  "LANG",
  "PATH",
  "STACK",
  "SOURCE_VERSION",
  "PYTHONUNBUFFERED",
];
const PYTHON = [
  "PYTHONPATH",
  "PYTHONUNBUFFERED",
  "FORWARDED_ALLOW_IPS",
  "GUNICORN_CMD_ARGS",
  "WEB_CONCURRENCY",
];
const DYNOS = [
  ...PYTHON,
  "WEB_CONCURRENCY_SET_BY",
  "DYNO",
  "DYNO_RAM",
  "HOME",
  "LANG",
  "PATH",
  "DATABASE_URL",
  "MINE",
];

test("nothing of this machine's environment reaches the app's code, whatever runs it", async () => {
  for (const name of SECRETS) vi.stubEnv(name, `canary-of-${name}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const heroku = await localHeroku({}, onTestFinished);
  const app = { app: "canaries" };
  const url = (await heroku.api("POST", "/apps", { body: { name: app.app } })).get("web_url");
  await heroku.api("POST", "/apps/canaries/addons", { body: { plan: "heroku-postgresql" } });
  await heroku.api("PATCH", "/apps/canaries/config-vars", { body: { MINE: "yes" } });
  const { output, code } = await (
    await source({
      ...WSGI,
      ...ownPackage(
        "own",
        "WORD = 1\n",
        `import pathlib; pathlib.Path("../../from-backend.txt").write_text("\\n".join(f"{k}={v}" for k, v in os.environ.items()))`,
      ),
      "requirements.txt": "gunicorn==23.0.0\n./lib/own\n",
      Procfile: `web: gunicorn app:app\nrelease: env; ${SHOW}\n`,
      "bin/pre_compile": HOOK,
      "bin/post_compile": `${HOOK}cat from-backend.txt\n`,
    })
  ).push(heroku, app.app);
  expect(code, output).toBe(0);
  expect(output).not.toContain("canary");
  expect(output).toMatch(/ DATABASE_URL=postgres:\/\/u\w+:p\w+@localhost:\d+\/d\w+ /);
  const hooks = [
    ...HOOKS,
    "TMPDIR",
    "PIP_DISABLE_PIP_VERSION_CHECK",
    "PIP_REQUIRE_VIRTUALENV",
    "DATABASE_URL",
    "MINE",
    "LD_LIBRARY_PATH",
    ...SHELL,
  ];
  for (const place of ["bin/pre_compile hook", "bin/post_compile hook"]) {
    expect(seen(output, place)).toContain("MINE");
    expect(seen(output, place).filter((name) => !hooks.includes(name))).toEqual([]);
  }
  const dynos = [...DYNOS, "LD_LIBRARY_PATH", ...SHELL];
  const release = seen(output, "Running release command");
  expect(release).toContain("DATABASE_URL");
  expect(release).not.toContain("PORT");
  expect(release.filter((name) => !dynos.includes(name))).toEqual([]);

  const env = Object(await visit(url)).json.env;
  expect(env).toMatchObject({
    DATABASE_URL: expect.stringMatching(/^postgres:\/\//),
    PYTHONUNBUFFERED: "true",
  });
  expect(JSON.stringify(env)).not.toContain("canary");

  await heroku.api("POST", "/apps/canaries/dynos", { body: { command: `env; ${SHOW}` } });
  const text = await until(async () => {
    const session = await heroku.api("POST", "/apps/canaries/log-sessions", { body: { lines: 1500 } });
    const read = await stream(heroku, String(session.get("logplex_url")));
    await read.ended;
    return /app\[run\.\d+\]: names: /.test(read.text()) ? read.text() : undefined;
  });
  expect(text).not.toContain("canary");
});
