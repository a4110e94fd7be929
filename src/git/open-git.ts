import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Access } from "../heroku/heroku.ts";
import type { Log } from "../report/log.ts";
import { gitEnvironment, trusting } from "./environment.ts";
import { findGit } from "./executable.ts";
import type { Git } from "./git.ts";
import { onDisk } from "./on-disk.ts";
import { prepare } from "./prepare.ts";
import { push } from "./push.ts";
import { createQuarantine } from "./quarantine.ts";
import { list, read } from "./read.ts";
import { remoteUrl, setRemoteUrl } from "./remote.ts";
import { runner } from "./run.ts";
import { gitDirectory, head, inspect } from "./workspace.ts";

export type GitOptions = {
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of a folder that is emptied after the job. */
  readonly temp: string;
  /** Completes a shallow history from `serverUrl`, and is shown to no other host. */
  readonly githubToken: string | undefined;
  readonly serverUrl: string;
  readonly log: Pick<Log, "foreign">;
  /** Where the push goes; with an authority of its own it is a Heroku on this machine. */
  readonly access?: Pick<Access, "host" | "caFile">;
};

/**
 * Opens the workspace's repository for reading and for pushes. Throws Failure when git is missing or older
 * than 2.31, and when the workspace is not a repository that Heroku could take.
 */
export async function openGit(options: GitOptions, job: NodeJS.ProcessEnv = process.env): Promise<Git> {
  const { workspace, temp, log } = options;
  const { git, path } = await findGit(job.PATH ?? "", workspace);
  const gitDir = await gitDirectory(workspace);

  const own = await mkdtemp(join(await realpath(temp), "git-"));
  const quarantine = join(own, "quarantine.git");
  const home = join(own, "home");
  const closing = new AbortController();
  const close = async () => {
    closing.abort();
    // Again, when a git that is being ended writes a last file.
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    await mkdir(home);
    const environment = trusting(
      gitEnvironment(job, { path, home, gitDir: quarantine, workspace }),
      options.access,
    );
    const base = { git, cwd: home, environment, signal: closing.signal };
    const run = runner(base, log);
    const repository = await inspect(run, gitDir);
    await createQuarantine(quarantine, repository);

    return {
      head: () => head(run, repository),
      list: (commit, folder) => list(run, commit, folder),
      read: (oids) => read(run, oids),
      onDisk: (folder, paths) => onDisk(run, workspace, folder, paths),
      remote: (name) => remoteUrl(run, repository, name),
      setRemote: (name, url) => setRemoteUrl(run, repository, name, url),
      prepare: (commit, folder) => prepare(commit, folder, { ...options, run, base, quarantine, repository }),
      push: (request) => push(request, base),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
