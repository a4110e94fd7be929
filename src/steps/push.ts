import { poll } from "../clock.ts";
import type { PushOutcome } from "../git/git.ts";
import { recentBuilds } from "../heroku/builds.ts";
import { currentRelease, releaseOf, withCommit } from "../heroku/releases.ts";
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
};

export const push: Step = {
  id: "push",
  title: "Push the commit to Heroku",

  async run({ settings, project, report }, world) {
    const { name: app, gitUrl } = learned(report.app, "the app");
    const { api } = world.heroku;
    const current = await currentRelease(api, app);
    const before = current ? await withCommit(api, app, current) : null;
    const commit = await world.git.prepare(project.commit, project.appDir);
    const known = { before, pushed: commit };
    if (before?.commit === commit && before.status === "succeeded") {
      const detail = `v${before.version} runs this commit already`;
      return { status: "unchanged", detail, learned: { ...known, release: before } };
    }

    const replace = project.appDir !== ".";
    const outcome = await pushUntilTaken({ app, gitUrl, commit, replace }, settings.apiKey ?? "", world);
    if (outcome === "up-to-date") {
      return { status: "unchanged", detail: "Heroku had this commit already", learned: known };
    }
    return { status: "changed", detail: `pushed ${commit.slice(0, 7)}`, learned: known };
  },
};

/**
 * Pushes until Heroku has taken the commit; throws Failure otherwise. git's exit code alone decides nothing:
 * a connection that breaks in the build leaves a failed push and a deployed app.
 */
async function pushUntilTaken(push: Push, apiKey: string, world: World): Promise<"pushed" | "up-to-date"> {
  let interruptions = 0;
  for (let pushes = 1; ; pushes++) {
    const outcome = await pushWatched(push, apiKey, world);
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
async function pushWatched(push: Push, apiKey: string, world: World): Promise<PushOutcome> {
  const { git, log, signal } = world;
  const enough = new AbortController();
  let heard = world.clock.now();
  const pushing = git.push({
    ...push,
    url: push.gitUrl,
    apiKey,
    signal: AbortSignal.any([signal, enough.signal]),
    onLine(line) {
      heard = world.clock.now();
      log.foreign(line);
    },
  });
  const watch = setInterval(async () => {
    const silentMs = world.clock.now() - heard;
    if (silentMs < 2 * WATCH_MS) return;
    const build = await buildOf(push, world).catch(() => undefined);
    if (silentMs > BUILD_LIMIT_MS || (build !== undefined && build !== "pending")) enough.abort();
  }, WATCH_MS);
  try {
    return await pushing;
  } finally {
    clearInterval(watch);
    signal.throwIfAborted();
  }
}

/** Whether Heroku builds or has built the commit, whatever became of our connection. */
async function builtAnyway(push: Push, outcome: PushOutcome, world: World): Promise<boolean> {
  if (outcome !== "interrupted" && outcome !== "not-fast-forward") return false;
  const { clock, heroku, log } = world;
  const pace = { fromMs: 2_000, toMs: 10_000, limitMs: BUILD_LIMIT_MS };
  if ((await buildOf(push, world)) === "pending")
    log.info("The connection broke, but Heroku goes on building: waiting for it.");
  const status = await poll(clock, pace, async () => {
    const now = await buildOf(push, world);
    return now === "pending" ? undefined : (now ?? "none");
  });
  if (status === "failed") throw pushFailure("build-failed");
  return (await releaseOf(heroku.api, push.app, push.commit)) !== undefined;
}

async function buildOf(push: Push, { heroku }: World): Promise<string | undefined> {
  return (await recentBuilds(heroku.api, push.app)).find((build) => build.commit === push.commit)?.status;
}
