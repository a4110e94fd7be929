import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { alive } from "./support/alive.ts";
import { apiClient } from "./support/api-client.ts";
import { CACHE, type Instance, localHeroku } from "./support/instance.ts";
import { source, WSGI } from "./support/source.ts";
import { until, visit } from "./support/visit.ts";

const ENTRY = join(import.meta.dirname, "../../src/local-heroku/index.ts");

/** A command that tells its process ids and ends only for SIGKILL. */
const STUBBORN = `trap "" TERM HUP INT; (trap "" TERM HUP INT; exec sleep 302) & echo "pids $$ $!" > "$OUT"; exec sleep 303`;

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stop-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the entry as a process of its own, with its temporary files in `folder`. */
async function serve(folder: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: join(CACHE, ".."), TMPDIR: folder };
  const child = spawn(process.execPath, [ENTRY, ...args], { env, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exported: [string, string][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [, name = "", value = ""] = /^export ([A-Z_]+)=(.+)$/.exec(line) ?? [];
    exported.push([name, value]);
    if (name === "HEROKU_API_KEY") break;
  }
  const variables = Object.fromEntries(exported);
  const parts = {
    url: variables.HEROKU_HOST ?? "",
    apiKey: variables.HEROKU_API_KEY ?? "",
    caFile: variables.GIT_SSL_CAINFO ?? "",
    env: variables,
    scenario: {},
    logged: [],
    stop: async () => undefined,
  };
  const instance: Instance = { ...parts, api: await apiClient(parts) };
  return { child, instance, exported };
}

/** An app with a web dyno, and a one-off that does not want to end. */
async function busy(heroku: Instance, folder: string): Promise<{ pids: number[]; web: string }> {
  const { api } = heroku;
  const web = String((await api("POST", "/apps", { body: { name: "busy" } })).get("web_url"));
  await api("POST", "/apps/busy/addons", { body: { plan: "heroku-postgresql" } });
  const { output } = await (await source(WSGI)).push(heroku, "busy");
  expect(output).toContain("Released");
  expect((await visit(web)).status).toBe(200);
  const file = join(folder, "pids");
  await api("POST", "/apps/busy/dynos", { body: { command: STUBBORN, env: { OUT: file } } });
  const text = await until(() =>
    readFile(file, "utf8").then(
      (found) => found || undefined,
      () => undefined,
    ),
  );
  return { pids: text.trim().split(" ").slice(1).map(Number), web };
}

/** Temporary things that are left in a folder, of ours or of PostgreSQL's. */
async function left(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^(heroku|postgres)-/.test(name));
}

/** The folder of the databases in memory, if there is one. */
async function inMemory({ caFile }: Pick<Instance, "caFile">): Promise<string[]> {
  const name = basename(dirname(caFile));
  const names: string[] = await readdir("/dev/shm").catch(() => []);
  return names.filter((one) => one === name);
}

// Only Linux says whose processes are left when nobody is there to end them.
const KILLED = process.platform === "linux" ? (["SIGKILL"] as const) : [];

test.for(["SIGINT", "SIGTERM", "end of input", ...KILLED] as const)(
  "nothing is left after %s",
  { timeout: 40_000 },
  async (how) => {
    const folder = await emptyFolder();
    const { child, instance, exported } = await serve(
      folder,
      ...(how === "end of input" ? ["--until-stdin-closes"] : []),
    );
    expect(exported.at(-1)?.[0]).toBe("HEROKU_API_KEY");
    const { pids, web } = await busy(instance, folder);
    const ports = [web, instance.url].map((url) => Number(new URL(url).port));
    expect(await Promise.all(ports.map(isOpen))).toEqual([true, true]);
    const children = await descendants(Number(child.pid));
    expect(children.length).toBeGreaterThan(3);
    const ended = once(child, "exit");
    if (how === "end of input") child.stdin?.end();
    else child.kill(how);
    const [code] = await ended;
    expect(code).toBe(how === "SIGKILL" ? null : 0);
    // Somebody else ends what a killed one leaves, a moment later.
    const clean = { alive: [], open: [false, false], left: [] };
    const state = async () => ({
      alive: await alive([...pids, ...children]),
      open: await Promise.all(ports.map(isOpen)),
      left: [...(await left(folder)), ...(await inMemory(instance))],
    });
    if (how === "SIGKILL") await expect.poll(state, { timeout: 10_000 }).toEqual(clean);
    else expect(await state()).toEqual(clean);
  },
);

test("a start that is broken off leaves nothing either", async () => {
  const folder = await emptyFolder();
  const child = spawn(process.execPath, [ENTRY, "--until-stdin-closes"], {
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(await left(folder)).toEqual([]);
});

test("nothing is left after a defect of its own, and it fails", async () => {
  const folder = await emptyFolder();
  const defect = `data:text/javascript,process.once("SIGUSR2", () => { throw new Error("a defect"); })`;
  const child = spawn(process.execPath, ["--import", defect, ENTRY], {
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("export HEROKU_API_KEY")) child.kill("SIGUSR2");
  }
  const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
  expect(said).toContain("local-heroku: a defect");
  expect(code).toBe(1);
  expect(await left(folder)).toEqual([]);
});

test.for([["--port", "none"], ["--wrong"], ["--port", "70000"]])(
  "%o is refused with the usage",
  async (args) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    const [code] = await once(child, "close");
    expect(said).toContain("usage: local-heroku");
    expect(code).toBe(2);
  },
);

test("--port is the port, and one that is taken is an error", async () => {
  const first = await localHeroku({}, onTestFinished);
  const { port } = new URL(first.url);
  const folder = await emptyFolder();
  const child = spawn(process.execPath, [ENTRY, "--port", port], {
    env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  expect(said).toContain("EADDRINUSE");
  expect(code).toBe(1);
  expect(await left(folder)).toEqual([]);
});

test("a start that fails closes what it had opened", async () => {
  const first = await localHeroku({}, onTestFinished);
  const start = join(import.meta.dirname, "../../src/local-heroku/start.ts");
  const program = `import { startLocalHeroku } from ${JSON.stringify(start)};
    await startLocalHeroku({ port: ${new URL(first.url).port} }).catch((error) => console.log(error.code));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    env: { PATH: process.env.PATH, HOME: await emptyFolder() },
    stdio: ["ignore", "pipe", "inherit"],
    // What listens keeps it from ending.
    timeout: 20_000,
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  expect([code, said]).toEqual([0, "EADDRINUSE\n"]);
});

test("stop can be called twice", async () => {
  const heroku = await localHeroku({}, onTestFinished);
  await Promise.all([heroku.stop(), heroku.stop()]);
  await heroku.stop();
});

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function descendants(pid: number): Promise<number[]> {
  const { stdout } = spawn("ps", ["-A", "-o", "pid=,ppid="]);
  const pairs: [number, number][] = [];
  for await (const line of createInterface({ input: stdout })) {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    pairs.push([child, parent]);
  }
  const below = (parent: number): number[] =>
    pairs.filter((pair) => pair[1] === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}
