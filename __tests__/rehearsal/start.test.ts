import { execFile } from "node:child_process";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { startLocalHeroku } from "../../src/rehearsal/start.ts";
import { trust } from "../../src/rehearsal/trust.ts";

const LONG = { timeout: 30_000 };

async function start(signal = new AbortController().signal) {
  const folder = await mkdtemp(join(tmpdir(), "start-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  await chmod(folder, 0o755);
  const job = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder };
  const left = async () => (await readdir(folder)).filter((name) => /^(heroku|postgres)-/.test(name));
  return { left, starting: startLocalHeroku({ job, signal, onLine: () => {} }) };
}

test("it is trusted until it is stopped, and leaves nothing", LONG, async () => {
  const { starting, left } = await start();
  const { access, ended, stop } = await starting;
  const ask = () =>
    fetch(new URL("/account", access.host), {
      headers: { accept: "application/vnd.heroku+json; version=3" },
    });
  await expect(ask()).rejects.toThrow();
  const distrust = await trust(access.caFile ?? "");
  expect((await ask()).status).toBe(401);
  expect(await left()).not.toEqual([]);
  distrust();
  expect(ended.aborted).toBe(false);
  await stop();
  await expect(ask()).rejects.toThrow();
  expect(await left()).toEqual([]);
});

test("one that dies in the middle ends the rehearsal with a reason", LONG, async () => {
  const { starting } = await start();
  const { ended, stop } = await starting;
  for (const pid of await localHerokus()) process.kill(pid, "SIGINT");
  await expect.poll(() => ended.aborted, { timeout: 10_000 }).toBe(true);
  expect(ended.reason).toMatchObject({ code: "LOCAL_HEROKU_FAILED" });
  await stop();
});

test("a start that is cancelled leaves nothing", LONG, async () => {
  const cancel = new AbortController();
  const { starting, left } = await start(cancel.signal);
  cancel.abort(new Error("the run was cancelled"));
  await expect(starting).rejects.toThrow("the run was cancelled");
  expect(await left()).toEqual([]);
});

/** Those that this process has started. */
async function localHerokus(): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,args="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && args.includes("--until-stdin-closes") ? [Number(pid)] : [];
  });
}
