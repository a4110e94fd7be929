import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { endStrays } from "../src/stray-processes.ts";

test("ends what knows the folder, and nothing else", async () => {
  const sleeper = async (folder: string) => {
    const child = spawn("sleep", ["60"], { env: { PATH: process.env.PATH, HOME: folder }, stdio: "ignore" });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child, "spawn");
    return child;
  };
  const [ours, sibling] = [await sleeper("/tmp/stray-1/git-1/home"), await sleeper("/tmp/stray-12/home")];
  const ended = once(ours, "exit");
  expect(await endStrays("/tmp/stray-1")).toBe(1);
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(await endStrays("/tmp/stray-1")).toBe(0);
  expect(sibling.exitCode ?? sibling.signalCode).toBeNull();
});
