import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REVIEW_MARK } from "../../src/review-mark.ts";
import { askHeroku, type Deployed, localHeroku, statuses, type TestApp } from "../support/deploying.ts";
import { pullRequestEvent } from "../support/pull-request.ts";
import { git } from "../support/repository.ts";
import { TINY_APP } from "../support/step-world.ts";

const { heroku, app } = localHeroku();
const MARK = "octo/flaskr#7";

const on = (action: string) => ({ event: { name: "pull_request", payload: pullRequestEvent(7, action) } });

/** Runs the action at the end of the pull request, in a job that has checked nothing out. */
async function destroyed({ workspace, deploy }: TestApp): Promise<Deployed> {
  const empty = join(workspace, "..", "empty");
  await mkdir(empty, { recursive: true });
  return deploy({ mode: "destroy" }, { ...on("closed"), workspace: empty });
}

test("a pull request has an app of its own, from its beginning to its end", {
  timeout: 120_000,
}, async () => {
  const review = await app("review-pr-{number}", TINY_APP);
  const base = await git(review.workspace, "rev-parse", "HEAD");
  await review.commit({ "first.txt": "merged with the first push" });
  const opened = await review.deploy({ tables: "off" }, on("opened"));
  expect(opened.exitCode, opened.log).toBe(0);
  expect(opened.report).toMatchObject({ result: "deployed", app: { name: "review-pr-7" } });
  const vars = await askHeroku(heroku(), "GET", "/apps/review-pr-7/config-vars");
  expect(vars).toMatchObject({ [REVIEW_MARK]: MARK, DATABASE_URL: expect.any(String) });

  // GitHub merges a pull request anew after each push: no such commit descends from the one before.
  await git(review.workspace, "reset", "--quiet", "--hard", base);
  const commit = await review.commit({ "second.txt": "merged with the second" });
  const pushed = await review.deploy({ tables: "off" }, on("synchronize"));
  expect(pushed.exitCode, pushed.log).toBe(0);
  expect(pushed.report).toMatchObject({ result: "deployed", live: { commit } });
  expect(statuses(pushed.report)).toMatchObject({
    "ensure-app": "unchanged",
    "ensure-postgres": "unchanged",
  });

  const closed = await destroyed(review);
  expect(closed.exitCode, closed.log).toBe(0);
  expect(closed.report).toMatchObject({ result: "destroyed", app: { name: "review-pr-7", url: null } });
  expect(closed.report.removed.join(" ")).toMatch(
    new RegExp(`app review-pr-7 .*database ${pushed.outputs.database} .*${REVIEW_MARK}.*domain`),
  );
  expect(closed.summary).toContain("### Removed");
  expect(await askHeroku(heroku(), "GET", "/apps/review-pr-7")).toMatchObject({ id: "not_found" });
  expect(await askHeroku(heroku(), "GET", "/addons")).toEqual([]);

  const again = await destroyed(review);
  expect(again.exitCode, again.log).toBe(0);
  expect(again.report).toMatchObject({ result: "unchanged", removed: [] });
});

test("an app of that name that is somebody's own is neither deployed to nor removed", {
  timeout: 60_000,
}, async () => {
  const review = await app("theirs-pr-{number}", TINY_APP);
  await askHeroku(heroku(), "POST", "/apps", { name: "theirs-pr-7" });
  const vars = { GREETING: "hello" };
  await askHeroku(heroku(), "PATCH", "/apps/theirs-pr-7/config-vars", vars);
  const releases = await askHeroku(heroku(), "GET", "/apps/theirs-pr-7/releases");
  for (const run of [await review.deploy({}, on("opened")), await destroyed(review)]) {
    expect(run.exitCode, run.log).toBe(1);
    expect(run.outputs).toMatchObject({ result: "failed", "error-code": "REVIEW_APP_FOREIGN" });
    expect(run.report).toMatchObject({ removed: [], left: [] });
  }
  expect(await askHeroku(heroku(), "GET", "/apps/theirs-pr-7/config-vars")).toEqual(vars);
  expect(await askHeroku(heroku(), "GET", "/apps/theirs-pr-7/releases")).toEqual(releases);
});
