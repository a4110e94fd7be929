import { expect, test } from "vitest";
import { askHeroku, type Files, localHeroku, type TestApp } from "../support/deploying.ts";
import { MODULE_APP } from "../support/flask-apps.ts";

const LONG = 120_000;
const { heroku, app } = localHeroku();

type Release = { version: number; current: boolean; slug: { id: string } | null };

async function currentRelease(name: string): Promise<Release | undefined> {
  const releases = await askHeroku<Release[]>(heroku(), "GET", `/apps/${name}/releases`);
  return releases.find((release) => release.current);
}

/** An app with a good release, which a bad commit must leave current. */
async function deployed(name: string): Promise<{ app: TestApp; good: Release | undefined }> {
  const made = await app(name, MODULE_APP);
  const first = await made.deploy();
  expect(first.exitCode, first.log).toBe(0);
  return { app: made, good: await currentRelease(name) };
}

const CRASHING = `${MODULE_APP["app.py"]}
if "web" in os.environ["DYNO"]:
    raise RuntimeError("this app does not start")
`;
const ON_ONE_OFF = `${MODULE_APP["app.py"]}\nif "run" in os.environ["DYNO"]:\n    import nowhere\n`;
const BAD_PAGE = `${MODULE_APP["app.py"]}\n@app.before_request\ndef fail():\n    raise ValueError("no")\n`;
const QUICK = { "health-timeout": "3" };

/** `says` is in the end of the log that the report has. */
type BadCommit = { files: Files; code: string; result: string; says?: string; inputs?: Files };

const BAD_COMMITS: Record<string, BadCommit> = {
  "build-fails": {
    files: { "requirements.txt": "Flask==3.1.3\ngunicorn==23.0.0\nno-such-package-on-any-index==1.0\n" },
    code: "BUILD_FAILED",
    result: "failed",
    says: "No matching distribution found for no-such-package-on-any-index",
  },
  "release-fails": {
    files: { Procfile: "web: gunicorn app:app\nrelease: exit 9\n" },
    code: "RELEASE_FAILED",
    result: "failed",
  },
  "web-crashes": {
    files: { "app.py": CRASHING },
    code: "WEB_CRASHED",
    result: "rolled-back",
    // Heroku tries a crashed dyno again at once: it takes two crashes until nothing more is to be waited for.
    inputs: { "health-timeout": "40" },
  },
  "page-fails": { files: { "app.py": BAD_PAGE }, code: "UNHEALTHY", result: "rolled-back", inputs: QUICK },
  "text-is-missing": {
    files: { "notes.txt": "" },
    code: "UNHEALTHY",
    result: "rolled-back",
    inputs: { ...QUICK, "health-contains": "not there" },
  },
  "tables-fail": {
    files: { "app.py": ON_ONE_OFF },
    code: "TABLES_MODULE_MISSING",
    result: "rolled-back",
    says: "No module named 'nowhere'",
  },
};

test.for(Object.entries(BAD_COMMITS))(
  "%s, and the release before serves on",
  { timeout: LONG },
  async ([name, { files, code, result, says = "", inputs }]) => {
    const { app, good } = await deployed(name);
    await app.commit(files);
    const { exitCode, report, outputs, log } = await app.deploy(inputs);
    expect(exitCode, log).toBe(1);
    expect(report.result, log).toBe(result);
    expect(outputs["error-code"], log).toBe(code);
    expect(report.logTail.join("\n")).toContain(says);
    const current = await currentRelease(name);
    expect(current?.slug).toEqual(good?.slug);
    expect(report.live?.version).toBe(current?.version);
    await expect
      .poll(async () => (await fetch(outputs.url ?? "")).text(), { timeout: 15_000 })
      .toBe("a row from Postgres");
  },
);

