import { expect, test } from "vitest";
import { push } from "../../src/steps/push.ts";
import { appOf, pushAndRelease } from "../support/deployed-scene.ts";
import { git } from "../support/repository.ts";
import { stepHeroku } from "../support/step-world.ts";

const { heroku, scene } = stepHeroku();

test("pushes, and does not push what runs already", { timeout: 60_000 }, async () => {
  const tiny = await scene("push-tiny");
  const known = await appOf(tiny, "push-tiny");
  const { pushed, learned } = await pushAndRelease(tiny, known);
  expect(pushed).toMatchObject({ status: "changed", learned: { pushed: await tiny.world.git.head() } });
  expect(tiny.lines.join("\n")).toContain("Released v");
  expect(learned.release).toMatchObject({ status: "succeeded" });

  heroku().scenario.fault = ({ path }) =>
    path.includes(".git/") ? { kind: "status", status: 500 } : undefined;
  expect(await push.run(await tiny.job({}, known), tiny.world)).toMatchObject({
    status: "unchanged",
    learned: { release: learned.release },
  });
});

test("a build that fails is said, and nothing is released", { timeout: 60_000 }, async () => {
  const broken = await scene("push-broken", {
    Procfile: "web: python server.py\n",
    "requirements.txt": "no-such-package-at-all==1\n",
    "app.py": "",
  });
  const known = await appOf(broken, "push-broken");
  await expect(push.run(await broken.job({}, known), broken.world)).rejects.toMatchObject({
    code: "BUILD_FAILED",
  });
});

test("the git server's refusals have their own words", { timeout: 60_000 }, async () => {
  const refused = await scene("push-refused");
  const known = await appOf(refused, "push-refused");
  for (const [status, code] of [
    [429, "GIT_RATE_LIMITED"],
    [503, "HEROKU_UNAVAILABLE"],
    [404, "APP_GONE"],
  ] as const) {
    heroku().scenario.fault = ({ path }) => (path.includes(".git/") ? { kind: "status", status } : undefined);
    await expect(push.run(await refused.job({}, known), refused.world)).rejects.toMatchObject({ code });
  }
});

test("a cancel ends the push", { timeout: 60_000 }, async () => {
  const slow = await scene("push-slow", {
    Procfile: "web: python server.py\n",
    "requirements.txt": "",
    "app.py": "",
    "bin/pre_compile": "sleep 30\n",
  });
  const known = await appOf(slow, "push-slow");
  const start = performance.now();
  const pushing = push.run(await slow.job({}, known), slow.world);
  setTimeout(() => slow.cancel.abort(new Error("cancelled")), 1_000);
  await expect(pushing).rejects.toThrow("cancelled");
  expect(performance.now() - start).toBeLessThan(6_000);
});

test("a connection that breaks though Heroku builds on is no failure, and one that breaks before is tried again", {
  timeout: 90_000,
}, async () => {
  for (const kind of ["drop-after", "drop-before"] as const) {
    const broken = await scene(`push-${kind}`);
    const known = await appOf(broken, `push-${kind}`);
    let faults = 1;
    heroku().scenario.fault = ({ method, path }) =>
      method === "POST" && path.endsWith("/git-receive-pack") && faults-- > 0 ? { kind } : undefined;
    const { released, learned } = await pushAndRelease(broken, known);
    expect(released.status, broken.lines.join("\n")).toBe("changed");
    expect(learned.release).toMatchObject({ commit: await broken.world.git.head(), status: "succeeded" });
  }
});

test("an older commit that was released once is not taken for pushed", { timeout: 60_000 }, async () => {
  const older = await scene("push-older");
  const known = await appOf(older, "push-older");
  const first = await older.world.git.head();
  await pushAndRelease(older, known);
  await older.commit({ "new.txt": "new" });
  await pushAndRelease(older, known);
  await git(older.workspace, "reset", "--quiet", "--hard", first);
  await expect(push.run(await older.job({}, known), older.world)).rejects.toMatchObject({
    code: "NOT_FAST_FORWARD",
  });
});
