import { explain } from "./explain.ts";
import { currentRelease, withCommit } from "./heroku/releases.ts";
import { permit } from "./permit.ts";
import { readProject } from "./project/read.ts";
import { blankReport } from "./report/blank.ts";
import type { Report } from "./report/report.ts";
import { resultOf } from "./report/result.ts";
import type { Settings } from "./settings.ts";
import { checking, deploying, rehearsing, undoing } from "./steps/index.ts";
import { walk } from "./walk.ts";
import type { World } from "./world.ts";

const NO_CONTAINERS =
  "the app is built from a Dockerfile, and a local Heroku builds with the Python buildpack alone";

/**
 * Checks, deploys as far as the settings and the event allow, and always gives a Report. `begin` is told the commit
 * before anything on Heroku is touched for it.
 */
export async function deploy(
  settings: Settings,
  world: World,
  begin: (commit: string) => void = () => {},
): Promise<Report> {
  const report = await walkAll(settings, world, begin);
  const live = await liveRelease(report, world);
  return { ...report, result: resultOf(report), live, left: report.error ? report.left : [] };
}

async function walkAll(settings: Settings, world: World, begin: (commit: string) => void): Promise<Report> {
  const blank = blankReport(settings.mode);
  try {
    const project = await readProject(world.git, { ...settings, temp: world.temp });
    const allowed = permit(settings, project.commit);
    const job = { settings, project, report: { ...blank, commit: project.commit, appDir: project.appDir } };

    const checked = await walk(checking, job, world);
    if (checked.error || allowed.kind === "check") return checked;
    if (allowed.kind === "skip") return { ...checked, skipped: allowed.reason };
    const rehearsed = settings.mode === "rehearse";
    if (rehearsed && project.container) return { ...checked, skipped: NO_CONTAINERS };
    if (settings.mode === "deploy") begin(project.commit);
    const deployed = await walk(rehearsed ? rehearsing : deploying, { ...job, report: checked }, world);
    // What was rehearsed goes as a whole.
    if (!deployed.error || rehearsed || world.signal.aborted) return deployed;
    return await walk(undoing, { ...job, report: deployed }, world);
  } catch (error) {
    return { ...blank, error: explain(error, world.log) };
  }
}

/** What serves the app now, by the API's word; null when that cannot be known. */
async function liveRelease({ app }: Report, world: World): Promise<Report["live"]> {
  if (app === null) return null;
  const { api } = world.tidyHeroku;
  try {
    const release = await currentRelease(api, app.name);
    // The first releases of an app run no code: nothing is live then.
    return release?.slug ? await withCommit(api, app.name, release) : null;
  } catch {
    world.log.notice("Heroku did not say which release is live now.");
    return null;
  }
}
