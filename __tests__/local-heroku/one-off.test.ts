import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type TLSSocket } from "node:tls";
import { afterAll, expect, test } from "vitest";
import { alive } from "./support/alive.ts";
import { localHeroku } from "./support/instance.ts";
import { source, WSGI } from "./support/source.ts";
import { stream } from "./support/stream.ts";
import { until } from "./support/visit.ts";

const heroku = await localHeroku({ attachLimitMs: 2_000 });
const { api } = heroku;

await api("POST", "/apps", { body: { name: "one-offs" } });
await api("PATCH", "/apps/one-offs/config-vars", { body: { GREETING: "hello" } });
const files = { ...WSGI, Procfile: "web: gunicorn app:app\nsay: echo said\n" };
await (await source(files, afterAll)).push(heroku, "one-offs");

type Attached = {
  readonly socket: TLSSocket;
  /** What came, one entry for each TLS record. */
  readonly chunks: Buffer[];
  text(): string;
  readonly closed: Promise<number>;
};

function create(body: Record<string, unknown>) {
  return api("POST", "/apps/one-offs/dynos", { body: { attach: true, ...body } });
}

async function attach(url: unknown, { say = "" } = {}): Promise<Attached> {
  const { host, hostname, port, pathname } = new URL(String(url).replace("rendezvous:", "https:"));
  expect(host).toMatch(/^localhost:\d+$/);
  const socket = connect({ host: hostname, port: Number(port), ca: await readFile(heroku.caFile) });
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  socket.on("error", () => undefined);
  const closed = new Promise<number>((resolve) => socket.once("close", () => resolve(Date.now())));
  socket.write(`${pathname.slice(1)}\r\n${say}`);
  return { socket, chunks, text: () => Buffer.concat(chunks).toString(), closed };
}

const run = async (body: Record<string, unknown>, say?: string) => {
  const attached = await attach((await create(body)).get("attach_url"), say === undefined ? {} : { say });
  await attached.closed;
  return attached;
};

test("the greeting comes alone, then the output of both streams, then the end", async () => {
  const created = await create({
    command: "echo $GREETING; echo problem >&2; sleep 0.1; echo $DYNO $EXTRA",
    env: { EXTRA: "more" },
  });
  expect(created.body).toMatchObject({
    state: "starting",
    type: "run",
    size: "Basic",
    name: expect.stringMatching(/^run\.\d{4}$/),
  });
  const { chunks, closed, text } = await attach(created.get("attach_url"));
  await closed;
  expect(String(chunks[0])).toBe("rendezvous\r\n");
  expect(text().split("\n").slice(1, -1).sort()).toEqual(["hello", "problem", `${created.get("name")} more`]);
});

test("a status line is never cut, however much comes before it", async () => {
  const command = `python -c "print('x' * 200000)"; echo "\uffff heroku-command-exit-status: $?"`;
  const { chunks, text } = await run({ command }, "\x04");
  expect(text()).toHaveLength(
    "rendezvous\r\n".length + 200_001 + "\uffff heroku-command-exit-status: 0\n".length,
  );
  expect(chunks.map(String)).toContain("\uffff heroku-command-exit-status: 0\n");
});

test("input is passed on, and 0x04 ends it", async () => {
  const { text } = await run({ command: "cat; echo over" }, "typed\n\x04");
  expect(text()).toBe("rendezvous\r\ntyped\nover\n");
});

test("the socket stays open for a while after the output, unless the client has said that it is done", async () => {
  const started = Date.now();
  const patient = await run({ command: "true" });
  expect((await patient.closed) - started).toBeGreaterThan(450);
});

test("a dyno is gone when it has ended", async () => {
  const created = await create({ command: "true" });
  expect((await api("GET", `/apps/one-offs/dynos/${created.get("name")}`)).get("state")).toBe("starting");
  await (await attach(created.get("attach_url"))).closed;
  await until(async () => (await api("GET", `/apps/one-offs/dynos/${created.get("name")}`)).status === 404);
});

test("it has no PORT and its own copy of the app", async () => {
  await run({ command: "touch mine; ls" });
  const { text } = await run({ command: "ls; echo port=$PORT" });
  expect(text()).toBe("rendezvous\r\nProcfile\napp.py\nrequirements.txt\nport=\n");
});

