import { afterEach, beforeEach, expect, test } from "vitest";
import { postComment } from "../../src/github/comment.ts";
import { marker } from "../../src/github/marker.ts";
import { unhurried } from "../../src/github/patience.ts";
import { redactor } from "../../src/report/redact.ts";
import type { Report } from "../../src/report/report.ts";
import { type Access, type Fault, type GitHub, startGitHub } from "../support/github.ts";
import { noticeLog, runOn, TOKEN, waitedClock } from "../support/github-scene.ts";
import { deployed, failed, finding } from "../support/reports.ts";

let github: GitHub;
let notices: string[];
const { add, redact } = redactor();

beforeEach(async () => {
  github = await startGitHub();
  notices = [];
});

afterEach(async () => {
  await github.close();
  expect(github.violations).toEqual([]);
});

const mark = marker({ workflow: "Deploy", app: "example-app", appDir: "." });
const quiet = deployed({ result: "checked" });
const bot = "github-actions[bot]";

/** Posts a report's comment; gives its address, and the time that was waited. */
async function post(
  report: Report,
  asked: {
    comment?: "auto" | "always" | "off";
    number?: number | null;
    fork?: boolean;
    token?: string | undefined;
    answerMs?: number;
    commentLog?: "auto" | "always" | "off";
    publicRepository?: boolean | undefined;
  } = {},
) {
  const { comment = "auto", commentLog = "auto", number = 7, fork = false } = asked;
  const pullRequest = number === null ? undefined : { number, fromFork: fork, head: "" };
  const publicRepository = "publicRepository" in asked ? asked.publicRepository : false;
  const run = runOn(github, { pullRequest, publicRepository });
  const token = "token" in asked ? asked.token : TOKEN;
  const clock = waitedClock();
  const address = await postComment(
    report,
    { comment, commentLog, run, githubToken: token, app: "example-app", appDir: "." },
    noticeLog(notices, redact),
    { ...unhurried(new AbortController().signal), clock, answerMs: asked.answerMs ?? 10_000 },
  );
  return { waited: clock.waited, address };
}

/** Comments of others, in front of which ours may stand. */
function crowd(count: number, author = "stranger", body = "hello") {
  for (let id = 1; id <= count; id++) github.comments.push({ id, author, body, hidden: false });
}

const writes = () => github.requests.filter((line) => !line.startsWith("GET") && !line.includes("graphql"));

test("one comment is made, then kept up to date in place", async () => {
  const { address } = await post(deployed());
  expect(address).toBe(`${github.url}/octo/app/pull/7#issuecomment-1`);
  expect(await post(failed())).toMatchObject({ address });
  expect(github.comments).toMatchObject([
    { id: 1, author: bot, body: expect.stringContaining("## Failed at “Push the commit”") },
  ]);
  await post(quiet);
  expect(github.comments).toMatchObject([
    { id: 1, body: expect.stringContaining("## Checked: nothing found") },
  ]);
  expect(writes().map((line) => line.split(" ")[0])).toEqual(["POST", "PATCH", "PATCH"]);
  expect(notices).toEqual([]);
});

test("a comment that says the same already is not written again", async () => {
  await post(deployed());
  await post(deployed());
  expect(writes().length).toBe(1);
});

test("our comment is found on page 7", async () => {
  crowd(650);
  github.comments.push({ id: 651, author: bot, body: `${mark}\nold`, hidden: false });
  await post(deployed());
  expect(github.comments.at(-1)?.body).toContain("## Deployed example-app v5");
  expect(github.requests.filter((line) => line.includes("page=7"))).toHaveLength(1);
});

test("our comment is found behind 1,000 others", async () => {
  crowd(1_000);
  github.comments.push({ id: 5_000, author: bot, body: `${mark}\nold`, hidden: false });
  await post(deployed());
  expect(github.comments.length).toBe(1_001);
  expect(github.comments.at(-1)?.body).toContain("## Deployed example-app v5");
  expect(github.requests.filter((line) => line.startsWith("GET")).length).toBe(11);
});

test("a comment that somebody deleted is made again", async () => {
  await post(deployed());
  github.comments.splice(0);
  crowd(3);
  const { address } = await post(deployed());
  expect(github.comments.map(({ author }) => author)).toEqual(["stranger", "stranger", "stranger", bot]);
  expect(address).toBe(`${github.url}/octo/app/pull/7#issuecomment-4`);
});

