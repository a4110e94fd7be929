import { realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import { systemClock } from "./clock.ts";
import { closeLeftDeployment } from "./github/left-deployment.ts";
import { stopDyno } from "./heroku/dynos.ts";
import { connectHeroku } from "./heroku/heroku.ts";
import type { Log } from "./report/log.ts";
import type { Settings } from "./settings.ts";
import { endStrays } from "./stray-processes.ts";
import { PRIVATE_FOLDER } from "./world.ts";

const LIMIT_MS = 20_000;

/**
 * The post step: removes what the main step noted and, if it was killed, could not remove itself. What was
 * noted passed through a file that any step of the job can write, so it is only followed as far as it is plain, and
 * to Heroku and GitHub only from a deploy, the one mode that notes anything there.
 */
export async function tidy(
  noted: { folder: string; dyno: string; deployment: string },
  settings: Settings,
  log: Log,
): Promise<void> {
  if (settings.mode === "deploy") {
    await stopLeftDyno(noted.dyno, settings, log);
    if (await closeLeftDeployment(noted.deployment, settings))
      log.info("Closed the run's deployment on GitHub.");
  }
  try {
    await removeFolder(noted.folder, settings.run.temp || tmpdir());
  } catch {
    log.warning(
      "The run's private folder could not be removed; the runner empties its temporary folder by itself.",
    );
  }
}

async function stopLeftDyno(dyno: string, settings: Settings, log: Log): Promise<void> {
  const { apiKey, app, herokuHost: host } = settings;
  if (apiKey === undefined || !/^run\.\d{1,9}$/.test(dyno)) return;
  log.secret(apiKey);
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    await stopDyno(connectHeroku({ host, apiKey, signal, clock: systemClock(signal) }).api, app, dyno);
    log.info(`Stopped the one-off dyno ${dyno}, which the run had left.`);
  } catch {
    log.warning(`The one-off dyno ${dyno} could not be stopped; Heroku ends it by itself within the hour.`);
  }
}

async function removeFolder(folder: string, temp: string): Promise<void> {
  if (!basename(folder).startsWith(PRIVATE_FOLDER)) return;
  if (dirname(folder) !== temp && dirname(folder) !== (await realpath(temp))) return;
  await endStrays(folder);
  await rm(folder, { recursive: true, force: true });
}
