import { expect, test } from "vitest";
import { ensureRemote } from "../../src/steps/ensure-remote.ts";
import { git } from "../support/repository.ts";
import { stepHeroku } from "../support/step-world.ts";

const { scene } = stepHeroku();
const app = { name: "any", url: null, gitUrl: "https://git.heroku.com/any.git" };

test("adds the remote, leaves a right one alone, corrects a wrong one", async () => {
  const { world, workspace, job } = await scene("any");
  const asked = await job({}, { app });
  expect(await ensureRemote.run(asked, world)).toMatchObject({ status: "changed" });
  expect(await git(workspace, "remote", "get-url", "heroku")).toBe(app.gitUrl);
  expect(await ensureRemote.run(asked, world)).toMatchObject({ status: "unchanged" });

  await git(workspace, "remote", "set-url", "heroku", "https://user:secret@git.heroku.com/other.git");
  const corrected = await ensureRemote.run(asked, world);
  expect(corrected).toMatchObject({ status: "changed", detail: expect.stringContaining("corrected") });
  expect(JSON.stringify(corrected)).not.toContain("secret");
  expect(await git(workspace, "remote", "get-url", "heroku")).toBe(app.gitUrl);
});
