import { expect, test } from "vitest";
import { setConfigVars } from "../../src/heroku/config-vars.ts";
import { currentRelease, withCommit } from "../../src/heroku/releases.ts";
import { rollBack } from "../../src/steps/roll-back.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { stepHeroku } from "../support/step-world.ts";

const { scene } = stepHeroku();

test("goes back to the release before the push, once, and only from a release of its own", {
  timeout: 90_000,
}, async () => {
  const tiny = await scene("roll-back");
  const { api } = tiny.world.heroku;
  const known = await appOf(tiny, "roll-back");
  const first = await pushAndRelease(tiny, known);
  expect(await rollBack.run(await tiny.job({}, first.learned), tiny.world)).toMatchObject({
    status: "skipped",
  });

  await tiny.commit({ "new.txt": "new" });
  const second = await pushAndRelease(tiny, known);
  expect(await rollBack.run(await tiny.job({ rollback: "false" }, second.learned), tiny.world)).toMatchObject(
    { status: "skipped" },
  );
  const outcome = await rollBack.run(await tiny.job({}, second.learned), tiny.world);
  expect(outcome).toMatchObject({ status: "changed" });
  const current = await currentRelease(api, "roll-back");
  expect(current && (await withCommit(api, "roll-back", current))).toMatchObject({
    commit: first.learned.release?.commit,
  });

  await setConfigVars(api, "roll-back", { SOMEBODY: "else" });
  expect(await rollBack.run(await tiny.job({}, second.learned), tiny.world)).toMatchObject({
    status: "skipped",
    detail: expect.stringContaining("meanwhile"),
  });
});
