import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
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
  readonly log: Pick<Log, "foreign">;
};

/**
 * Makes the history of a commit complete in the quarantine, by fetching what a shallow clone left out from the
 * workspace's origin: Heroku refuses a push from a shallow repository. The workspace stays as it is. Throws
 * Failure SHALLOW_CLONE when origin cannot give it.
 */
export async function completeHistory(commit: string, completion: Completion): Promise<void> {
  const { run, quarantine, repository } = completion;
  await rm(grafts(quarantine), { force: true });
  const known = await shallowFile(repository);
  if (known === "") return;

  const shallow = join(quarantine, "shallow");
  await writeFile(shallow, known);
  const cut = await cuts(run, shallow, commit);
  if (cut.length > 0) {
    await fetchBehind(cut, completion);
    if ((await cuts(run, shallow, commit)).length > 0) throw shallowClone();
  }
  // Cuts elsewhere in the workspace do not matter to this commit, but git would tell Heroku of them.
  await rm(shallow, { force: true });
}

/**
 * Lets the quarantine end every history where the workspace's does, for the push of a commit without parents: git
 * also looks at what Heroku has now, and dies (2.47) of a commit that is here without its parents. A `shallow` file
 * would do the same, but git would tell Heroku of it, which refuses such pushes.
 */
export async function endAtCuts({ quarantine, repository }: Completion): Promise<void> {
  await mkdir(join(quarantine, "info"), { recursive: true });
  await writeFile(grafts(quarantine), await shallowFile(repository));
}

/** Each line names a commit, and the parents it is taken to have: none (gitrepository-layout, `info/grafts`). */
function grafts(quarantine: string): string {
  return join(quarantine, "info", "grafts");
}

/** Each line names a commit without its parents; empty in a complete repository. */
async function shallowFile({ shallow }: WorkspaceRepository): Promise<string> {
  return readFile(shallow, "utf8").catch(() => "");
}

/** The commits behind which this commit's history is cut off, of those that a `shallow` file names. */
async function cuts(run: Run, shallow: string, commit: string): Promise<string[]> {
  const named = await readFile(shallow, "utf8").catch(() => "");
  const { stdout } = await run(["rev-list", "--max-parents=0", commit]);
  const roots = new Set(stdout.toString().split("\n"));
  return named.split("\n").filter((oid) => oid !== "" && roots.has(oid));
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
