import { spawn } from "node:child_process";
import { once } from "node:events";
import { MARK } from "./strays.ts";

/**
 * Takes the names of folders until it is told that it is done. When its input ends without that word, it ends whoever
 * has the mark in its environment or works in one of the folders, and removes these. SIGQUIT first, with which a database
 * server gives its shared memory back; then twice SIGKILL, because one that forks can slip past a single look.
 */
const PROGRAM = `
while IFS= read -r word; do
  [ "$word" = done ] && exit
  set -- "$@" "$word"
done
for signal in QUIT KILL KILL; do
  for process in /proc/[0-9]*; do
    found=$(grep -csa "$0" "$process/environ")
    for folder; do
      case "$(readlink "$process/cwd")" in "$folder" | "$folder"/*) found=1 ;; esac
    done
    [ "\${found:-0}" -gt 0 ] && kill -"$signal" "\${process#/proc/}"
  done
  sleep 0.3
done 2>/dev/null
rm -rf "$@"
`;

export type Guardian = {
  /** Tells it of a folder, with an absolute path, that is to go with this process. */
  watch(folder: string): void;
  /** Sends it away: nothing is left to be done. */
  dismiss(): Promise<void>;
};

/**
 * Starts a process that outlives this one. When this one ends without a word, as by SIGKILL, it ends what the mark
 * belongs to and who works in the folders that it was told of, and removes them. Where there is no /proc it only removes.
 */
export function startGuardian(mark: string): Guardian {
  const child = spawn("/bin/sh", ["-c", PROGRAM, `${MARK}=${mark}`], {
    cwd: "/",
    env: { PATH: process.env.PATH ?? "" },
    // Ctrl-C is not for it.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const ended = once(child, "exit").catch(() => undefined);
  child.stdin.on("error", () => undefined);
  return {
    watch(folder) {
      child.stdin.write(`${folder}\n`);
    },
    async dismiss() {
      child.stdin.end("done\n");
      await ended;
    },
  };
}
