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

/** Everything outside that a step may touch where there is no repository, wired once. */
export type Outside = {
  readonly heroku: Heroku;
  /** Heroku still reachable for some seconds after a cancel, to tidy up and to see what is live. */
  readonly tidyHeroku: Heroku;
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

/** Everything outside that a step may touch. */
export type World = Outside & { readonly git: Git };

/** What a run is given by whoever starts it. */
export type Edge = {
  readonly log: Log;
  readonly cancellation: Cancellation;
  readonly note: Outside["note"];
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
  return closing(await connect(settings, edge), body);
}

/** Connects a run that needs no repository, for as long as `body` takes. */
export async function withoutRepository<T>(
  settings: Settings,
  edge: Edge,
  body: (outside: Outside) => Promise<T>,
): Promise<T> {
  return closing(await connectOutside(settings, edge), body);
}

/** The world of `inWorld` for a caller who closes it himself. */
export async function connect(settings: Settings, edge: Edge): Promise<World> {
  const outside = await connectOutside(settings, edge);
  const { temp, log } = outside;
  const { workspace, serverUrl } = settings.run;
  const access = accessOf(settings, edge);
  const git = await openGit({ workspace, temp, githubToken: settings.githubToken, serverUrl, log, access });
  return {
    ...outside,
    git,
    async close() {
      await git.close();
      await outside.close();
    },
  };
}

async function connectOutside(settings: Settings, edge: Edge): Promise<Outside> {
  const { log, cancellation, note } = edge;
  const { signal, grace } = cancellation;
  const temp = await mkdtemp(join(settings.run.temp || tmpdir(), PRIVATE_FOLDER));
  note("folder", temp);
  const clock = systemClock(signal);
  const access = accessOf(settings, edge);
  return {
    heroku: connectHeroku({ ...access, signal, clock }),
    tidyHeroku: connectHeroku({ ...access, signal: grace, clock: systemClock(grace) }),
    log,
    clock,
    temp,
    signal,
    note,
    close: () => rm(temp, { recursive: true, force: true }),
  };
}

function accessOf({ herokuHost: host, apiKey = "" }: Settings, { access }: Edge): Access {
  return access ?? { host, apiKey };
}

async function closing<W extends Outside, T>(world: W, body: (world: W) => Promise<T>): Promise<T> {
  try {
    return await body(world);
  } finally {
    // The post step removes what is left; a run that went well must not fail of it.
    await world
      .close()
      .catch(() => world.log.warning("The run's private folder could not be removed at once."));
  }
}
