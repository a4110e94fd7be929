import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Those of the processes that still run; one that has ended and waits for its parent to notice does not. */
export async function alive(pids: readonly number[]): Promise<number[]> {
  const listing = await promisify(execFile)("ps", ["-o", "pid=,stat=", "-p", pids.join(",")]).catch(() => ({
    stdout: "",
  }));
  const lines = listing.stdout.split("\n").map((line) => line.trim().split(/\s+/));
  return lines.filter(([pid, state]) => pid && state && !state.startsWith("Z")).map(([pid]) => Number(pid));
}