test("what is not ours is left alone", async () => {
  const others = [
    { id: 1, author: "stranger", body: `${mark}\ncopied`, hidden: false },
    { id: 2, author: bot, body: "another action's", hidden: false },
    {
      id: 3,
      author: bot,
      body: `${marker({ workflow: "Deploy", app: "other-app", appDir: "." })}\nother app`,
      hidden: false,
    },
    { id: 4, author: bot, body: `> ${mark}\nquoted`, hidden: false },
    { id: 5, author: bot, body: `${mark}\nhidden by somebody`, hidden: true },
  ];
  github.comments.push(...others.map((comment) => ({ ...comment })));
  await post(deployed());
  expect(github.comments.slice(0, 5)).toEqual(others);
  expect(github.comments.length).toBe(6);
});

test("of two comments of ours the newest stays", async () => {
  crowd(2, bot, `${mark}\nold`);
  await post(deployed());
  expect(github.comments).toMatchObject([{ id: 2, body: expect.stringContaining("Deployed") }]);
});

test.for([
  ["a user's token", "octocat", "octocat"],
  ["a GitHub App's token", "our-app[bot]", "our-app[bot]"],
  ["a token that may not say", undefined, bot],
] as const)("with %s our comment is found", async ([, login, author]) => {
  github.login = login;
  github.comments.push({ id: 1, author, body: `${mark}\nold`, hidden: false });
  await post(deployed());
  expect(github.comments.length).toBe(1);
  expect(github.comments[0]?.body).toContain("Deployed");
});

test.for([
  ["auto says nothing when there is nothing to say", quiet, { comment: "auto" }, 0],
  ["auto tells findings", deployed({ result: "checked", findings: [finding()] }), { comment: "auto" }, 1],
  ["auto tells a deploy", deployed(), { comment: "auto" }, 1],
  [
    "auto tells missing columns",
    { ...failed({ findings: [] }), result: "unchanged" },
    { comment: "auto" },
    1,
  ],
  ["always speaks", quiet, { comment: "always" }, 1],
  ["off is off", failed(), { comment: "off" }, 0],
  ["auto wants a pull request", failed(), { number: null }, 0],
] as const)("%s", async ([, report, asked, count]) => {
  await post(report, asked);
  expect(github.comments.length).toBe(count);
  expect(notices).toEqual([]);
});

test.for([
  [{ comment: "always", number: null }, "No comment was written: this event belongs to no pull request."],
  [{ token: undefined }, "No comment was written: the input `github-token` is empty."],
] as const)("%j is said, and nothing is sent", async ([asked, notice]) => {
  await post(failed(), asked);
  expect(notices).toEqual([notice]);
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
])("a create that fails %s it is carried out (%s) makes one comment", async ([when = "before", how]) => {
  github.faults.push({ method: "POST", when, how });
  await post(deployed(), { ...(how === "hang" && { answerMs: 500 }) });
  expect(github.comments.length).toBe(1);
  expect(notices).toEqual([]);
});

test("a proxy's page is no list", async () => {
  crowd(1, bot, `${mark}\nold`);
  github.faults.push({ method: "GET", how: "page" });
  await post(deployed());
  expect(github.comments).toMatchObject([{ id: 1, body: expect.stringContaining("Deployed") }]);
});

test.for(["GET", "PATCH", "DELETE"])("a %s that fails twice is sent again", async (method) => {
  crowd(2, bot, `${mark}\nold`);
  github.faults.push({ method, when: "before", how: 500 }, { method, when: "before", how: "reset" });
  await post(deployed());
  expect(github.comments).toMatchObject([{ id: 2, body: expect.stringContaining("Deployed") }]);
});

test("a create is sent three times at most", async () => {
  for (let times = 0; times < 5; times++) github.faults.push({ method: "POST", how: 500 });
  await post(deployed());
  expect(writes().length).toBe(3);
  expect(notices).toEqual([
    "The comment on pull request 7 could not be written: GitHub did not answer in time. The next run writes it.",
  ]);
});

test.for([
  ["a secondary limit", { status: 403, headers: { "retry-after": "7" }, message: "Slow down" }, 7_000],
  ["too many requests", { status: 429, headers: { "retry-after": "3" }, message: "" }, 3_000],
  [
    "the primary limit",
    {
      status: 403,
      headers: {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "1763900020",
        date: "Sun, 23 Nov 2025 12:13:30 GMT",
      },
      message: "API rate limit exceeded",
    },
    10_000,
  ],
] as const)("%s is waited for", async ([, how, ms]) => {
  github.faults.push({ method: "POST", how });
  const { waited } = await post(deployed());
  expect(waited).toEqual([ms]);
  expect(github.comments.length).toBe(1);
});

