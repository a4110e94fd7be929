import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cancellation } from "./cancel.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Git } from "./git/git.ts";
import { openGit } from "./git/open-git.ts";
import { type Access, connectHeroku, type Heroku } from "./heroku/heroku.ts";
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

/** What a run is given by whoever starts it. */
export type Edge = {
  readonly log: Log;
  readonly cancellation: Cancellation;
  readonly note: World["note"];
  /** The Heroku to talk to, where it is not the one of the settings. */
  readonly access?: Access;
};

/**
 * Connects a run with the real world, for as long as `body` takes. Throws Failure when the workspace is no repository
 * or git is missing.
 */
export async function inWorld<T>(
  settings: Settings,
  edge: Edge,
  body: (world: World) => Promise<T>,
): Promise<T> {
  const world = await connect(settings, edge);
  try {
    return await body(world);
  } finally {
    // The post step removes what is left; a deploy that went well must not fail of it.
    await world
      .close()
      .catch(() => edge.log.warning("The run's private folder could not be removed at once."));
  }
}

/** The same world for a caller who closes it himself. */
export async function connect(settings: Settings, edge: Edge): Promise<World> {
  const { log, cancellation, note } = edge;
  const { signal, grace } = cancellation;
  const temp = await mkdtemp(join(settings.run.temp || tmpdir(), PRIVATE_FOLDER));
  note("folder", temp);
  const clock = systemClock(signal);
  const access = edge.access ?? { host: settings.herokuHost, apiKey: settings.apiKey ?? "" };
  const { workspace, serverUrl } = settings.run;
  const git = await openGit({ workspace, temp, githubToken: settings.githubToken, serverUrl, log, access });
  return {
    heroku: connectHeroku({ ...access, signal, clock }),
    tidyHeroku: connectHeroku({ ...access, signal: grace, clock: systemClock(grace) }),
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