test("a process type's name stands for its command", async () => {
  const { text } = await run({ command: "say more" });
  expect(text()).toBe("rendezvous\r\nsaid more\n");
});

test("when the client goes away, the dyno gets SIGHUP", async () => {
  const created = await create({
    command: "trap 'echo hung up >&3; exit' HUP; exec 3>/dev/null; echo $$; while :; do sleep 0.05; done",
  });
  const { socket, text } = await attach(created.get("attach_url"));
  const pid = Number(await until(() => /\n(\d+)\n/.exec(text())?.[1]));
  socket.destroy();
  await until(async () => (await alive([pid])).length === 0);
  await until(async () => (await api("GET", `/apps/one-offs/dynos/${created.get("name")}`)).status === 404);
});

test("a dyno that nobody attaches to ends with R13", async () => {
  const created = await create({ command: "true" });
  await until(async () => (await api("GET", `/apps/one-offs/dynos/${created.get("name")}`)).status === 404);
  const { closed, text } = await attach(created.get("attach_url"));
  await closed;
  expect(text()).toBe("");
});

test("a secret is good for one client, and no other is", async () => {
  const created = await create({ command: "sleep 0.3; echo mine" });
  const first = await attach(created.get("attach_url"));
  await until(() => first.text() !== "");
  const second = await attach(created.get("attach_url"));
  const stranger = await attach(String(created.get("attach_url")).replace(/[^/]+$/, "0".repeat(32)));
  await Promise.all([first.closed, second.closed, stranger.closed]);
  expect([first.text(), second.text(), stranger.text()]).toEqual(["rendezvous\r\nmine\n", "", ""]);
});

test("a client that does not keep up slows the dyno down, and still gets everything", async () => {
  const command = "head -c 6000000 /dev/zero | tr '\\0' x; echo; echo the end";
  const { socket, text, closed } = await attach((await create({ command })).get("attach_url"));
  socket.pause();
  await sleep(1_500);
  const { rss } = process.memoryUsage();
  socket.resume();
  await closed;
  expect(text().replace(/^rendezvous\r\n/, "")).toHaveLength(6_000_000 + "\nthe end\n".length);
  const endless = await attach((await create({ command: "cat /dev/zero" })).get("attach_url"));
  endless.socket.pause();
  await sleep(1_500);
  expect((process.memoryUsage().rss - rss) / 1024 / 1024).toBeLessThan(200);
  endless.socket.destroy();
});

test("time to live", async () => {
  const created = await create({
    command: "echo $$; trap '' TERM; while :; do sleep 0.05; done",
    time_to_live: 1,
  });
  const { closed, text } = await attach(created.get("attach_url"));
  await closed;
  expect(await alive([Number(text().split("\n")[1])])).toEqual([]);
});

test("it can be stopped", async () => {
  const created = await create({ command: "echo up; exec sleep 300" });
  const { closed, text } = await attach(created.get("attach_url"));
  await until(() => text().includes("up"));
  await api("POST", `/apps/one-offs/dynos/${created.get("name")}/actions/stop`);
  await closed;
});

test("a detached dyno writes into the log", async () => {
  const created = await create({ command: "echo detached words", attach: false });
  expect(created.get("attach_url")).toBe(null);
  await until(async () => (await api("GET", `/apps/one-offs/dynos/${created.get("name")}`)).status === 404);
  const session = await api("POST", "/apps/one-offs/log-sessions", { body: { dyno: created.get("name") } });
  const read = await stream(heroku, String(session.get("logplex_url")));
  await read.ended;
  expect(read.text()).toContain(`app[${created.get("name")}]: detached words`);
  expect(read.text()).toContain("State changed from up to complete");
});

test.for([
  [{ command: undefined }, "Command is required"],
  [{ command: "true", size: "Gigantic" }, "No such size as Gigantic"],
  [{ command: "true", time_to_live: 90_000 }, "Time to live"],
  [{ command: "true", env: { A: 1 } }, "Invalid A"],
] as const)("%o is refused", async ([body, message]) => {
  expect(await create(body)).toMatchObject({
    status: 422,
    body: { id: "invalid_params", message: expect.stringContaining(message) },
  });
});

test("a process that left the dyno's group does not keep the dyno", async () => {
  const { text } = await run({ command: "setsid sleep 3 & echo done" });
  expect(text()).toContain("done");
});
