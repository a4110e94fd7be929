import { poll } from "../clock.ts";
import type { PushOutcome } from "../git/git.ts";
import { type Build, recentBuilds } from "../heroku/builds.ts";
import { recentReleases, releaseOf, withCommit } from "../heroku/releases.ts";
import type { World } from "../world.ts";
import { pushFailure } from "./push-failure.ts";
import { learned, type Step } from "./step.ts";

/** Heroku stops a build after 15 minutes (Dev Center, Limits). */
const BUILD_LIMIT_MS = 16 * 60_000;
/** A dead connection leaves git waiting for ever, so the API is asked as well. */
const WATCH_MS = 15_000;
const SLOT = { waitMs: 60_000, pushes: 3 };

type Push = {
  readonly app: string;
  readonly gitUrl: string;
  readonly commit: string;
  readonly replace: boolean;
  /** What was there before the first push: builds and releases of this commit that are not this run's. */
  readonly earlier: { readonly builds: ReadonlySet<string>; readonly version: number };
};

export const push: Step = {
  id: "push",
  title: "Push the commit to Heroku",

  async run({ settings, project, report }, world) {
    const { name: app, gitUrl } = learned(report.app, "the app");
    const { api } = world.heroku;
    const commit = await world.git.prepare(project.commit, project.appDir);
    const releases = await recentReleases(api, app);
    const found = releases.find((release) => release.current);
    const current = found ? await withCommit(api, app, found) : null;
    if (current?.commit === commit && current.status === "succeeded") {
      const detail = `v${current.version} runs this commit already`;
      return { status: "unchanged", detail, learned: { pushed: commit, release: current } };
    }

    const builds = new Set((await recentBuilds(api, app)).map((build) => build.id));
    const earlier = { builds, version: releases[0]?.version ?? 0 };
    // GitHub merges a pull request anew after each push to it, and no such commit descends from the one before.
    const replace = project.appDir !== "." || settings.reviewOf !== undefined;
    const request = { app, gitUrl, commit, replace, earlier };
    const outcome = await pushUntilTaken(request, world);
    return outcome === "up-to-date"
      ? { status: "unchanged", detail: "Heroku had this commit already", learned: { pushed: commit } }
      : { status: "changed", detail: `pushed ${commit.slice(0, 7)}`, learned: { pushed: commit } };
  },
};

/**
 * Pushes until Heroku has taken the commit; throws Failure otherwise. git's exit code alone decides nothing:
 * a connection that breaks in the build leaves a failed push and a deployed app.
 */
async function pushUntilTaken(push: Push, world: World): Promise<"pushed" | "up-to-date"> {
  let interruptions = 0;
  for (let pushes = 1; ; pushes++) {
    const outcome = await pushWatched(push, world);
    if (outcome === "pushed" || outcome === "up-to-date") return outcome;
    if (await builtAnyway(push, outcome, world)) return "pushed";
    if (outcome === "interrupted" && ++interruptions === 1) {
      world.log.info("The connection broke before Heroku started to build, so the push is repeated once.");
      continue;
    }
    if (outcome === "concurrent-builds" && pushes < SLOT.pushes) {
      world.log.info("The account builds as much as it may at once; the push is repeated in a minute.");
      await world.clock.sleep(SLOT.waitMs);
      continue;
    }
    throw pushFailure(outcome);
  }
}

/** One push, ended from outside when the API says that its build is over though git still waits. */
async function pushWatched(push: Push, world: World): Promise<PushOutcome> {
  const { git, log, signal } = world;
  const enough = new AbortController();
  let heard = world.clock.now();
  const pushing = git.push({
    ...push,
    url: push.gitUrl,
    apiKey: world.heroku.apiKey,
    signal: AbortSignal.any([signal, enough.signal]),
    onLine(line) {
      heard = world.clock.now();
      log.foreign(line);
    },
  });
  const watch = setInterval(async () => {
    const silentMs = world.clock.now() - heard;
    if (silentMs < 2 * WATCH_MS) return;
    const build = await newBuild(push, world).catch(() => undefined);
    if (silentMs > BUILD_LIMIT_MS || (build && build.status !== "pending")) enough.abort();
  }, WATCH_MS);
  try {
    return await pushing;
  } finally {
    clearInterval(watch);
    signal.throwIfAborted();
  }
}

/** Whether this run's push reached Heroku all the same: a build or a release of the commit that was not there. */
async function builtAnyway(push: Push, outcome: PushOutcome, world: World): Promise<boolean> {
  if (outcome !== "interrupted" && outcome !== "not-fast-forward") return false;
  const { clock, heroku, log } = world;
  const pace = { fromMs: 2_000, toMs: 10_000, limitMs: BUILD_LIMIT_MS };
  if ((await newBuild(push, world))?.status === "pending") {
    log.info("The connection broke, but Heroku goes on building: waiting for it.");
  }
  const status = await poll(clock, pace, async () => {
    const build = await newBuild(push, world);
    return build?.status === "pending" ? undefined : (build?.status ?? "none");
  });
  if (status === "failed") throw pushFailure("build-failed");
  const release = await releaseOf(heroku.api, push.app, push.commit);
  return release !== undefined && release.version > push.earlier.version;
}

async function newBuild({ app, commit, earlier }: Push, { heroku }: World): Promise<Build | undefined> {
  const builds = await recentBuilds(heroku.api, app);
  return builds.find((build) => build.commit === commit && !earlier.builds.has(build.id));
}
