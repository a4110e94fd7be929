import { deploy } from "./deploy.ts";
import { refuseKey } from "./permit.ts";
import { conclude } from "./rehearsal/conclude.ts";
import { startLocalHeroku } from "./rehearsal/start.ts";
import { trust } from "./rehearsal/trust.ts";
import type { Report } from "./report/report.ts";
import type { Settings } from "./settings.ts";
import { type Edge, inWorld } from "./world.ts";

/** The rehearsal is the only one there, so its app needs no name of its own. */
const APP = "rehearsal";

/** Plans that Heroku sells no more (Dev Center, Heroku Postgres): asked for here too, they are refused as there. */
const PLAN_OF_OLD = /^heroku-postgresql:(mini|basic|hobby-.+)$/;

/**
 * Deploys to a local Heroku that lives as long as this takes, and judges the findings by what it saw.
 * Throws Failure when it may not or cannot start.
 */
export async function rehearse(settings: Settings, edge: Edge, job: NodeJS.ProcessEnv): Promise<Report> {
  refuseKey(settings, job);
  const { log, cancellation } = edge;
  const heroku = await startLocalHeroku({ job, signal: cancellation.signal, onLine: log.foreign });
  let report: Report;
  try {
    log.secret(heroku.access.apiKey);
    const distrust = await trust(heroku.access.caFile ?? "");
    const signal = AbortSignal.any([cancellation.signal, heroku.ended]);
    const local = { ...edge, cancellation: { ...cancellation, signal }, access: heroku.access };
    report = await inWorld(settings, local, (world) => deploy(rehearsed(settings), world)).finally(distrust);
  } finally {
    await heroku.stop();
  }
  const concluded = conclude(report, heroku.notices, settings.failOn);
  log.annotate(concluded.findings, settings.appDir);
  return concluded;
}

/** What was asked, without what belongs to an account on Heroku, and without what pip itself asks of its index. */
function rehearsed(settings: Settings): Settings {
  const { postgres } = settings;
  return {
    ...settings,
    // Plans differ in size and price, and the database here has neither.
    postgres: postgres === "off" || PLAN_OF_OLD.test(postgres) ? postgres : "heroku-postgresql:essential-0",
    app: APP,
    createApp: true,
    team: undefined,
    region: undefined,
    reviewOf: undefined,
    environment: undefined,
    packageIndex: undefined,
  };
}
