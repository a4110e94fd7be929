import { readdir } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { freePort } from "../../src/local-heroku/dynos/ports.ts";
import { alive } from "./support/alive.ts";
import { type Instance, localHeroku } from "./support/instance.ts";
import { type Files, source, WSGI } from "./support/source.ts";
import { stream } from "./support/stream.ts";
import { until, visit } from "./support/visit.ts";

vi.setConfig({ testTimeout: 60_000 });

const heroku = await localHeroku({ killAfterMs: 500 });

/** A daemon that tells its process id, holds a port, and does not want to end. */
const STRAY = `
import os, signal, socket, sys, time

ready, tell = os.pipe()
if os.fork():
    os.read(ready, 1)
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
os.chdir("/")
for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(name, signal.SIG_IGN)
os.close(ready)
listening = socket.create_server(("127.0.0.1", int(sys.argv[1])))
os.write(1, b"stray %d\\n" % os.getpid())
os.write(tell, b".")
time.sleep(300)
`;

/** The same with nothing in its environment, but still in the app's folder. */
const BARE = `
trap "" TERM HUP INT
echo "stray $$"
while :; do /bin/sleep 1; done
`;

/** A hundred processes, each in a session of its own. */
const BOMB = `
import os, time

for _ in range(99):
    if os.fork() == 0:
        os.setsid()
        break
os.write(1, b"stray %d\\n" % os.getpid())
time.sleep(300)
`;

const APP: Files = { ...WSGI, "stray.py": STRAY, "bare.sh": BARE, "bomb.py": BOMB };
const cleaning: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(cleaning.map((clean) => clean())));
const deploying = deploy(heroku, "hostile", APP);

async function deploy(to: Instance, name: string, files: Files) {
  const url = (await to.api("POST", "/apps", { body: { name } })).get("web_url");
  const app = await source(files, (clean) => cleaning.push(clean));
  return { ...(await app.push(to, name)), url };
}

async function logs(of: Instance, name: string): Promise<string> {
  const body = { lines: 1_500 };
  const session = await of.api("POST", `/apps/${name}/log-sessions`, { body });
  const read = await stream(of, String(session.get("logplex_url")));
  await read.ended;
  return read.text();
}

/** The processes that have told their ids in an app's log. */
async function strays(of: Instance, name: string, count: number): Promise<number[]> {
  return until(async () => {
    const found = [...(await logs(of, name)).matchAll(/: stray (\d+)$/gm)].map(([, pid]) => Number(pid));
    return found.length >= count ? found : undefined;
  });
}

function run(of: Instance, name: string, command: string) {
  return of.api("POST", `/apps/${name}/dynos`, { body: { command } });
}

test("nothing survives its dyno: neither a daemon, nor one without an environment, nor a hundred", async () => {
  await deploying;
  const port = await freePort();
  const command = `python stray.py ${port}; env -i setsid /bin/sh bare.sh & python bomb.py; sleep 300`;
  const dyno = await run(heroku, "hostile", command);
  const pids = await strays(heroku, "hostile", 102);
  expect(await alive(pids)).toHaveLength(102);
  await heroku.api("POST", `/apps/hostile/dynos/${dyno.get("name")}/actions/stop`);
  await until(async () => (await alive(pids)).length === 0);
  await listen(port);
});

test("nothing survives the local Heroku, nor a build", async () => {
  const other = await localHeroku({ killAfterMs: 200 }, onTestFinished);
  const [port = 0, second = 0] = [await freePort(), await freePort()];
  const { output, code } = await deploy(other, "leaving", {
    ...APP,
    Procfile: `web: python stray.py ${port}; exec gunicorn app:app\n`,
    "bin/post_compile": `#!/bin/sh\npython stray.py ${second}\n`,
  });
  expect(code, output).toBe(0);
  const built = [...output.matchAll(/stray (\d+)/g)].map(([, pid]) => Number(pid));
  expect(built).toHaveLength(1);
  expect(await alive(built)).toEqual([]);
  const pids = await strays(other, "leaving", 1);
  expect(await alive(pids)).toHaveLength(1);
  await other.stop();
  expect(await alive(pids)).toEqual([]);
  await listen(port);
});

