import { expect, test } from "vitest";
import { checkIds } from "../src/checks/index.ts";
import { permit, refuseKey } from "../src/permit.ts";
import { readSettings } from "../src/settings.ts";

const HEAD = "a".repeat(40);

function settings(
  event: string,
  more: { key?: string; sha?: string; actor?: string; fork?: boolean; mode?: string } = {},
) {
  const inputs: Record<string, string> = {
    app: "my-app",
    mode: more.mode ?? "deploy",
    "heroku-api-key": more.key ?? "HRKU-key",
  };
  const env = {
    GITHUB_EVENT_NAME: event,
    GITHUB_SHA: more.sha ?? HEAD,
    GITHUB_ACTOR: more.actor ?? "octocat",
  };
  const pull = { number: 1, head: { repo: { id: more.fork ? 2 : 1 } }, base: { repo: { id: 1 } } };
  return readSettings(
    (name) => inputs[name] ?? "",
    env,
    event.startsWith("pull_request") ? { pull_request: pull } : {},
    checkIds,
  );
}

test.for([
  ["push", {}, "deploy"],
  ["push", { sha: "b".repeat(40) }, "deploy"],
  ["workflow_dispatch", { sha: "" }, "deploy"],
  ["pull_request", {}, "deploy"],
  ["pull_request", { fork: true, key: "" }, "skip"],
  ["pull_request", { fork: true }, "skip"],
  ["merge_group", { sha: "b".repeat(40) }, "deploy"],
  ["repository_dispatch", {}, "deploy"],
  ["pull_request", { actor: "dependabot[bot]", key: "" }, "skip"],
  ["pull_request_target", { sha: HEAD.toUpperCase() }, "deploy"],
  ["workflow_run", {}, "deploy"],
  ["push", { mode: "check", key: "" }, "check"],
  ["pull_request_target", { mode: "check", sha: "b".repeat(40) }, "check"],
  ["pull_request", { mode: "rehearse", key: "", fork: true }, "deploy"],
  ["push", { mode: "rehearse", key: "" }, "deploy"],
] as const)("%s %o: %s", ([event, more, kind]) => {
  expect(permit(settings(event, more), HEAD)).toMatchObject({ kind });
});

test.for([
  ["push", { key: "" }, "KEY_MISSING"],
  ["pull_request", { key: "" }, "KEY_MISSING"],
  ["pull_request_target", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["pull_request_target", { sha: "b".repeat(40), fork: true }, "UNTRUSTED_HEAD"],
  ["workflow_run", { sha: "" }, "UNTRUSTED_HEAD"],
  ["repository_dispatch", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["issues", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["issue_comment", { sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
  ["pull_request_target", { mode: "rehearse", key: "", sha: "b".repeat(40) }, "UNTRUSTED_HEAD"],
] as const)("%s %o is refused with %s", ([event, more, code]) => {
  expect(() => permit(settings(event, more), HEAD)).toThrow(expect.objectContaining({ code }));
});

test("code of the repository never runs beside a key", () => {
  const refused = expect.objectContaining({ code: "REHEARSAL_WITH_KEY" });
  const keyless = settings("pull_request", { mode: "rehearse", key: "" });
  expect(() => refuseKey(settings("pull_request", { mode: "rehearse" }), {})).toThrow(refused);
  expect(() => refuseKey(keyless, { HEROKU_API_KEY: "HRKU-key" })).toThrow(refused);
  expect(() => refuseKey(keyless, { HEROKU_API_KEY: "" })).not.toThrow();
});
