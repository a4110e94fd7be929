import { afterEach, beforeEach, expect, test } from "vitest";
import { checkIds } from "../src/checks/index.ts";
import { readSettings } from "../src/settings.ts";
import { tidy } from "../src/tidy.ts";
import { type GitHub, startGitHub } from "./support/github.ts";
import { noticeLog, TOKEN } from "./support/github-scene.ts";

let github: GitHub;

beforeEach(async () => {
  github = await startGitHub();
});

afterEach(() => github.close());

test.for([
  ["deploy", ["POST /repos/octo/app/deployments/1/statuses"]],
  ["rehearse", []],
] as const)("what was noted in mode %s leads to these requests", async ([mode, requests]) => {
  const inputs: Record<string, string> = { mode, app: "my-app", "github-token": TOKEN };
  const env = { GITHUB_REPOSITORY: "octo/app", GITHUB_API_URL: github.url };
  const settings = readSettings((name) => inputs[name] ?? "", env, {}, checkIds);
  await tidy({ folder: "", dyno: "", deployment: "1 success" }, settings, noticeLog([]));
  expect(github.requests).toEqual(requests);
});
