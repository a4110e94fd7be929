import { spawn } from "node:child_process";
import { once } from "node:events";
import { MARK } from "./strays.ts";

/**
 * Waits for a word; without one it kills whoever has the mark in its environment or works in one of the folders, and
 * removes these. Twice, because one that forks can slip past a single look.
 */
const PROGRAM = `
read -r word && exit
for turn in 1 2; do
  for process in /proc/[0-9]*; do
    found=$(grep -csa "$0" "$process/environ")
    for folder; do
      case "$(readlink "$process/cwd")" in "$folder" | "$folder"/*) found=1 ;; esac
    done
    [ "\${found:-0}" -gt 0 ] && kill -KILL "\${process#/proc/}"
  done
done 2>/dev/null
rm -rf "$@"
`;

export type Guardian = {
  /** Sends it away: nothing is left to be done. */
  dismiss(): Promise<void>;
};

/**
 * Starts a process that outlives this one. When this one ends without a word, as by SIGKILL, it ends what the mark
 * belongs to, the database server included, and removes the folders. Where there is no /proc it only removes.
 */
export function startGuardian(mark: string, folders: readonly string[]): Guardian {
  const child = spawn("/bin/sh", ["-c", PROGRAM, `${MARK}=${mark}`, ...folders], {
    cwd: "/",
    env: { PATH: process.env.PATH ?? "" },
    // Ctrl-C is not for it.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = once(child, "exit").catch(() => undefined);
  child.stdin.on("error", () => undefined);
  return {
    async dismiss() {
      child.stdin.end("done\n");
      await ended;
    },
  };
}
