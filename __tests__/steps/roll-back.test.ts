import { expect, test } from "vitest";
import { currentRelease, withCommit } from "../../src/heroku/releases.ts";
import { rollBack } from "../../src/steps/roll-back.ts";
import { setConfig } from "../../src/steps/set-config.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { stepHeroku, TINY_APP } from "../support/step-world.ts";

const LONG = { timeout: 90_000 };
const { heroku, scene } = stepHeroku();

/** An app with a good release, and what a later run knows of it. */
async function deployed(name: string) {
  const tiny = await scene(name);
  const first = await pushAndRelease(tiny, await appOf(tiny, name));
  const known = { app: first.learned.app ?? null, before: first.learned.release ?? null };
  const undo = async (learned: object, inputs = {}) =>
    rollBack.run(await tiny.job(inputs, learned), tiny.world);
  const commitNow = async () => {
    const current = await currentRelease(tiny.world.heroku.api, name);
    return current && (await withCommit(tiny.world.heroku.api, name, current)).commit;
  };
  return { ...tiny, first: first.learned.release, known, undo, commitNow };
}

test("goes back to the release before, once, and only from a release of this run", LONG, async () => {
  const { first, known, undo, commitNow, ...tiny } = await deployed("roll-back");
  expect(await undo(known)).toMatchObject({ status: "skipped", detail: "this run made no release" });

  await tiny.commit({ "new.txt": "new" });
  const { learned } = await pushAndRelease(tiny, known);
  expect(await undo(learned, { rollback: "false" })).toMatchObject({ status: "skipped" });
  expect(await undo({ ...learned, before: null })).toMatchObject({ status: "skipped" });
  expect(await undo(learned)).toMatchObject({ status: "changed" });
  expect(await commitNow()).toBe(first?.commit);

  expect(await undo(learned)).toMatchObject({
    status: "skipped",
    detail: expect.stringContaining("meanwhile"),
  });
});

test("undoes config vars that broke the app, with the same commit", LONG, async () => {
  const { known, undo, ...tiny } = await deployed("roll-back-config");
  const { api } = tiny.world.heroku;
  const outcome = await setConfig.run(await tiny.job({ "config-vars": "BROKEN=yes" }, known), tiny.world);
  expect(await undo({ ...known, ...outcome.learned })).toMatchObject({ status: "changed" });
  expect(await api.send({ method: "GET", path: "/apps/roll-back-config/config-vars" })).not.toHaveProperty(
    "BROKEN",
  );
});

test(
  "a release phase that failed has changed nothing, and is not said to be somebody else's",
  LONG,
  async () => {
    const { known, undo, ...tiny } = await deployed("roll-back-phase");
    await tiny.commit({ Procfile: `${TINY_APP.Procfile}release: exit 1\n` });
    const { learned } = await pushAndRelease(tiny, known);
    expect(await undo(learned)).toMatchObject({
      status: "skipped",
      detail: expect.stringContaining("never left"),
    });
  },
);

test("a rollback that Heroku refuses is a failure of its own", LONG, async () => {
  const { known, undo, ...tiny } = await deployed("roll-back-refused");
  await tiny.commit({ "new.txt": "new", Procfile: `${TINY_APP.Procfile}release: test ! -e fail\n` });
  const { learned } = await pushAndRelease(tiny, known);
  heroku().scenario.fault = ({ method, path }) =>
    method === "POST" && path.endsWith("/releases")
      ? { kind: "status", status: 422, id: "invalid_params" }
      : undefined;
  await expect(undo(learned)).rejects.toMatchObject({ code: "ROLLBACK_FAILED" });
});
