import { afterEach, beforeEach, expect, test } from "vitest";
import { showDeployment } from "../../src/github/deployment.ts";
import { closeLeftDeployment } from "../../src/github/left-deployment.ts";
import { type Pace, unhurried } from "../../src/github/patience.ts";
import type { GitHubRun } from "../../src/github-run.ts";
import type { Report } from "../../src/report/report.ts";
import { type Fault, type GitHub, startGitHub } from "../support/github.ts";
import { noticeLog, runOn, TOKEN, waitedClock } from "../support/github-scene.ts";
import { deployed, failed } from "../support/reports.ts";

let github: GitHub;
let notices: string[];
let noted: string[];

beforeEach(async () => {
  github = await startGitHub();
  notices = [];
  noted = [];
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

type Asked = {
  environment?: string | undefined;
  token?: string | undefined;
  app?: string;
  reviewOf?: number | undefined;
  run?: Partial<GitHubRun>;
  pace?: Partial<Pace>;
};

const COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d";
const run = "https://github.com/octo/app/actions/runs/99";
const app = "https://example-app-0123456789ab.herokuapp.com/";

function open(asked: Asked = {}) {
  const { app = "example-app", reviewOf, run = { event: "push", pullRequest: undefined } } = asked;
  const environment = "environment" in asked ? asked.environment : "example-app";
  const githubToken = "token" in asked ? asked.token : TOKEN;
  const clock = waitedClock();
  const pace = { ...unhurried(new AbortController().signal), clock, ...asked.pace };
  const edge = {
    log: noticeLog(notices, (text) => text.replaceAll("s3cr3t", "***")),
    note: (_: "deployment", value: string) => noted.push(value),
  };
  const settings = { environment, githubToken, run: runOn(github, run), app, reviewOf };
  return { ...showDeployment(settings, edge, pace), waited: clock.waited };
}

/** A run from its beginning to its end. */
async function show(report: Report, asked: Asked = {}) {
  const { begin, end, waited } = open(asked);
  begin(COMMIT);
  return { deployment: await end(report), waited };
}

const states = () => github.deployments.map(({ statuses }) => statuses.map(({ state }) => state));
const writes = () => github.requests.filter((line) => line.startsWith("POST"));

test("a deploy is in progress, then a success", async () => {
  const { begin, end } = open();
  begin(COMMIT);
  await expect.poll(states).toEqual([["in_progress"]]);
  expect(noted).toEqual(["1"]);
  expect(await end(deployed())).toEqual({ id: 1, environment: "example-app", state: "success" });
  expect(github.deployments).toEqual([
    {
      id: 1,
      ref: COMMIT,
      environment: "example-app",
      payload: { app: "example-app", key: expect.stringMatching(/^[\w-]{36}$/) },
      transient: false,
      production: false,
      statuses: [
        { state: "in_progress", log_url: run, environment_url: "", description: "" },
        {
          state: "success",
          log_url: run,
          environment_url: app,
          description: "Deployed example-app v5",
        },
      ],
    },
  ]);
  expect(noted).toEqual(["1", "1 success", ""]);
  expect(github.requests).toEqual([
    "POST /repos/octo/app/deployments",
    "POST /repos/octo/app/deployments/1/statuses",
    "POST /repos/octo/app/deployments/1/statuses",
  ]);
  expect(notices).toEqual([]);
});

test.for([
  ["deployed", deployed(), "success", "inactive"],
  ["unchanged: the commit is live", deployed({ result: "unchanged" }), "success", "inactive"],
  ["failed", failed(), "failure", "success"],
  [
    "rolled back: the deployment before is live again",
    failed({ result: "rolled-back" }),
    "failure",
    "success",
  ],
  ["cancelled", failed({ result: "cancelled" }), "failure", "success"],
] as const)("%s", async ([, report, state, before]) => {
  await show(deployed());
  expect((await show(report)).deployment).toEqual({ id: 2, environment: "example-app", state });
  expect(states().map((all) => all.at(-1))).toEqual([before, state]);
});

test.for<[string, Partial<GitHubRun>, string]>([
  ["a push", { event: "push", sha: COMMIT, pullRequest: undefined }, COMMIT],
  ["a merge of a pull request", { sha: COMMIT }, "the head"],
  ["another commit, checked out by `ref:`", { sha: "a merge" }, COMMIT],
  ["pull_request_target", { event: "pull_request_target", sha: COMMIT }, COMMIT],
])("the deployment of %s is of the right commit", async ([, parts, ref]) => {
  const pullRequest = { number: 7, fromFork: false, head: "the head" };
  await show(deployed(), { run: { pullRequest, ...parts } });
  expect(github.deployments[0]?.ref).toBe(ref);
});

test("a review app's environment is transient, and `production` is production by its name", async () => {
  await show(deployed(), { reviewOf: 7 });
  await show(deployed(), { environment: "production" });
  expect(github.deployments).toMatchObject([
    { environment: "example-app", transient: true, production: false },
    { environment: "production", transient: false, production: true },
  ]);
});

test("a description is short and holds no secret", async () => {
  const name = `s3cr3t${"\u{1f600}".repeat(300)}`;
  const gitUrl = "https://git.heroku.com/example-app.git";
  await show(deployed({ app: { name, url: null, gitUrl } }));
  expect(github.deployments[0]?.statuses[1]).toMatchObject({
    state: "success",
    environment_url: "",
    description: expect.stringMatching(/^Deployed \*\*\*\u{1f600}{128}$/u),
  });
});

test.for<[string, Asked]>([
  ["`environment: off`", { environment: undefined }],
  ["no token", { token: undefined }],
  ["no GitHub", { run: { repository: "" } }],
])("%s shows nothing and says nothing", async ([, asked]) => {
  expect((await show(deployed(), asked)).deployment).toBe(null);
  expect(github.requests).toEqual([]);
  expect(notices).toEqual([]);
});

test("a run that deploys nothing shows nothing", async () => {
  expect(await open().end(failed())).toBe(null);
  expect(github.requests).toEqual([]);
});

test.for<[Fault["when"], Fault["how"]]>([
  ["before", "reset"],
  ["after", "reset"],
  ["before", 502],
  ["after", 503],
  ["before", "hang"],
  ["after", "hang"],
  ["after", "page"],
])("a create that fails %s it is carried out (%s) makes one deployment", async ([when = "before", how]) => {
  github.faults.push({ method: "POST", path: "/deployments", when, how });
  await show(deployed(), { pace: how === "hang" ? { answerMs: 500 } : {} });
  expect(states()).toEqual([["in_progress", "success"]]);
  expect(notices).toEqual([]);
});

test("a lost first state does not keep the last one", async () => {
  github.faults.push({ method: "POST", path: "/statuses", how: 403 });
  expect((await show(deployed())).deployment).toMatchObject({ state: "success" });
  expect(states()).toEqual([["success"]]);
  expect(notices).toEqual([]);
});

test("a secondary limit is waited for", async () => {
  const how = { status: 403, headers: { "retry-after": "7" }, message: "Slow down" } as const;
  github.faults.push({ method: "POST", path: "/deployments", how });
  const { waited } = await show(deployed());
  expect(waited).toEqual([7_000]);
  expect(states()).toEqual([["in_progress", "success"]]);
});

const permission = "give the job `permissions: deployments: write`, or set `environment: off`.";
const down: Fault[] = Array.from({ length: 50 }, () => ({ method: "POST", how: 503 }));

test.for<[string, (github: GitHub) => void, string, number]>([
  ["read only", (it) => (it.permissions.deployments = "read"), `GitHub answered 403; ${permission}`, 1],
  ["no permission", (it) => (it.permissions.deployments = "none"), `GitHub answered 403; ${permission}`, 1],
  [
    "a conflict",
    (it) => it.faults.push({ method: "POST", how: 409 }),
    `GitHub answered 409; ${permission}`,
    1,
  ],
  [
    "a commit that was never pushed",
    (it) => it.faults.push({ method: "POST", how: 422 }),
    "it does not know the commit, or refuses the name in `environment` (422).",
    1,
  ],
  [
    "a refused token",
    (it) => it.faults.push({ method: "POST", how: 401 }),
    "GitHub refuses the token in the input `github-token`.",
    1,
  ],
  ["down", (it) => it.faults.push(...down), "GitHub did not answer in time. The next run writes it.", 3],
])("%s is one notice", async ([, arrange, notice, sends]) => {
  arrange(github);
  expect((await show(deployed())).deployment).toBe(null);
  expect(notices).toEqual([`The deployment could not be shown on GitHub: ${notice}`]);
  expect(writes().length).toBe(sends);
});

test("a last state that GitHub does not take leaves the first one, and its wish for the post step", async () => {
  const { begin, end, waited } = open();
  begin(COMMIT);
  await expect.poll(states).toEqual([["in_progress"]]);
  github.faults.push(...down);
  expect(await end(deployed())).toMatchObject({ state: "in_progress" });
  expect(noted.at(-1)).toBe("1 success");
  expect(notices.length).toBe(1);
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(60_000);
});

test("what is on its way when the run ends shares the last minute", async () => {
  const how = { status: 403, headers: { "retry-after": "55" }, message: "Slow down" } as const;
  github.faults.push({ method: "POST", path: "/deployments", how });
  for (let times = 0; times < 50; times++)
    github.faults.push({ method: "POST", path: "/statuses", how: 503 });
  const { waited } = await show(deployed());
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(60_000);
  expect(noted.at(-1)).toBe("1 success");
});

test("a cancelled run does not wait long", async () => {
  const { begin, end, waited } = open();
  begin(COMMIT);
  await expect.poll(states).toEqual([["in_progress"]]);
  github.faults.push(...down);
  await end(failed({ result: "cancelled" }));
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3_000);
});

test("a GitHub that never answers is left when the time after a cancel is over", async () => {
  const grace = new AbortController();
  github.faults.push({ method: "POST", how: "hang" });
  const { begin, end } = open({ pace: unhurried(grace.signal) });
  begin(COMMIT);
  await expect.poll(writes).toHaveLength(1);
  const start = performance.now();
  grace.abort(new Error("the run was cancelled"));
  expect(await end(failed({ result: "cancelled" }))).toBe(null);
  expect(performance.now() - start).toBeLessThan(3_000);
  expect(notices.length).toBe(1);
});

const destroyed = deployed({ result: "destroyed", mode: "destroy" });

test("the deployments of a review app that was removed are inactive, those of other apps are not", async () => {
  const review = { app: "app-pr-7", environment: "review", reviewOf: 7 };
  await show(deployed(), review);
  await show(failed(), review);
  await show(deployed(), { ...review, app: "app-pr-8" });
  await show(deployed(), { ...review, environment: "app-pr-7" });
  const before = writes().length;

  const { end } = open(review);
  expect(await end(destroyed)).toEqual({ id: 2, environment: "review", state: "inactive" });
  expect(states().map((all) => all.at(-1))).toEqual(["inactive", "inactive", "success", "success"]);
  expect(writes().length - before).toBe(2);

  expect(await open(review).end({ ...destroyed, result: "unchanged" })).toMatchObject({ state: "inactive" });
  expect(writes().length - before).toBe(2);
});

test("the many deployments of a review app that was removed have a minute each, and no further run", async () => {
  const review = { app: "app-pr-7", environment: "review", reviewOf: 7 };
  for (let times = 0; times < 3; times++) await show(deployed(), review);
  const how = { status: 403, headers: { "retry-after": "40" }, message: "Slow down" } as const;
  for (const id of [1, 2, 3]) github.faults.push({ method: "GET", path: `/${id}/statuses`, how });
  const { end, waited } = open(review);
  await end(destroyed);
  expect(waited).toEqual([40_000, 40_000, 40_000]);
  expect(states().map((all) => all.at(-1))).toEqual(["inactive", "inactive", "inactive"]);

  for (let times = 0; times < 50; times++) github.faults.push({ method: "GET", how: 503 });
  await open(review).end(destroyed);
  expect(notices).toEqual([
    "The deployment could not be shown on GitHub: GitHub did not answer in time. Run this job again to write it.",
  ]);
});

test("the deployments of a review app that stays, stay", async () => {
  await show(deployed(), { reviewOf: 7 });
  expect(await open({ reviewOf: 7 }).end(failed({ mode: "destroy" }))).toBe(null);
  expect(await open({ reviewOf: 7 }).end(deployed({ mode: "destroy", result: "skipped" }))).toBe(null);
  expect(await open({ app: "app-pr-9", environment: "app-pr-9" }).end(destroyed)).toBe(null);
  expect(states()).toEqual([["in_progress", "success"]]);
});

test("no permission to read deployments is one notice of a destroy", async () => {
  github.permissions.deployments = "none";
  expect(await open({ reviewOf: 7 }).end(destroyed)).toBe(null);
  expect(notices).toEqual([
    `The deployment could not be shown on GitHub: GitHub answered 403; ${permission}`,
  ]);
});

test.for([
  ["1", true, ["in_progress", "failure"]],
  ["1 failure", true, ["in_progress", "failure"]],
  ["1 success", true, ["in_progress", "success"]],
  ["", false, ["in_progress"]],
  ["../../../user", false, ["in_progress"]],
  ["2", false, ["in_progress"]],
] as const)("the post step closes what a killed run left: %j", async ([left, closed, after]) => {
  open().begin(COMMIT);
  await expect.poll(states).toEqual([["in_progress"]]);
  expect(await closeLeftDeployment(left, { run: runOn(github), githubToken: TOKEN })).toBe(closed);
  expect(states()).toEqual([after]);
});