test.for([
  ["lines", "yes"],
  ["a line without an end", "tr '\\0' x < /dev/zero"],
] as const)("%s without end neither fill the memory nor keep others waiting", async ([, command]) => {
  await deploying;
  const before = process.memoryUsage().rss;
  const dyno = await run(heroku, "hostile", command);
  const end = Date.now() + 2_000;
  while (Date.now() < end) {
    expect((await heroku.api("GET", "/apps/hostile")).status).toBe(200);
    await sleep(50);
  }
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(200);
  await heroku.api("POST", `/apps/hostile/dynos/${dyno.get("name")}/actions/stop`);
  const name = String(dyno.get("name"));
  const lines = (await logs(heroku, "hostile")).split("\n").filter((line) => line.includes(`[${name}]: `));
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(10_100);
});

test("whoever reads a log too slowly loses lines, and is told so", async () => {
  await deploying;
  const body = { tail: true, lines: 1 };
  const session = await heroku.api("POST", "/apps/hostile/log-sessions", { body });
  const tail = await stream(heroku, String(session.get("logplex_url")));
  tail.pause();
  const dyno = await run(
    heroku,
    "hostile",
    "yes $(printf %1000s | tr ' ' x) | head -c 30000000; echo; echo over",
  );
  await until(async () => (await logs(heroku, "hostile")).includes("]: over"));
  tail.resume();
  await until(() => run(heroku, "hostile", "echo again").then(() => tail.text().includes("Error L11")));
  expect(tail.text()).toMatch(
    /heroku\[logplex\]: Error L11 \(Tail buffer overflow\) -> This tail session dropped \d+/,
  );
  expect(tail.text().length).toBeLessThan(20_000_000);
  expect(dyno.status).toBe(201);
  tail.close();
});

test("a build that prints without end is cut, and says so", async () => {
  const { output, code } = await deploy(heroku, "loud", {
    ...WSGI,
    "bin/pre_compile": "#!/bin/sh\nyes $(printf %1000s | tr ' ' x) | head -c 3000000\necho the end\n",
  });
  expect(code).toBe(0);
  expect(output).toContain("The output is longer than the local Heroku keeps");
  expect(output).not.toContain("the end");
  expect(output).toContain("Released v3");
});

test("a build that takes too long ends as Heroku's does, with what it started", async () => {
  const hasty = await localHeroku({ buildLimitMs: 1_500, killAfterMs: 200 }, onTestFinished);
  const { output, code } = await deploy(hasty, "slow", {
    ...WSGI,
    "bin/pre_compile": `#!/bin/sh\necho "stray $$"\ntrap "" TERM\nsleep 300\n`,
  });
  expect(output).toContain("Timed out compiling Python app");
  expect(code).toBe(1);
  const pids = [...output.matchAll(/stray (\d+)/g)].map(([, pid]) => Number(pid));
  expect(await alive(pids)).toEqual([]);
});

test("a slug is measured compressed, and one that is too large is refused", async () => {
  const small = await localHeroku({ slugLimitBytes: 2 * 1024 * 1024 }, onTestFinished);
  const hook = (from: string) => `#!/bin/sh\nhead -c 4000000 ${from} > large.bin\n`;
  const zeros = await deploy(small, "zeros", { ...WSGI, "bin/post_compile": hook("/dev/zero") });
  expect(zeros.code, zeros.output).toBe(0);
  const random = await deploy(small, "random", { ...WSGI, "bin/post_compile": hook("/dev/urandom") });
  expect(random.output).toMatch(/ ! {5}Compiled slug size: \d\.\dM is too large \(max is 2M\)\./);
  expect(random.code).toBe(1);
});

test("a dyno's many files go with it, and its app goes on", async () => {
  const { url } = await deploying;
  const many = `import pathlib
for n in range(3000):
    folder = pathlib.Path(f"many/{n % 50}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / str(n)).write_text("x" * 100)
print("written")`;
  const dyno = await run(heroku, "hostile", `python -c '${many}'`);
  await until(async () => (await logs(heroku, "hostile")).includes("written"));
  await until(
    async () => (await heroku.api("GET", `/apps/hostile/dynos/${dyno.get("name")}`)).status === 404,
  );
  const folder = String(Object(Object((await visit(url)).json).env).HOME).replace(/\/[^/]+\/app$/, "");
  await until(async () => !(await readdir(folder)).includes(String(dyno.get("id")).slice(0, 8)));
});

/** Resolves when nobody else has the port. */
function listen(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve()));
  });
}
