import { expect, test } from "vitest";
import { recentReleases, rollBackTo } from "../../src/heroku/releases.ts";
import { awaitRelease } from "../../src/steps/await-release.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { stepHeroku, TINY_APP } from "../support/step-world.ts";

const { scene } = stepHeroku();
const withRelease = (command: string) => ({
  ...TINY_APP,
  Procfile: `${TINY_APP.Procfile}release: ${command}\n`,
});

test("waits for the release phase", { timeout: 60_000 }, async () => {
  const phased = await scene("phased", withRelease("sleep 1"));
  const { released, learned } = await pushAndRelease(phased, await appOf(phased, "phased"));
  expect(released.status).toBe("changed");
  expect(learned.release).toMatchObject({ status: "succeeded", commit: await phased.world.git.head() });
});

test("a release phase that fails stops the deploy, and the same commit is released again without a build", {
  timeout: 60_000,
}, async () => {
  const failing = await scene("failing", withRelease('test -n "$READY"'));
  const known = await appOf(failing, "failing");
  const { released } = await pushAndRelease(failing, known);
  expect(released).toMatchObject({
    status: "failed",
    failure: { code: "RELEASE_FAILED" },
    learned: { release: { status: "failed" } },
  });

  await failing.world.heroku.api.send({
    method: "PATCH",
    path: "/apps/failing/config-vars",
    body: { READY: "yes" },
  });
  const again = await pushAndRelease(failing, known);
  expect(again.pushed.status).toBe("unchanged");
  expect(again.released).toMatchObject({ status: "changed", learned: { release: { status: "succeeded" } } });
});

test("a commit that somebody went back from is released again", { timeout: 60_000 }, async () => {
  const tiny = await scene("back-and-forth");
  const { api } = tiny.world.heroku;
  const known = await appOf(tiny, "back-and-forth");
  const first = await pushAndRelease(tiny, known);
  await tiny.commit({ "new.txt": "new" });
  const second = await pushAndRelease(tiny, known);
  const [newest] = await recentReleases(api, "back-and-forth");
  await rollBackTo(
    api,
    "back-and-forth",
    first.learned.release ?? { id: "", version: 0 },
    newest?.version ?? 0,
  );

  const again = await pushAndRelease(tiny, known);
  expect(again.pushed.status).toBe("unchanged");
  expect(again.learned.release).toMatchObject({
    commit: second.learned.release?.commit,
    status: "succeeded",
  });
});

test("what the push found live needs no waiting", async () => {
  const tiny = await scene("live-already");
  const known = await appOf(tiny, "live-already");
  const release = { id: "x", version: 7, commit: "c", status: "succeeded" };
  expect(await awaitRelease.run(await tiny.job({}, { ...known, release }), tiny.world)).toMatchObject({
    status: "unchanged",
  });
});
