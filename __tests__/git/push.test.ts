import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeCertificates } from "../../src/local-heroku/certificates.ts";
import { commit, folder, git, repository } from "../support/repository.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { opened } from "./opened.ts";
import { gitServer, KEY, pushed } from "./pushing.ts";

const BUILD_FAILED = `cat >&2 <<'END'
-----> Python app detected

 !     Push rejected, failed to compile Python app.
END
exit 1`;

async function workspaceAndServer(hooks: Record<string, string> = {}, options = {}) {
  const workspace = await folder();
  const head = await repository(workspace);
  const server = await gitServer(options);
  const bare = await server.create("app.git", hooks);
  const main = () => git(bare, "rev-parse", "--verify", "refs/heads/main").catch(() => undefined);
  return { workspace, head, server, bare, main, git: await opened(workspace), url: server.url("app.git") };
}

test("a push moves main, shows the build as it goes, and takes two requests with the key", async () => {
  const { head, server, main, git, url } = await workspaceAndServer({
    "pre-receive": `echo '-----> Building'; printf 'Compressing... 1%%\\rCompressing... done.\\n'; echo; echo '      indented   '`,
  });
  expect(await pushed(git, { commit: head, url })).toEqual({
    outcome: "pushed",
    lines: ["-----> Building", "Compressing... done.", "", "      indented"],
  });
  expect(await main()).toBe(head);
  const withKey = server.requests.filter(({ password }) => password === KEY);
  expect(withKey.map(({ method }) => method)).toEqual(["GET", "POST"]);
  expect(server.requests.length).toBeLessThanOrEqual(3);
});

test("lines come while the build runs", async () => {
  const { head, git, url, bare } = await workspaceAndServer({
    "pre-receive": "echo waiting; until test -e go-on; do sleep 0.02; done; echo done",
  });
  const { outcome, lines } = await pushed(git, {
    commit: head,
    url,
    onLine: (line) => {
      if (line === "waiting") void writeFile(join(bare, "go-on"), "");
    },
  });
  expect([outcome, lines]).toEqual(["pushed", ["waiting", "done"]]);
});

test("5 MB without a newline neither stop a push nor are kept", async () => {
  const { head, git, url } = await workspaceAndServer({
    "pre-receive": "head -c 5000000 /dev/zero | tr '\\0' x; echo; echo end",
  });
  const { outcome, lines } = await pushed(git, { commit: head, url });
  expect(outcome).toBe("pushed");
  expect(lines.at(-1)).toBe("end");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
});

test("a second push of the same commit finds nothing new", async () => {
  const { head, git, url } = await workspaceAndServer();
  await pushed(git, { commit: head, url });
  expect((await pushed(git, { commit: head, url })).outcome).toBe("up-to-date");
});

test.for([
  ["build-failed", BUILD_FAILED],
  ["concurrent-builds", "echo ' !\tYour account has reached its concurrent builds limit' >&2; exit 1"],
  ["shallow", "echo ' !     Push rejected, source repository is a shallow clone. Unshallow it.' >&2; exit 1"],
  ["build-skipped", "echo 'Pushed to branch other than [main, master], skipping build.' >&2"],
  ["pushed", "echo 'Everything up-to-date'; echo \"fatal: Authentication failed for 'x'\""],
  [
    "build-failed",
    "printf 'a\\rfatal: Authentication failed for x\\n=\\tx:y\\t[up to date]\\n!\\tx\\t[rejected] (fetch first)\\n'; exit 1",
  ],
] as const)("a hook can end in %s", async ([outcome, script]) => {
  const { head, git, url } = await workspaceAndServer({ "pre-receive": script });
  expect((await pushed(git, { commit: head, url })).outcome).toBe(outcome);
});

