import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkIds } from "../src/checks/index.ts";
import { readSettings } from "../src/settings.ts";
import { tidy } from "../src/tidy.ts";
import { type GitHub, startGitHub } from "./support/github.ts";
import { noticeLog, TOKEN } from "./support/github-scene.ts";
import { folder } from "./support/repository.ts";

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

/** What the post step prints, run as the runner runs it. */
async function postStep(env: Readonly<Record<string, string>>): Promise<string> {
  const temp = await folder();
  await mkdir(temp, { recursive: true });
  await writeFile(join(temp, "state"), "");
  const { stdout } = await promisify(execFile)("node", [join(import.meta.dirname, "../src/index.ts")], {
    env: {
      PATH: process.env.PATH,
      ...{ STATE_started: "true", GITHUB_STATE: join(temp, "state"), RUNNER_TEMP: temp, ...env },
    },
  });
  return stdout;
}

test("a mistake of ours in the post step is told, once, and fails nothing", async () => {
  const printed = await postStep({ GITHUB_EVENT_PATH: "/nowhere/event.json" });
  expect(printed.match(/^::warning::.*/gm)).toEqual([
    "::warning::This action made a mistake; it is not your app's fault. What the run had left, if it was stopped, may still be there.",
  ]);
  expect(printed).toContain("ENOENT");
});

test("of bad inputs the post step says nothing: the main step has", async () => {
  expect(await postStep({ INPUT_MODE: "explode" })).not.toContain("::warning::");
});