test.for([{ "retry-after": "90" }, {}])(
  "a limit that lasts longer than we wait is said at once: %j",
  async (headers) => {
    github.faults.push({
      method: "POST",
      how: { status: 403, headers, message: "You have exceeded a secondary rate limit" },
    });
    const { waited } = await post(deployed());
    expect(waited).toEqual([]);
    expect(notices).toEqual([
      "The comment on pull request 7 could not be written: GitHub limits requests just now. The next run writes it.",
    ]);
  },
);

test("a GitHub that is down is waited for one minute", async () => {
  for (let times = 0; times < 50; times++) github.faults.push({ method: "GET", how: 503 });
  const { waited } = await post(deployed());
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(60_000);
  expect(waited.length).toBeGreaterThan(4);
  expect(notices).toEqual([expect.stringContaining("GitHub did not answer in time")]);
});

const permit = (it: GitHub, access: Access) => {
  it.permissions["pull-requests"] = access;
  it.permissions.issues = access;
};
const permission = "give the job `permissions: pull-requests: write`, or set `comment: off`.";

test.for<[string, (github: GitHub) => void, { fork?: boolean; number?: number }, string]>([
  ["read only", (it) => permit(it, "read"), {}, `GitHub answered 403; ${permission}`],
  ["no permission", (it) => permit(it, "none"), {}, `GitHub answered 403; ${permission}`],
  [
    "a fork",
    (it) => permit(it, "read"),
    { fork: true },
    "a fork's pull request has a token that can only read (403).",
  ],
  ["locked", (it) => (it.locked = true), {}, "its conversation is locked or gone."],
  ["gone", (it) => it.faults.push({ method: "GET", how: 410 }), {}, "its conversation is locked or gone."],
  [
    "a refused token",
    (it) => it.faults.push({ method: "GET", how: 401 }),
    {},
    "GitHub refuses the token in the input `github-token`.",
  ],
  [
    "a refused text",
    (it) => it.faults.push({ method: "POST", how: 422 }),
    {},
    "GitHub refuses its text (422).",
  ],
  ["another number", () => {}, { number: 8 }, `GitHub answered 404; ${permission}`],
])("%s is one notice", async ([, arrange, asked, notice]) => {
  arrange(github);
  const { waited } = await post(deployed(), asked);
  expect(notices).toEqual([
    `The comment on pull request ${asked.number ?? 7} could not be written: ${notice}`,
  ]);
  expect(github.comments).toEqual([]);
  expect(waited).toEqual([]);
});

const ACCESS = ["write", "read", "none"] as const;
const pairs = ACCESS.flatMap((pull) => ACCESS.map((issues) => [pull, issues] as const));

test.for(pairs)("pull-requests: %s and issues: %s: either of them is enough", async ([pull, issues]) => {
  Object.assign(github.permissions, { "pull-requests": pull, issues, deployments: "none" });
  await post(deployed());
  const may = pull === "write" || issues === "write";
  expect(github.comments.length).toBe(may ? 1 : 0);
  expect(notices.length).toBe(may ? 0 : 1);
});

test("a cancelled run does not wait long", async () => {
  for (let times = 0; times < 50; times++) github.faults.push({ method: "GET", how: 503 });
  const { waited } = await post(deployed({ result: "cancelled" }));
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3_000);
});

test.for([
  ["auto", false, true],
  ["auto", true, false],
  ["auto", undefined, false],
  ["always", true, true],
  ["off", false, false],
] as const)(
  "comment-log %s, public %s: the end of the log is shown: %s",
  async ([commentLog, publicRepository, shown]) => {
    await post(failed({ logTail: ["pip said no"] }), { commentLog, publicRepository });
    expect(github.comments[0]?.body.includes("pip said no")).toBe(shown);
  },
);

test("no secret of the run reaches the comment", async () => {
  add("s3cr3t-value");
  await post(failed({ left: ["It printed s3cr3t-value and ghp_0123456789abcdefghij."] }));
  expect(github.comments[0]?.body).toContain("It printed");
  expect(github.comments[0]?.body).not.toMatch(/s3cr3t|ghp_/);
});

test("a comment is never longer than GitHub takes", async () => {
  const long = "\u{1f600}".repeat(3_000);
  const findings = Array.from({ length: 300 }, (_, line) => finding({ line: line + 1, problem: long }));
  await post(failed({ findings }));
  expect(writes().length).toBe(1);
  expect(github.comments[0]?.body).toContain("more are in the JSON report.");
});
