import { poll } from "../clock.ts";
import { Failure } from "../failure.ts";
import {
  type HerokuRelease,
  recentReleases,
  releaseOf,
  releaseSlug,
  settledRelease,
  withCommit,
} from "../heroku/releases.ts";
import type { World } from "../world.ts";
import { learned, type Outcome, type Step, type Stopped } from "./step.ts";

const PAGE = "steps/await-release.md";
/** git returns when the release is made; the API may take a moment to show it. */
const APPEARING = { fromMs: 250, toMs: 3_000, limitMs: 30_000 };

export const awaitRelease: Step = {
  id: "await-release",
  title: "Wait for the release",

  async run({ report }, world) {
    if (report.release) return { status: "unchanged", detail: `v${report.release.version} was released` };
    const app = learned(report.app, "the app").name;
    const commit = learned(report.pushed, "the pushed commit");
    const isNew = report.steps.some((step) => step.id === "push" && step.status === "changed");
    const after = isNew ? (report.before?.version ?? 0) : 0;

    const found = await poll(world.clock, APPEARING, async () => {
      const release = await releaseOf(world.heroku.api, app, commit);
      return release && release.version > after ? release : undefined;
    });
    if (!found) throw notReleased();
    const release = await settle(app, found, world);
    if (isNew || (release.status === "succeeded" && release.current)) return verdict(app, release, world);
    return verdict(app, await releaseAgain(app, release, world), world);
  },
};

/**
 * Releases a slug that Heroku holds but does not run: its release phase failed on an earlier run, or somebody
 * went back from it. A push of the same commit would say "Everything up-to-date" for ever (heroku/hatchet #92).
 */
async function releaseAgain(
  app: string,
  { slug, version, status }: HerokuRelease,
  world: World,
): Promise<HerokuRelease> {
  const { api } = world.heroku;
  const [newest] = await recentReleases(api, app);
  if (slug === null || !newest) throw notReleased();
  world.log.info(
    `v${version} of this commit ${status === "succeeded" ? "is not the current one" : "did not succeed"}: it is released once more.`,
  );
  return settle(app, await releaseSlug(api, app, slug, newest.version), world);
}

async function settle(
  app: string,
  release: HerokuRelease,
  { clock, heroku, log }: World,
): Promise<HerokuRelease> {
  if (release.status === "pending") log.info(`Waiting for the release phase of v${release.version}.`);
  const settled = await settledRelease(heroku.api, app, release.id, clock);
  if (settled) return settled;
  throw new Failure(
    "RELEASE_PENDING",
    `The release phase of v${release.version} was still running after twenty minutes.`,
    {
      fix: "Look at its output with `heroku releases:output`, or on the app's Activity page on https://dashboard.heroku.com. It goes on; until it ends, the old release serves the app.",
      page: PAGE,
    },
  );
}

async function verdict(app: string, settled: HerokuRelease, { heroku }: World): Promise<Outcome | Stopped> {
  const release = await withCommit(heroku.api, app, settled);
  const learnt = { release, made: [release.id] };
  if (release.status === "succeeded") {
    return { status: "changed", detail: `v${release.version} is released`, learned: learnt };
  }
  const what = release.status === "failed" ? "failed" : "did not end in time";
  const problem = `The release phase of v${release.version}, the command of the Procfile's \`release\` line, ${what}. Heroku still runs the release before it.`;
  const failure = new Failure("RELEASE_FAILED", problem, {
    fix: "Its output is in the log of the push, in `heroku releases:output`, and on the app's Activity page on https://dashboard.heroku.com. Correct the command, then push again.",
    page: PAGE,
  });
  return { status: "failed", failure, learned: learnt };
}

function notReleased(): Failure {
  return new Failure("NOT_RELEASED", "git pushed the commit, but Heroku has made no release of it.", {
    fix: "Look at the app's Activity page on https://dashboard.heroku.com, then run the workflow again.",
    page: PAGE,
  });
}
