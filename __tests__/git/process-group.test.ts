import { expect, test } from "vitest";
import { type Command, runGroup } from "../../src/git/process-group.ts";
import { folder } from "../support/repository.ts";
import { processesWith } from "./process-table.ts";

const never = new AbortController().signal;

async function shell(script: string, more: Partial<Command> = {}) {
  const env = { PATH: process.env.PATH ?? "" };
  return runGroup({
    file: "/bin/sh",
    args: ["-c", script],
    cwd: await folder(),
    env,
    signal: never,
    ...more,
  });
}

test("gives the exit code, all of standard output, the lines of standard error", async () => {
  const lines: string[] = [];
  const onLine = (line: string) => lines.push(line);
  const { stdout, ...ended } = await shell("cat; printf 'one\\ntwo' >&2; exit 7", { input: "\0x", onLine });
  expect(ended).toEqual({ code: 7, stderr: ["one", "two"], aborted: false });
  expect(stdout.toString()).toBe("\0x");
  expect(lines).toEqual(["one", "two"]);
});

test("keeps the last lines only, and hands on all", async () => {
  let count = 0;
  const { stderr } = await shell("seq 1 5000 >&2", { onLine: () => count++ });
  expect(count).toBe(5000);
  expect(stderr).toHaveLength(200);
  expect(stderr.at(-1)).toBe("5000");
});

test("a program that does not read its input is no error", async () => {
  expect((await shell("exec <&-; exit 3", { input: "x".repeat(5_000_000) })).code).toBe(3);
});

test("a program that is not there is one", async () => {
  await expect(shell("", { file: "/missing/program" })).rejects.toMatchObject({ code: "ENOENT" });
});

test("a group that ignores the first signal is killed by the second", async () => {
  const mark = `mark-${process.pid}-stubborn`;
  const stop = new AbortController();
  const start = performance.now();
  const { code, aborted } = await shell(
    `trap '' TERM; echo ready >&2; sleep 60 & (sleep 60; : ${mark}) & wait; wait`,
    {
      onLine: () => stop.abort(),
      signal: stop.signal,
    },
  );
  const ms = performance.now() - start;
  expect([code, aborted]).toEqual([null, true]);
  expect(ms).toBeGreaterThan(1900);
  expect(ms).toBeLessThan(4000);
  if (process.platform === "linux") expect(await processesWith(mark)).toEqual([]);
});

test("helpers do not outlive a leader that was killed by another hand", async () => {
  const start = performance.now();
  const { code, aborted } = await shell("sleep 60 & kill -9 $$");
  expect([code, aborted]).toEqual([null, false]);
  expect(performance.now() - start).toBeLessThan(3000);
});
