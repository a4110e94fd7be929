import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readableUrl } from "../../src/git/origin.ts";
import { commit, folder, git, repository } from "../support/repository.ts";
import { opened } from "./opened.ts";
import { gitServer, KEY, pushed } from "./pushing.ts";

const TOKEN = "ghs_canary";

/** A GitHub with a repository of three commits, and a clone of the last one. */
async function shallowClone(depth = 1) {
  const server = await gitServer({ password: TOKEN });
  const bare = await server.create("repo.git");
  const source = join(await folder(), "a source");
  await repository(source);
  await commit(source, { "web/app.py": "2" });
  const head = await commit(source, { "web/app.py": "3" });
  await git(source, "push", "--quiet", bare, "main");
  const workspace = join(await folder(), "workspace");
  await git(source, "clone", "--quiet", `--depth=${depth}`, `file://${bare}`, workspace);
  await git(workspace, "remote", "set-url", "origin", server.url("repo.git"));
  return { server, bare, source, workspace, head, serverUrl: new URL(server.url("")).origin };
}

async function heroku() {
  const server = await gitServer();
  const bare = await server.create("app.git");
  return { server, bare, url: server.url("app.git") };
}

test("a complete history is pushed as it is, without a fetch", async () => {
  const { server, source, head } = await shallowClone();
  await git(source, "remote", "add", "origin", server.url("repo.git"));
  const opening = await opened(source);
  expect(await opening.prepare(head, ".")).toBe(head);
  expect(server.requests).toEqual([]);
});

test.for([1, 2])("a clone of depth %i is completed from origin, in the quarantine alone", async (depth) => {
  const { server, workspace, head, serverUrl } = await shallowClone(depth);
  const before = await readFile(join(workspace, ".git/shallow"));
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl });
  expect(await opening.prepare(head, ".")).toBe(head);
  expect(await readFile(join(workspace, ".git/shallow"))).toEqual(before);
  expect(server.requests.some(({ password }) => password === TOKEN)).toBe(true);

  const { bare, url } = await heroku();
  expect((await pushed(opening, { commit: head, url })).outcome).toBe("pushed");
  expect((await git(bare, "rev-list", "main")).split("\n")).toHaveLength(3);
  await git(bare, "fsck", "--connectivity-only");
});

test("commits made on top of a shallow clone are completed below", async () => {
  const { workspace, serverUrl } = await shallowClone();
  await commit(workspace, { built: "1" });
  const head = await commit(workspace, { built: "2" });
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl });
  expect(await opening.prepare(head, ".")).toBe(head);
  const { bare, url } = await heroku();
  expect((await pushed(opening, { commit: head, url })).outcome).toBe("pushed");
  expect((await git(bare, "rev-list", "main")).split("\n")).toHaveLength(5);
});

test("a history that is cut off elsewhere only is complete", async () => {
  const { server, source, workspace, bare } = await shallowClone();
  await git(source, "checkout", "--quiet", "--orphan", "other");
  const other = await commit(source, { other: "" });
  await git(source, "push", "--quiet", bare, "other");
  await git(workspace, "fetch", "--quiet", `file://${bare}`, "other");
  const before = server.requests.length;
  const opening = await opened(workspace);
  expect(await opening.prepare(other, ".")).toBe(other);
  expect(server.requests).toHaveLength(before);
  expect((await pushed(opening, { commit: other, url: (await heroku()).url })).outcome).toBe("pushed");
});

test("a local origin completes a history too", async () => {
  const { workspace, source, head } = await shallowClone();
  for (const origin of [source, `file://${source}`]) {
    await git(workspace, "remote", "set-url", "origin", origin);
    expect(await (await opened(workspace)).prepare(head, ".")).toBe(head);
  }
});

test("the token is shown to GitHub alone", async () => {
  const { server, workspace, head } = await shallowClone();
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl: "https://github.com" });
  await expect(opening.prepare(head, ".")).rejects.toMatchObject({ code: "SHALLOW_CLONE" });
  expect(server.requests.map(({ password }) => password)).toEqual([undefined]);
});

