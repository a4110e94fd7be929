import type { Outside } from "../world.ts";
import { awaitHealth } from "./await-health.ts";
import { awaitRelease } from "./await-release.ts";
import { checkProject } from "./check-project.ts";
import { createTables } from "./create-tables.ts";
import { destroyApp } from "./destroy-app.ts";
import { ensureApp } from "./ensure-app.ts";
import { ensurePostgres } from "./ensure-postgres.ts";
import { ensureRemote } from "./ensure-remote.ts";
import { push } from "./push.ts";
import { restartDyno } from "./restart-dyno.ts";
import { rollBack } from "./roll-back.ts";
import { setConfig } from "./set-config.ts";
import type { Step, Task } from "./step.ts";

/** The steps of every mode: nothing on Heroku is touched. */
export const checking: readonly Step[] = [checkProject];

/** The deploy from top to bottom. Add a step where it belongs in time. */
export const deploying: readonly Step[] = [
  ensureApp,
  ensureRemote,
  // Before the push, so that the release phase and the first boot find DATABASE_URL.
  ensurePostgres,
  setConfig,
  push,
  awaitRelease,
  createTables,
  awaitHealth,
];

/** The same against a local Heroku, and what only a rehearsal dares to do. */
export const rehearsing: readonly Step[] = [
  // What a remote of the workspace pointed at would be gone by the time somebody uses it.
  ...deploying.filter((step) => step !== ensureRemote),
  restartDyno,
];

/** What is done when a step of a deploy stops. */
export const undoing: readonly Step[] = [rollBack];

/** What `mode: destroy` does. */
export const destroying: readonly Step<Task, Outside>[] = [destroyApp];
