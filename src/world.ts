import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cancellation } from "./cancel.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Git } from "./git/git.ts";
import { openGit } from "./git/open-git.ts";
import { connectHeroku, type Heroku } from "./heroku/heroku.ts";
import type { Log } from "./report/log.ts";
import type { Settings } from "./settings.ts";

/** Name of a run's private folder, up to its random end: the post step removes no other. */
export const PRIVATE_FOLDER = "flask-heroku-deploy-";

/** Everything outside that a step may touch, wired once. */
export type World = {
  readonly heroku: Heroku;
  /** Heroku still reachable for some seconds after a cancel, to tidy up and to see what is live. */
  readonly tidyHeroku: Heroku;
  readonly git: Git;
  readonly log: Log;
  readonly clock: Clock;
  /** Absolute path of the run's private folder. */
  readonly temp: string;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Notes what must be undone even if this process is killed; read by the post step. */
  readonly note: (what: "folder" | "dyno", value: string) => void;
  /** Removes the private folder. */
  close(): Promise<void>;
};

/** Connects a run with the real world. Throws Failure when the workspace is no repository or git is missing. */
export async function connect(
  settings: Settings,
  edge: { log: Log; cancellation: Cancellation; note: World["note"] },
): Promise<World> {
  const { log, cancellation, note } = edge;
  const { signal, grace } = cancellation;
  const temp = await mkdtemp(join(settings.run.temp || tmpdir(), PRIVATE_FOLDER));
  note("folder", temp);
  const clock = systemClock(signal);
  const account = { host: settings.herokuHost, apiKey: settings.apiKey ?? "" };
  const { workspace, serverUrl } = settings.run;
  const git = await openGit({ workspace, temp, githubToken: settings.githubToken, serverUrl, log });
  return {
    heroku: connectHeroku({ ...account, signal, clock }),
    tidyHeroku: connectHeroku({ ...account, signal: grace, clock: systemClock(grace) }),
    git,
    log,
    clock,
    temp,
    signal,
    note,
    async close() {
      await git.close();
      await rm(temp, { recursive: true, force: true });
    },
  };
}