test.for([
  ["unauthorized", { status: 401 }],
  ["unauthorized", { status: 403 }],
  ["no-such-app", { status: 404, body: "!\tNo such app as app." }],
  ["rate-limited", { status: 429 }],
  ["unavailable", { status: 500 }],
  ["unavailable", { status: 503 }],
] as const)("%s: the server answers %j", async ([outcome, answer]) => {
  const { head, main, git, url } = await workspaceAndServer({}, { answer: () => answer });
  expect((await pushed(git, { commit: head, url })).outcome).toBe(outcome);
  expect((await pushed(git, { commit: head, url, replace: true })).outcome).toBe(outcome);
  expect(await main()).toBeUndefined();
});

test.for([
  ["unauthorized", 401],
  ["rate-limited", 429],
  ["interrupted", 503],
  ["interrupted", 504],
] as const)("%s: the server takes the refs and answers the pack by %i", async ([outcome, status]) => {
  const { head, git, url } = await workspaceAndServer(
    {},
    { answer: ({ method }: { method: string }) => (method === "POST" ? { status } : undefined) },
  );
  expect((await pushed(git, { commit: head, url })).outcome).toBe(outcome);
});

test("a wrong key is asked for once, and never again", async () => {
  const { head, server, git, url } = await workspaceAndServer();
  expect((await pushed(git, { commit: head, url, apiKey: "wrong" })).outcome).toBe("unauthorized");
  expect(server.requests.flatMap(({ password }) => password ?? [])).toEqual(["wrong"]);
});

test("a redirect is not followed", async () => {
  const elsewhere = await gitServer();
  await elsewhere.create("app.git");
  const location = elsewhere.url("app.git/info/refs?service=git-receive-pack");
  const { head, git, url } = await workspaceAndServer({}, { answer: () => ({ status: 302, location }) });
  expect((await pushed(git, { commit: head, url })).outcome).toBe("unavailable");
  expect(elsewhere.requests).toEqual([]);
});

test("nobody listens: unavailable", async () => {
  const { head, server, git, url } = await workspaceAndServer();
  await server.close();
  expect((await pushed(git, { commit: head, url })).outcome).toBe("unavailable");
});

test("a history of its own is refused, and replaced only on demand", async () => {
  const { workspace, head, server, main, git: pushing, url } = await workspaceAndServer();
  expect((await pushed(pushing, { commit: head, url, replace: true })).outcome).toBe("pushed");
  await git(workspace, "commit", "--quiet", "--amend", "--message", "Another");
  const other = await pushing.head();
  expect((await pushed(pushing, { commit: other, url })).outcome).toBe("not-fast-forward");
  expect(await main()).toBe(head);
  expect((await pushed(pushing, { commit: other, url, replace: true })).outcome).toBe("pushed");
  expect(await main()).toBe(other);
  const before = server.requests.length;
  expect((await pushed(pushing, { commit: other, url, replace: true })).outcome).toBe("up-to-date");
  expect(server.requests.length - before).toBeLessThanOrEqual(2);
});

test.for([true, false])(
  "what moved after it was read is not replaced (main was there: %s)",
  async (wasThere) => {
    // Another deploy comes between our look at main and our push.
    let overtake = async () => {};
    const { workspace, head, bare, main, server, ...it } = await workspaceAndServer(
      {},
      { answer: ({ path }: { path: string }) => (path.includes("receive-pack") ? overtake() : undefined) },
    );
    const url = server.url("app.git");
    if (wasThere) await pushed(it.git, { commit: head, url });
    const theirs = await commit(workspace, { "app.py": "theirs" });
    await git(workspace, "push", "--quiet", bare, `${theirs}:refs/heads/theirs`);
    await git(workspace, "commit", "--quiet", "--amend", "--message", "Ours");
    overtake = async () => void (await git(bare, "update-ref", "refs/heads/main", theirs));

    const ours = await it.git.head();
    expect((await pushed(it.git, { commit: ours, url, replace: true })).outcome).toBe("not-fast-forward");
    expect(await main()).toBe(theirs);
  },
);

