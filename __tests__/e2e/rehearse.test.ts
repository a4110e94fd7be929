import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { MODULE_APP } from "../support/flask-apps.ts";
import { obeyed } from "../support/github-runner.ts";
import { rehearse } from "../support/rehearsing.ts";
import { git } from "../support/repository.ts";
import { TINY_APP } from "../support/step-world.ts";

const LONG = { timeout: 120_000 };

/** Secrets and files of a job, as the runner and a careless workflow put them into the environment. */
const JOB = {
  GITHUB_TOKEN: "ghs_a-token-of-the-job",
  ACTIONS_RUNTIME_TOKEN: "runtime-token",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "id-token",
  ACTIONS_RUNTIME_URL: "https://runtime.invalid",
  GITHUB_ENV: "/runner/env",
  GITHUB_PATH: "/runner/path",
  RUNNER_TRACKING_ID: "github_1",
  AWS_SECRET_ACCESS_KEY: "aws-secret",
  NODE_OPTIONS: "--no-warnings",
};

/** Writes the names and values that it can see into a file of its own. */
const DUMP = `
import os, uuid
with open(os.path.join(os.environ["DUMP"], f"{os.environ.get('DYNO', 'build')}-{uuid.uuid4()}"), "w") as file:
    file.write("\\n".join(f"{name}={value}" for name, value in os.environ.items()))
`;

/** Looks about in the build hooks, in the release phase, in the one-off dyno and in the web process. */
const CURIOUS = {
  ...MODULE_APP,
  Procfile: "web: gunicorn app:app\nrelease: python dump.py\n",
  "dump.py": DUMP,
  "app.py": `import dump\n${MODULE_APP["app.py"]}`,
  "bin/pre_compile": "env > $DUMP/pre_compile\n",
  "bin/post_compile": "env > $DUMP/post_compile\n",
};

test("code of the repository sees nothing of the job, and leaves nothing", LONG, async () => {
  const dump = await mkdtemp(join(tmpdir(), "dump-"));
  onTestFinished(() => rm(dump, { recursive: true, force: true }));
  const fork = { number: 7, head: { repo: { id: 2 } }, base: { repo: { id: 1 } } };
  const { exitCode, log, outputs, report, summary, left, workspace } = await rehearse(
    CURIOUS,
    { "config-vars": `DUMP=${dump}`, "github-token": "ghs_a-token-of-the-input", comment: "off" },
    { env: JOB, event: { name: "pull_request", payload: { pull_request: fork } } },
  );
  expect(exitCode, log).toBe(0);
  expect(outputs).toMatchObject({ result: "rehearsed", app: "", url: "", "error-code": "" });
  expect(report?.tables?.created).toEqual(["note"]);
  expect(report?.steps.at(-1)).toMatchObject({ id: "restart-dyno", status: "changed" });
  expect(`${JSON.stringify(report)}${summary}`).not.toMatch(/127\.0\.0\.1|localhost:/);

  const runnerFiles = dirname(dirname(dirname(outputs["report-file"] ?? "")));
  const names = (await readdir(dump)).toSorted();
  const places = ["post_compile", "pre_compile", "release.", "run.", "web.1"];
  expect(places.filter((place) => !names.some((name) => name.startsWith(place)))).toEqual([]);
  for (const name of names) {
    const text = await readFile(join(dump, name), "utf8");
    for (const secret of Object.values(JOB)) expect(text, name).not.toContain(secret);
    expect(text.match(/^(GITHUB|ACTIONS|INPUT|RUNNER|STATE|HEROKU_API)\w*/gm), name).toBeNull();
    expect(text, name).not.toContain("ghs_");
    expect(text, name).not.toContain(workspace);
    expect(text, name).not.toContain(runnerFiles);
  }
  expect(await left()).toEqual([]);
  expect(await git(workspace, "remote")).toBe("");
});

/** Healthy at every start, since it makes its own tables; what was in them is gone. */
const SQLITE = {
  ...MODULE_APP,
  "app.py": `${MODULE_APP["app.py"]?.replace(/os\.environ.*/, '"sqlite:///notes.db"')}
with app.app_context():
    db.create_all()
`,
};

