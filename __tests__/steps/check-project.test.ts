import { expect, test } from "vitest";
import { checkProject } from "../../src/steps/check-project.ts";
import { stepHeroku, TINY_APP } from "../support/step-world.ts";

const { scene } = stepHeroku();

test.for([
  ["nothing to say", TINY_APP, {}, "unchanged"],
  ["an error", { ...TINY_APP, Procfile: "worker: python server.py\n" }, {}, "failed"],
  [
    "an error whose check is skipped",
    { ...TINY_APP, Procfile: "worker: python server.py\n" },
    { "skip-checks": "procfile-web" },
    "unchanged",
  ],
  [
    "an error that a comment turns off",
    { ...TINY_APP, Procfile: "# heroku-check: ignore procfile-web\nworker: python server.py\n" },
    {},
    "unchanged",
  ],
] as const)("%s", async ([name, files, inputs, status]) => {
  const { world, job, lines } = await scene("checked", files);
  const outcome = await checkProject.run(await job(inputs), world);
  expect(outcome).toMatchObject({ status, learned: { findings: expect.any(Array) } });
  const worker = name.startsWith("an error ");
  expect(outcome.learned?.ignored).toBe(worker ? 1 : 0);
  if (outcome.status !== "failed") return;
  expect(outcome.failure).toMatchObject({ code: "CHECKS_FAILED" });
  expect(outcome.learned?.findings).toMatchObject([
    { check: "procfile-web", page: expect.stringContaining("checks/procfile-web.md") },
  ]);
  expect(lines).toContain(outcome.learned?.findings?.[0]?.problem);
});