test.for([
  ["no origin", undefined],
  ["a server that is gone", "http://127.0.0.1:9/repo.git"],
  ["a repository that is gone", "file:///missing/repo.git"],
  ["ssh", "git@github.com:owner/repo.git"],
  ["an address for a program", "ext::sh -c true"],
] as const)("%s: says how to check out the history", async ([, origin]) => {
  const { workspace, head, serverUrl } = await shallowClone();
  await git(workspace, "remote", ...(origin ? ["set-url", "origin", origin] : ["remove", "origin"]));
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl });
  await expect(opening.prepare(head, ".")).rejects.toMatchObject({
    name: "Failure",
    code: "SHALLOW_CLONE",
    fix: expect.stringContaining("fetch-depth: 0"),
  });
});

test("a folder becomes the root of a commit that is the same each time, and needs no history", async () => {
  const { workspace, source, head } = await shallowClone();
  const opening = await opened(workspace);
  const snapshot = await opening.prepare(head, "web");
  expect(await opening.prepare(head, "web")).toBe(snapshot);
  expect(await (await opened(source)).prepare(head, "web")).toBe(snapshot);
  expect(await (await opened(source)).prepare(`${await git(source, "rev-parse", "HEAD^")}`, "web")).not.toBe(
    snapshot,
  );

  const { bare, url } = await heroku();
  expect((await pushed(opening, { commit: snapshot, url })).outcome).toBe("pushed");
  expect(await git(bare, "show", "--stat=80", "--format=%P%an %cn %s", "main")).toMatch(
    new RegExp(`^flask-heroku-deploy flask-heroku-deploy Deploy web of ${head}\\n+ app.py`),
  );
  expect(await git(bare, "show", "-s", "--format=%ct", "main")).toBe(
    await git(source, "show", "-s", "--format=%ct", head),
  );
});

test("a folder replaces a commit that the shallow clone knows, in a push that is not shallow itself", async () => {
  const { workspace, source, head, serverUrl } = await shallowClone();
  const { server, bare, url } = await heroku();
  await git(source, "push", "--quiet", bare, "main");
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl });
  const snapshot = await opening.prepare(head, "web");
  expect(await pushed(opening, { commit: snapshot, url, replace: true })).toEqual({
    outcome: "pushed",
    lines: [],
  });
  expect(await git(bare, "rev-parse", "main")).toBe(snapshot);
  expect(await opening.prepare(head, ".")).toBe(head);
  expect((await pushed(opening, { commit: head, url, replace: true })).outcome).toBe("pushed");
  await git(bare, "fsck", "--connectivity-only");
  expect(server.shallowPushes()).toBe(0);

  await git(workspace, "push", "--quiet", url.replace("//", `//heroku:${KEY}@`), "HEAD:refs/heads/y").catch(
    () => {},
  );
  expect(server.shallowPushes()).toBe(1);
});

test("uncommitted and untracked files stay out", async () => {
  const { workspace, head, serverUrl } = await shallowClone();
  await writeFile(join(workspace, ".env"), "SECRET=1");
  await writeFile(join(workspace, "web/app.py"), "changed");
  await git(workspace, "add", ".env");
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl });
  const { bare, url } = await heroku();
  await pushed(opening, { commit: await opening.prepare(head, "."), url });
  expect(await git(bare, "ls-tree", "-r", "--name-only", "main")).toBe("Procfile\nweb/app.py");
  expect(await git(bare, "show", "main:web/app.py")).toBe("3");
});

test.for([
  ["https://github.com/o/r", "https://github.com/o/r"],
  ["https://x-access-token:t@github.com/o/r", "https://github.com/o/r"],
  ["http://127.0.0.1:3000/o/r.git", "http://127.0.0.1:3000/o/r.git"],
  ["file:///srv/r.git", "file:///srv/r.git"],
  ["/srv/a b.git", "file:///srv/a%20b.git"],
  ["../r.git", "file:///home/r.git"],
  ["-r", "file:///home/w/-r"],
  ["ssh://git@github.com/o/r", undefined],
  ["git@github.com:o/r", undefined],
  ["git://github.com/o/r", undefined],
  ["ext::sh -c true", undefined],
  ["https://", undefined],
] as const)("origin %j is read at %j", ([remote, url]) => {
  expect(readableUrl(remote, "/home/w")?.href).toBe(url);
});
