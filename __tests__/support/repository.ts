import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import type { Log } from "../../src/report/log.ts";

const run = promisify(execFile);

/** A folder of this test's own, removed after it. */
export async function folder(): Promise<string> {
  const made = await realpath(await mkdtemp(join(tmpdir(), "git-test-")));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** Runs the real git as a developer would, apart from this machine's configuration, and gives what it printed. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "protocol.file.allow=always",
  ];
  const { stdout } = await run("git", [...identity, ...args], {
    cwd,
    maxBuffer: 2 ** 28,
    env: { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
  });
  return stdout.trim();
}

/** Writes files and commits them; gives the commit's full id. */
export async function commit(workspace: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, name)), { recursive: true });
    await writeFile(join(workspace, name), text);
  }
  await git(workspace, "add", "--all");
  await git(workspace, "commit", "--quiet", "--allow-empty", "--message", "A commit");
  return git(workspace, "rev-parse", "HEAD");
}

/** Makes a repository with one commit of these files. */
export async function repository(
  workspace: string,
  files: Readonly<Record<string, string>> = { Procfile: "web: gunicorn app:app\n" },
): Promise<string> {
  await mkdir(workspace, { recursive: true });
  await git(workspace, "init", "--quiet", "--initial-branch=main");
  return commit(workspace, files);
}

/** A log that keeps the foreign lines and has no use for the rest. */
export function quietLog(foreign: string[] = []): Log {
  const nothing = () => {};
  return {
    group: (_title, body) => body(),
    info: nothing,
    foreign: (line) => foreign.push(line),
    tail: () => [],
    notice: nothing,
    warning: nothing,
    annotate: nothing,
    secret: nothing,
    redact: (text) => text,
  };
}