test("a push over TLS trusts GIT_SSL_CAINFO, and nothing without it", async () => {
  const files = await makeCertificates(await folder());
  const { head, workspace, server, url } = await workspaceAndServer({}, { tls: files });
  const trusting = await opened(workspace, {}, { PATH: process.env.PATH, GIT_SSL_CAINFO: files.caFile });
  const careless = await opened(workspace, {}, { PATH: process.env.PATH, GIT_SSL_NO_VERIFY: "1" });
  expect((await pushed(careless, { commit: head, url })).outcome).toBe("unavailable");
  expect(server.requests).toEqual([]);
  expect((await pushed(trusting, { commit: head, url })).outcome).toBe("pushed");
});

test.for([
  "http://git.example.com/app.git",
  "ext::sh -c true",
  "/tmp/app.git",
  "ssh://git@heroku.com/app.git",
])("the key does not go to %s", async (url) => {
  const { head, git } = await workspaceAndServer();
  await expect(pushed(git, { commit: head, url })).rejects.toThrow();
});

test("a connection cut in the upload", async () => {
  const { workspace, server, main, git } = await workspaceAndServer();
  const head = await commit(workspace, { big: Array.from({ length: 60_000 }, () => Math.random()).join() });
  const { port } = await cuttingProxy(server.port, 100_000);
  expect((await pushed(git, { commit: head, url: `http://127.0.0.1:${port}/app.git` })).outcome).toBe(
    "interrupted",
  );
  expect(await main()).toBeUndefined();
});

test("a connection cut in the build, which goes on", async () => {
  const { head, server, main, git } = await workspaceAndServer({ "pre-receive": "echo building; sleep 1" });
  const { port, cut } = await cuttingProxy(server.port);
  const url = `http://127.0.0.1:${port}/app.git`;
  expect(
    (await pushed(git, { commit: head, url, onLine: (line) => line === "building" && cut() })).outcome,
  ).toBe("interrupted");
  await expect.poll(main, { timeout: 5000 }).toBe(head);
});

test("a black hole is left by the signal", async () => {
  const { head, server, main, git } = await workspaceAndServer({ "pre-receive": "echo building; sleep 1" });
  const { port, freeze } = await cuttingProxy(server.port);
  const stop = new AbortController();
  const start = performance.now();
  const { outcome } = await pushed(git, {
    commit: head,
    url: `http://127.0.0.1:${port}/app.git`,
    signal: stop.signal,
    onLine: () => {
      freeze();
      setTimeout(() => stop.abort(), 1500);
    },
  });
  expect(outcome).toBe("interrupted");
  expect(performance.now() - start).toBeLessThan(3500);
  expect(await main()).toBe(head);
});

test("close ends a push that still runs", async () => {
  const { head, git, url } = await workspaceAndServer({ "pre-receive": "echo building; sleep 30" });
  const { outcome } = await pushed(git, { commit: head, url, onLine: () => void git.close() });
  expect(outcome).toBe("interrupted");
});

test("a signal that was given before is obeyed", async () => {
  const { head, server, git, url } = await workspaceAndServer();
  expect((await pushed(git, { commit: head, url, signal: AbortSignal.abort() })).outcome).toBe("interrupted");
  expect(server.requests).toEqual([]);
});

test("of two pushes at once one wins and the other is told", async () => {
  const { workspace, head, main, git: one, url } = await workspaceAndServer({ "pre-receive": "sleep 0.5" });
  await pushed(one, { commit: head, url });
  const left = await commit(workspace, { "app.py": "left" });
  await git(workspace, "reset", "--quiet", "--hard", head);
  const right = await commit(workspace, { "app.py": "right" });
  const two = await opened(workspace);
  const outcomes = await Promise.all([
    pushed(one, { commit: left, url, replace: true }),
    pushed(two, { commit: right, url, replace: true }),
  ]);
  const [first, second] = outcomes.map(({ outcome }) => outcome);
  expect([first, second].sort()).toEqual(["interrupted", "pushed"]);
  expect(await main()).toBe(first === "pushed" ? left : right);
});
