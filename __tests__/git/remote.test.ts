import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, git, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";

const URL = "https://git.heroku.com/an-app.git";

test("a remote is set, read and corrected, and nothing else of the configuration changes", async () => {
  const workspace = await folder();
  await repository(workspace);
  await git(workspace, "config", "alias.x", "status");
  const config = join(workspace, ".git/config");
  const before = await readFile(config, "utf8");
  const opening = await opened(workspace);

  expect(await opening.remote("heroku")).toBeUndefined();
  await opening.setRemote("heroku", "https://git.heroku.com/other.git");
  await git(workspace, "config", "--add", "remote.heroku.url", "https://git.heroku.com/second.git");
  expect(await opening.remote("heroku")).toBe("https://git.heroku.com/other.git");
  await opening.setRemote("heroku", URL);
  expect(await opening.remote("heroku")).toBe(URL);
  expect(await git(workspace, "remote", "get-url", "--all", "heroku")).toBe(URL);
  expect(await readFile(config, "utf8")).toBe(`${before}[remote "heroku"]\n\turl = ${URL}\n`);
});

test.for([
  "https://heroku:key@git.heroku.com/an-app.git",
  "https://key@git.heroku.com/an-app.git",
  "not a url",
])("%s is not written", async (url) => {
  const workspace = await folder();
  await repository(workspace);
  const config = join(workspace, ".git/config");
  const before = await readFile(config, "utf8");
  await expect((await opened(workspace)).setRemote("heroku", url)).rejects.toThrow();
  expect(await readFile(config, "utf8")).toBe(before);
});

test("what the configuration includes or rewrites is not asked", async () => {
  const workspace = await folder();
  await repository(workspace);
  await git(workspace, "config", "--file", ".git/other", "remote.heroku.url", "https://evil.example/x.git");
  await git(workspace, "config", "include.path", "other");
  await git(workspace, "config", "url.https://evil.example/.insteadOf", "https://git.heroku.com/");
  const opening = await opened(workspace);
  expect(await opening.remote("heroku")).toBeUndefined();
  await opening.setRemote("heroku", URL);
  expect(await opening.remote("heroku")).toBe(URL);
});

test("a configuration that is not one is said, and left", async () => {
  const workspace = await folder();
  await repository(workspace);
  const opening = await opened(workspace);
  await appendFile(join(workspace, ".git/config"), "[broken\n");
  await expect(opening.remote("heroku")).rejects.toMatchObject({ code: "GIT_FAILED" });
  await expect(opening.setRemote("heroku", URL)).rejects.toMatchObject({ code: "GIT_FAILED" });
});