test("data that a restart takes with it is an error that was seen", LONG, async () => {
  const { exitCode, log, outputs, report, left } = await rehearse(SQLITE);
  expect(exitCode, log).toBe(1);
  expect(outputs).toMatchObject({ result: "failed", "error-code": "CHECKS_FAILED" });
  const found = report?.findings.filter(({ check }) => check === "sqlite-on-ephemeral-disk");
  expect(found).toMatchObject([
    {
      level: "error",
      rehearsed: "proved",
      problem: expect.stringContaining("`instance/notes.db` went with its dyno"),
    },
  ]);
  expect(obeyed(log).filter(({ command }) => command === "error").length).toBeGreaterThan(0);
  expect(await left()).toEqual([]);
});

test("an app that does not start fails where it fails, and its finding is proved", LONG, async () => {
  const files = { ...MODULE_APP, Procfile: "web: gunicorn app:application\n" };
  const { exitCode, log, outputs, report, left } = await rehearse(files);
  expect(exitCode, log).toBe(1);
  expect(outputs).toMatchObject({ result: "failed", "error-code": "TABLES_ATTRIBUTE_MISSING" });
  expect(report?.findings).toMatchObject([{ check: "web-target", level: "error", rehearsed: "proved" }]);
  expect(report?.steps.map(({ id }) => id)).not.toContain("roll-back");
  expect(await left()).toEqual([]);
});

test.for([
  ["premium-0", { "error-code": "", result: "rehearsed" }],
  ["hobby-dev", { "error-code": "POSTGRES_PLAN", result: "failed" }],
] as const)("the plan %s is judged as on Heroku", LONG, async ([plan, end]) => {
  const { outputs, log, left } = await rehearse(TINY_APP, { "postgres-plan": plan });
  expect(outputs, log).toMatchObject(end);
  expect(await left()).toEqual([]);
});

test.for([
  ["an input", { "heroku-api-key": "HRKU-key" }, {}],
  ["a variable", {}, { HEROKU_API_KEY: "HRKU-key" }],
] as const)("nothing starts beside a key in %s", async ([, inputs, env]) => {
  const { outputs, log, left } = await rehearse(MODULE_APP, inputs, { env });
  expect(outputs, log).toMatchObject({ result: "failed", "error-code": "REHEARSAL_WITH_KEY" });
  expect(await left()).toEqual([]);
});

/** Starts a program where the folders of PostgreSQL are empty, for it alone: a mount namespace of its own. */
const WITHOUT_POSTGRES = [
  ...["unshare", "--mount", "sh", "-c"],
  'for place in /usr/lib/postgresql /usr/pgsql-*; do test ! -d "$place" || mount -t tmpfs none "$place" || exit; done; exec "$@"',
  "sh",
];

test("a machine without PostgreSQL says so at once, and nothing is left", LONG, async ({ skip }) => {
  const [command = "", ...args] = [...WITHOUT_POSTGRES, "true"];
  const canHide = await promisify(execFile)(command, args).then(
    () => true,
    () => false,
  );
  skip(process.getuid?.() !== 0 || !canHide, "needs root and unshare(1), to hide this machine's PostgreSQL");
  const home = await mkdtemp(join(tmpdir(), "offline-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  // Nor can npm fetch one.
  await writeFile(join(home, ".npmrc"), "registry=http://127.0.0.1:9/\nfetch-retries=0\n");
  const start = performance.now();
  const { outputs, log, report, left } = await rehearse(
    TINY_APP,
    {},
    { through: WITHOUT_POSTGRES, env: { HOME: home, XDG_CACHE_HOME: join(home, "cache") } },
  );
  expect(outputs, log).toMatchObject({ result: "failed", "error-code": "POSTGRES_MISSING" });
  expect(report?.error?.fix).toContain("apt install postgresql");
  expect(performance.now() - start).toBeLessThan(30_000);
  expect(await left()).toEqual([]);
});

test.for(["SIGINT", "SIGKILL"] as const)("nothing is left after %s in the build", LONG, async (signal) => {
  const files = { ...MODULE_APP, "bin/pre_compile": "echo now it takes long\nsleep 60\n" };
  let [pid, seen, at] = [0, "", 0];
  const { outputs, log, left } = await rehearse(
    files,
    {},
    {
      onStart: (started) => {
        pid = started;
      },
      onLog: (chunk) => {
        seen += chunk;
        if (at !== 0 || !seen.includes("now it takes long")) return;
        at = performance.now();
        process.kill(pid, signal);
      },
    },
  );
  expect(at, log).toBeGreaterThan(0);
  expect(outputs.result).toBe(signal === "SIGINT" ? "cancelled" : undefined);
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
});