test("a first deploy that fails has nothing to go back to, and says what it left", {
  timeout: LONG,
}, async () => {
  const first = await app("first-fails", { ...MODULE_APP, "app.py": CRASHING });
  const { report, exitCode } = await first.deploy({ "health-timeout": "5" });
  expect(exitCode).toBe(1);
  expect(report.result).toBe("failed");
  expect(report.left.join(" ")).toMatch(/app first-fails was created.*database postgresql-\S+ was created/);
  expect(report.steps.at(-1)).toMatchObject({ id: "roll-back", status: "skipped" });
});

test("a release phase that failed is run again by the same commit, without a build", {
  timeout: LONG,
}, async () => {
  const { app } = await deployed("release-again");
  await app.commit({ Procfile: 'web: gunicorn app:app\nrelease: test "$READY" = yes\n' });
  const failed = await app.deploy();
  expect(failed.outputs["error-code"], failed.log).toBe("RELEASE_FAILED");
  const again = await app.deploy({ "config-vars": "READY=yes" });
  expect(again.exitCode, again.log).toBe(0);
  expect(again.report.result).toBe("deployed");
  expect(again.report.steps.find((step) => step.id === "push")?.status).toBe("unchanged");
});

test("an error of the checks stops before Heroku is touched", { timeout: LONG }, async () => {
  const { Procfile: _, ...files } = MODULE_APP;
  const unchecked = await app("no-procfile", files);
  const { report, exitCode, outputs } = await unchecked.deploy();
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ result: "failed", "error-code": "CHECKS_FAILED", findings: "1" });
  expect(report.findings).toMatchObject([{ check: "procfile-missing" }]);
  expect(await askHeroku(heroku(), "GET", "/apps/no-procfile")).toMatchObject({ id: "not_found" });
});

test("mode check needs neither key nor app", { timeout: LONG }, async () => {
  const checked = await app("only-checked", MODULE_APP);
  const { report, exitCode, log } = await checked.deploy({ mode: "check", app: "", "heroku-api-key": "" });
  expect(exitCode, log).toBe(0);
  expect(report).toMatchObject({ result: "checked", app: null });
});

test("a fork's pull request gets the checks, and is told why no more", { timeout: LONG }, async () => {
  const forked = await app("forked", MODULE_APP);
  const payload = { pull_request: { number: 7, head: { repo: { id: 2 } }, base: { repo: { id: 1 } } } };
  const { report, exitCode, log } = await forked.deploy(
    { "heroku-api-key": "" },
    { event: { name: "pull_request", payload } },
  );
  expect(exitCode, log).toBe(0);
  expect(report.result).toBe("skipped");
});

test.for([
  ["no key", { "heroku-api-key": "" }, "KEY_MISSING"],
  ["a wrong key", { "heroku-api-key": "HRKU-wrong-key-of-somebody" }, "KEY_REFUSED"],
  ["a key with a line break inside", { "heroku-api-key": "HRKU-half\nHRKU-half" }, "KEY_MALFORMED"],
  ["a name that Heroku does not take", { app: "My_App" }, "INPUT_INVALID"],
  ["an app that is not to be created", { app: "is-not-there", "create-app": "false" }, "APP_NOT_FOUND"],
  ["a plan that is gone", { app: "dead-plan", "postgres-plan": "hobby-dev" }, "POSTGRES_PLAN"],
  ["a region that is none", { app: "no-region", region: "moon" }, "REGION_UNKNOWN"],
] as const)("%s", { timeout: LONG }, async ([name, inputs, code]) => {
  const refused = await app("refused", MODULE_APP);
  const { exitCode, outputs, report, log } = await refused.deploy(inputs);
  expect(exitCode, `${name}\n${log}`).toBe(1);
  expect(outputs).toMatchObject({ result: "failed", "error-code": code });
  expect(report.error?.fix).toMatch(/\w/);
  const value = Object.values(inputs)[0];
  if (code === "KEY_REFUSED") expect(log.replace(/^::add-mask::.*$/gm, "")).not.toContain(value);
});
