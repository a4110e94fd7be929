import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { passedOn, rehearseApp } from "../../script/agreement/rehearse-app.ts";
import { folder, repository } from "../support/repository.ts";

async function request(limitMs: number, signal: AbortSignal) {
  const place = await folder();
  const workspace = join(place, "app");
  await repository(workspace);
  return { place, trial: { workspace, folder: join(place, "x"), inputs: {}, limitMs, signal } };
}

test("nothing is started for who no longer waits", async () => {
  const { place, trial } = await request(60_000, AbortSignal.abort(new Error("enough")));
  await expect(rehearseApp(trial)).rejects.toThrow("enough");
  expect(await readdir(place)).toEqual(["app"]);
});

test("a limit that is over before anything was started ends it all the same", {
  timeout: 60_000,
}, async () => {
  const { place, trial } = await request(1, new AbortController().signal);
  expect(await rehearseApp(trial)).toEqual({
    report: undefined,
    log: "",
    tooLong: true,
    left: [],
    stuck: [],
  });
  expect(await readdir(place)).toEqual(["app"]);
});

test.for([
  ["PIP_INDEX_URL", true],
  ["UV_DEFAULT_INDEX", true],
  ["POETRY_HTTP_BASIC_HOME_USERNAME", true],
  ["PIPENV_PYPI_MIRROR", true],
  ["https_proxy", true],
  ["NPM_CONFIG_REGISTRY", true],
  ["XDG_CACHE_HOME", true],
  ["HEROKU_API_KEY", false],
  ["GITHUB_TOKEN", false],
  ["DATABASE_URL", false],
] as const)("%s is passed on: %s", ([name, is]) => {
  expect(passedOn({ [name]: "value" })[name]).toBe(is ? "value" : undefined);
});
