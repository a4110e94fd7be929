import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../failure.ts";
import type { Log } from "../report/log.ts";
import { call, GIVE_UP } from "./network.ts";
import { readableUrl } from "./origin.ts";
import { remoteUrl } from "./remote.ts";
import type { Base, Run } from "./run.ts";
import type { WorkspaceRepository } from "./workspace.ts";

export type Completion = {
  readonly run: Run;
  readonly base: Base;
  readonly quarantine: string;
  readonly repository: WorkspaceRepository;
  readonly workspace: string;
  readonly githubToken: string | undefined;
  readonly serverUrl: string;
  readonly log: Log;
};

/**
 * Makes the history of a commit complete in the quarantine, by fetching what a shallow clone left out from the
 * workspace's origin: Heroku refuses a push from a shallow repository. The workspace stays as it is. Throws
 * Failure SHALLOW_CLONE when origin cannot give it.
 */
export async function completeHistory(commit: string, completion: Completion): Promise<void> {
  const { run, quarantine } = completion;
  const cut = await cuts(run, quarantine, commit);
  if (cut.length > 0) {
    await fetchBehind(cut, completion);
    if ((await cuts(run, quarantine, commit)).length > 0) throw shallowClone();
  }
  // Cuts elsewhere in the workspace do not matter to this commit, but would mark the push as shallow.
  await rm(join(quarantine, "shallow"), { force: true });
}

/** The commits behind which this commit's history is cut off. */
async function cuts(run: Run, quarantine: string, commit: string): Promise<string[]> {
  const shallow = await readFile(join(quarantine, "shallow"), "utf8").catch(() => "");
  if (shallow === "") return [];
  const { stdout } = await run(["rev-list", "--max-parents=0", commit]);
  const roots = new Set(stdout.toString().split("\n"));
  return shallow.split("\n").filter((oid) => oid !== "" && roots.has(oid));
}

/** Asks for the cut commits themselves: origin has them, whatever was committed on top since. */
async function fetchBehind(cut: readonly string[], completion: Completion): Promise<void> {
  const { run, base, repository, workspace, githubToken, serverUrl, log } = completion;
  const origin = await remoteUrl(run, repository, "origin");
  const url = origin === undefined ? undefined : readableUrl(origin, workspace);
  if (url === undefined) throw shallowClone();

  const isGitHub = url.origin !== "null" && url.origin === new URL(serverUrl).origin;
  const { code } = await call(base, {
    args: ["fetch", "--unshallow", "--no-tags", "--no-write-fetch-head", url.href, ...cut],
    url,
    login: isGitHub && githubToken ? { username: "x-access-token", password: githubToken } : undefined,
    config: GIVE_UP,
    onLine: log.foreign,
  });
  if (code !== 0) throw shallowClone();
}

function shallowClone(): Failure {
  return new Failure(
    "SHALLOW_CLONE",
    "The checkout has only the newest part of the history, which Heroku does not take, and the rest could not be fetched from origin.",
    { fix: "Give actions/checkout the option `fetch-depth: 0`.", page: "steps/push.md#shallow-clones" },
  );
}
