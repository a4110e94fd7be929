import { afterEach, beforeEach, expect, test } from "vitest";
import { localHeroku, type TestApp } from "../support/deploying.ts";
import { type GitHub, startGitHub } from "../support/github.ts";
import { githubEvent, HEAD, pullRequestEvent, type SentEvent } from "../support/github-events.ts";
import { TOKEN } from "../support/github-scene.ts";
import { git } from "../support/repository.ts";
import { TINY_APP } from "../support/step-world.ts";
import { when } from "../support/when.ts";

const LONG = { timeout: 120_000 };
const { app } = localHeroku();

let github: GitHub;

beforeEach(async () => {
  github = await startGitHub();
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

/** Runs the action for an event; gives the run and the calls that GitHub got, sorted: some go out together. */
async function on({ event, env }: SentEvent, of: TestApp, inputs: Record<string, string> = {}) {
  github.requests.splice(0);
  const quick = { tables: "off", "postgres-plan": "none", "github-token": TOKEN };
  const run = await of.deploy({ ...quick, ...inputs }, { event, env });
  return { ...run, calls: github.requests.toSorted() };
}

const ALL: GitHub["permissions"] = { "pull-requests": "write", issues: "write", deployments: "write" };
const NONE: GitHub["permissions"] = { "pull-requests": "none", issues: "none", deployments: "none" };

const shaOf = ({ workspace }: TestApp) => git(workspace, "rev-parse", "HEAD");

const COMMENTS = "/repos/octo/app/issues/7/comments";
const DEPLOYMENTS = "/repos/octo/app/deployments";

test("each event makes its calls to GitHub, and no others", LONG, async () => {
  const main = await app("main-app", TINY_APP);
  const sha = await shaOf(main);
  const pushed = await on(githubEvent("push", sha, github.url), main);
  expect(pushed.exitCode, pushed.log).toBe(0);
  expect(pushed.calls).toEqual([
    `POST ${DEPLOYMENTS}`,
    `POST ${DEPLOYMENTS}/1/statuses`,
    `POST ${DEPLOYMENTS}/1/statuses`,
  ]);
  expect(pushed.report).toMatchObject({
    result: "deployed",
    comment: null,
    deployment: { environment: "main-app", state: "success" },
  });
  expect(github.deployments[0]).toMatchObject({
    ref: sha,
    statuses: [{}, { environment_url: pushed.outputs.url }],
  });

  const dispatched = await on(githubEvent("workflow_dispatch", sha, github.url), main, {
    environment: "live",
  });
  expect(dispatched.report).toMatchObject({
    result: "unchanged",
    comment: null,
    deployment: { environment: "live", state: "success" },
  });
  expect(dispatched.calls).toEqual([
    `POST ${DEPLOYMENTS}`,
    `POST ${DEPLOYMENTS}/2/statuses`,
    `POST ${DEPLOYMENTS}/2/statuses`,
  ]);

  const queued = await on(githubEvent("merge_group", sha, github.url), main, { mode: "check" });
  expect(queued.report).toMatchObject({ result: "checked", comment: null, deployment: null });
  expect(queued.calls).toEqual([]);

  const off = await on(githubEvent("push", sha, github.url), main, { environment: "off", comment: "off" });
  expect(off.report).toMatchObject({ result: "unchanged", deployment: null });
  expect(off.calls).toEqual([]);
});

test("a pull request is commented on and shows its app, until it is closed", LONG, async () => {
  const review = await app("app-pr-{number}", TINY_APP);
  const sha = await shaOf(review);
  const opened = await on(pullRequestEvent("opened", sha, github.url), review);
  expect(opened.exitCode, opened.log).toBe(0);
  expect(opened.calls).toEqual([
    `GET ${COMMENTS}?page=1&per_page=100`,
    `POST ${DEPLOYMENTS}`,
    `POST ${DEPLOYMENTS}/1/statuses`,
    `POST ${DEPLOYMENTS}/1/statuses`,
    `POST ${COMMENTS}`,
  ]);
  expect(opened.report).toMatchObject({
    result: "deployed",
    comment: `${github.url}/octo/app/pull/7#issuecomment-1`,
    deployment: { environment: "app-pr-7", state: "success" },
  });
  expect(github.deployments[0]).toMatchObject({ ref: HEAD, transient: true, production: false });
  expect(github.comments[0]?.body).toMatch(
    new RegExp(`<${opened.outputs.url}> - release v\\d+ - merge of commit \`${HEAD.slice(0, 7)}\``),
  );

  // GitHub gives such a run a token that can only read.
  Object.assign(github.permissions, { "pull-requests": "read", issues: "read", deployments: "read" });
  const fork = await on(pullRequestEvent("synchronize", sha, github.url, { fork: true }), review);
  expect(fork.report).toMatchObject({ result: "skipped", comment: null, deployment: null });
  expect(fork.calls).toEqual([
    `GET ${COMMENTS}?page=1&per_page=100`,
    "PATCH /repos/octo/app/issues/comments/1",
    "POST /graphql",
  ]);
  expect(fork.log).toMatch(/^::notice::The comment .* has a token that can only read/m);
  Object.assign(github.permissions, ALL);

  const closed = await on(pullRequestEvent("closed", sha, github.url), review, { mode: "destroy" });
  expect(closed.exitCode, closed.log).toBe(0);
  expect(closed.calls).toEqual([
    `GET ${DEPLOYMENTS}/1/statuses?per_page=1`,
    `GET ${DEPLOYMENTS}?page=1&per_page=100&environment=app-pr-7`,
    `GET ${COMMENTS}?page=1&per_page=100`,
    "PATCH /repos/octo/app/issues/comments/1",
    `POST /graphql`,
    `POST ${DEPLOYMENTS}/1/statuses`,
  ]);
  expect(closed.report).toMatchObject({ result: "destroyed", deployment: { state: "inactive" } });
  expect(github.comments).toMatchObject([{ body: expect.stringContaining("## Removed app-pr-7") }]);
});

test("a deploy is the same whatever GitHub permits", LONG, async () => {
  const permitted = await app("permitted", TINY_APP);
  const sha = await shaOf(permitted);
  let runs = 0;
  // A config var makes a release, so that each of them deploys something.
  const deploy = (inputs = {}) =>
    on(pullRequestEvent("synchronize", sha, github.url), permitted, {
      "config-vars": `RUN=${runs++}`,
      ...inputs,
    });
  await deploy();
  const all = await deploy();
  expect(all.exitCode, all.log).toBe(0);
  expect(all.report).toMatchObject({ result: "deployed", deployment: { state: "success" } });

  const lacking: [Partial<GitHub["permissions"]>, Record<string, string>, string[]][] = [
    [{ "pull-requests": "none", issues: "none" }, {}, ["comment"]],
    [{ deployments: "none" }, {}, ["deployment"]],
    [NONE, {}, ["comment", "deployment"]],
    [NONE, { "github-token": "" }, ["comment"]],
  ];
  for (const [less, inputs, notices] of lacking) {
    Object.assign(github.permissions, ALL, less);
    const run = await deploy(inputs);
    expect(comparable(run), run.log).toEqual(comparable(all));
    const said = Array.from(run.log.matchAll(/^::notice.*(comment|deployment)/gim), ([, what]) => what);
    expect(said.toSorted(), JSON.stringify(less)).toEqual(notices);
  }
});

const SLOW = { ...TINY_APP, "bin/pre_compile": "echo now it takes long\nsleep 60\n" };
const states = () => github.deployments.map(({ statuses }) => statuses.map(({ state }) => state));

test.for([
  ["cancelled", "SIGINT", 130],
  ["killed, by the post step", "SIGKILL", null],
] as const)("the deployment of a run is ended when it is %s", LONG, async ([, signal, exitCode]) => {
  const slow = await app(`slow-${signal.toLowerCase()}`, SLOW);
  const { event, env } = githubEvent("push", await shaOf(slow), github.url);
  const stop = when("now it takes long", (pid) => process.kill(pid, signal));
  const run = await slow.run({ "postgres-plan": "none", "github-token": TOKEN }, { event, env, ...stop });
  expect(run.exitCode, run.log).toBe(exitCode);
  expect(states(), run.postLog).toEqual([["in_progress", "failure"]]);
});

/** What a run says of the deploy, without what belongs to GitHub, to time and to the number of runs. */
function comparable({ report, outputs, exitCode }: Awaited<ReturnType<typeof on>>) {
  const { comment, deployment, steps, ...rest } = { comment: null, deployment: null, ...report };
  const told = { ...rest, exitCode, steps: steps.map((step) => ({ ...step, ms: 0 })) };
  const { "report-file": file, "sarif-file": sarif, "patch-file": patch, ...plain } = outputs;
  const files = [file, sarif, patch].map(Boolean);
  const text = JSON.stringify({ ...told, plain, files });
  return JSON.parse(text.replaceAll(/("version":|\bv)\d+/g, (_, word) => `${word}0`));
}
