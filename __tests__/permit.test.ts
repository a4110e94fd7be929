import { expect, test } from "vitest";
import { checkIds } from "../src/checks/index.ts";
import { permit, permitDestroy, refuseKey } from "../src/permit.ts";
import { readSettings } from "../src/settings.ts";
import { pullRequestEvent } from "./support/pull-request.ts";

const HEAD = "a".repeat(40);

type Circumstances = {
  readonly key?: string;
  readonly sha?: string;
  readonly actor?: string;
  readonly fork?: boolean;
  readonly mode?: string;
  readonly app?: string;
  readonly action?: string;
};

function settings(event: string, more: Circumstances = {}) {
  const inputs: Record<string, string> = {
    app: more.app ?? "my-app",
    mode: more.mode ?? "deploy",
    "heroku-api-key": more.key ?? "HRKU-key",
  };
  const env = {
    GITHUB_EVENT_NAME: event,
    GITHUB_SHA: more.sha ?? HEAD,
    GITHUB_ACTOR: more.actor ?? "octocat",
  };
  const { action = "opened", fork = false } = more;
  return readSettings(
    (name) => inputs[name] ?? "",
    env,
    event.startsWith("pull_request") ? pullRequestEvent(7, action, { fork }) : {},
    checkIds,
  );
}

const REVIEW = { app: "my-app-pr-{number}" };

test.for([
  ["push", {}, "deploy"],
  ["push", { sha: "b".repeat(40) }, "deploy"],
  ["workflow_dispatch", { sha: "" }, "deploy"],
  ["pull_request", {}, "deploy"],
  ["pull_request", { fork: true, key: "" }, "skip"],
  ["pull_request", { fork: true }, "skip"],
  ["pull_request_review", { fork: true }, "skip"],
  ["pull_request_review_comment", { fork: true, key: "" }, "skip"],
  ["pull_request_review", {}, "deploy"],
  ["pull_request_target", { fork: true }, "deploy"],
  ["issue_comment", {}, "deploy"],
  ["merge_group", { sha: "b".repeat(40) }, "deploy"],
  ["repository_dispatch", {}, "deploy"],
  ["pull_request", { actor: "dependabot[bot]", key: "" }, "skip"],
  ["pull_request_target", { sha: HEAD.toUpperCase() }, "deploy"],
  ["workflow_run", {}, "deploy"],
  ["push", { mode: "check", key: "" }, "check"],
  ["pull_request_target", { mode: "check", sha: "b".repeat(40) }, "check"],
  ["pull_request", { mode: "rehearse", key: "", fork: true }, "deploy"],
  ["push", { mode: "rehearse", key: "" }, "deploy"],
  ["pull_request", REVIEW, "deploy"],
  ["pull_request", { ...REVIEW, action: "closed" }, "skip"],
  ["pull_request", { ...REVIEW, action: "closed", key: "" }, "skip"],
  ["pull_request", { action: "closed" }, "deploy"],
  ["pull_request", { ...REVIEW, fork: true }, "skip"],
  ["pull_request_target", { ...REVIEW, fork: true, sha: "b".repeat(40) }, "skip"],
] as const)("%s %o: %s", ([event, more, kind]) => {
  expect(permit(settings(event, more), HEAD)).toMatchObject({ kind });
});

test.for([
  ["push", { key: "" }, "KEY_MISSING"],
  ["pull_request", { key: "" }, "KEY_MISSING"],
  ["pull_request_target", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["pull_request_target", { sha: "b".repeat(40), fork: true }, "UNTRUSTED_HEAD"],
  ["pull_request_review", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["workflow_run", { sha: "" }, "UNTRUSTED_HEAD"],
  ["repository_dispatch", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["issues", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["issue_comment", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["pull_request_target", { mode: "rehearse", key: "", sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
] as const)("%s %o is refused with %s", ([event, more, code]) => {
  expect(() => permit(settings(event, more), HEAD)).toThrow(expect.objectContaining({ code }));
});

const CLOSED = { ...REVIEW, mode: "destroy", action: "closed" };

test.for([
  ["pull_request", {}, "destroy"],
  ["pull_request_target", { sha: "b".repeat(40) }, "destroy"],
  ["pull_request", { actor: "dependabot[bot]", key: "" }, "skip"],
  ["pull_request", { fork: true }, "skip"],
  ["pull_request", { fork: true, key: "" }, "skip"],
  ["pull_request_target", { fork: true }, "skip"],
] as const)("the end of a pull request, %s %o: %s", ([event, more, kind]) => {
  expect(permitDestroy(settings(event, { ...CLOSED, ...more }))).toMatchObject({ kind });
});

test.for([
  ["opened", {}, "PULL_REQUEST_OPEN"],
  ["synchronize", { key: "" }, "PULL_REQUEST_OPEN"],
  ["", {}, "PULL_REQUEST_OPEN"],
  ["closed", { key: "" }, "KEY_MISSING"],
] as const)("a review app is not removed when its pull request is %j %o: %s", ([action, more, code]) => {
  const asked = settings("pull_request", { ...CLOSED, ...more, action });
  expect(() => permitDestroy(asked)).toThrow(expect.objectContaining({ code }));
});

test("code of the repository never runs beside a key", () => {
  const refused = expect.objectContaining({ code: "REHEARSAL_WITH_KEY" });
  const keyless = settings("pull_request", { mode: "rehearse", key: "" });
  expect(() => refuseKey(settings("pull_request", { mode: "rehearse" }), {})).toThrow(refused);
  expect(() => refuseKey(keyless, { HEROKU_API_KEY: "HRKU-key" })).toThrow(refused);
  expect(() => refuseKey(keyless, { HEROKU_API_KEY: "" })).not.toThrow();
});
