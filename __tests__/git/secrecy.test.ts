import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, git, quietLog, repository } from "../support/repository.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { opened } from "./opened.ts";
import { processesWith, watch } from "./process-table.ts";
import { gitServer, pushed } from "./pushing.ts";

const onLinux = test.runIf(process.platform === "linux");
/** Of this file alone: other tests push at the same time, with keys that are in the same process table. */
const KEY = `HRKU-${randomUUID()}`;
const TOKEN = `ghs_${randomUUID()}`;
const ENCODINGS = [KEY, Buffer.from(`heroku:${KEY}`).toString("base64"), encodeURIComponent(KEY)];

onLinux(
  "the key is in no argument, in the environment of the push's own processes alone, and in no file",
  async () => {
    const workspace = await folder();
    const temp = await folder();
    const head = await repository(workspace);
    const server = await gitServer({ password: KEY });
    await server.create("app.git", { "pre-receive": "echo building; sleep 0.5" });
    const opening = await opened(workspace, { temp });
    const url = server.url("app.git");
    await opening.setRemote("heroku", url);

    const seen = await watch(KEY, pushed(opening, { commit: head, url, apiKey: KEY, replace: true }));

    expect(seen.filter(({ argv }) => ENCODINGS.some((text) => argv.includes(text)))).toEqual([]);
    const programs = new Set(seen.map(({ argv }) => argv.split(" ").slice(0, 2).join(" ")));
    expect([...programs]).toContainEqual(expect.stringMatching(/git push$/));
    for (const name of programs)
      expect(name).toMatch(
        /^\S*(?:git (?:push|ls-remote|remote-http|send-pack|pack-objects)|git-remote-http|sh -c)\b/,
      );
    for (const { environment } of seen)
      expect(environment).toContain(`=credential.${new URL(url).origin}.helper\0`);
    for (const place of [workspace, temp]) {
      for (const file of await readdir(place, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const text = await readFile(join(file.parentPath, file.name), "latin1");
        expect(ENCODINGS.filter((secret) => text.includes(secret))).toEqual([]);
      }
    }
  },
);

onLinux("a push that is stopped in a black hole leaves no process behind", async () => {
  const workspace = await folder();
  const head = await repository(workspace);
  const server = await gitServer({ password: KEY });
  await server.create("app.git", { "pre-receive": "echo building; sleep 60" });
  const { port, freeze } = await cuttingProxy(server.port);
  const opening = await opened(workspace);
  const stop = new AbortController();
  let during = 0;
  const start = performance.now();
  const { outcome } = await pushed(opening, {
    commit: head,
    apiKey: KEY,
    url: `http://127.0.0.1:${port}/app.git`,
    signal: stop.signal,
    onLine: async () => {
      freeze();
      during = (await processesWith(KEY)).length;
      stop.abort();
    },
  });
  expect(outcome).toBe("interrupted");
  expect(during).toBeGreaterThanOrEqual(3);
  expect(await processesWith(KEY)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(4000);
});

onLinux("GitHub's token is in no argument either", async () => {
  const server = await gitServer({ password: TOKEN });
  await server.create("repo.git");
  const source = await folder();
  await repository(source);
  await git(source, "push", "--quiet", server.url("repo.git").replace("//", `//x:${TOKEN}@`), "main");
  const workspace = join(await folder(), "workspace");
  await git(source, "commit", "--quiet", "--allow-empty", "-m", "second");
  await git(source, "clone", "--quiet", "--depth=1", `file://${source}`, workspace);
  await git(source, "push", "--quiet", server.url("repo.git").replace("//", `//x:${TOKEN}@`), "main");
  await git(
    workspace,
    "remote",
    "set-url",
    "origin",
    server.url("repo.git").replace("//", `//x-access-token:${TOKEN}@`),
  );
  const foreign: string[] = [];
  const serverUrl = new URL(server.url("")).origin;
  const opening = await opened(workspace, { githubToken: TOKEN, serverUrl, log: quietLog(foreign) });

  const seen = await watch(TOKEN, opening.prepare(await opening.head(), "."));

  expect(seen.map(({ argv }) => argv).filter((argv) => argv.includes(TOKEN))).toEqual([]);
  expect(seen.length).toBeGreaterThan(0);
  expect(foreign.join("\n")).not.toContain(TOKEN);
});
