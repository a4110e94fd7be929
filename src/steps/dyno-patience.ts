import type { OneOffLimits } from "../heroku/one-off.ts";
import type { Settings } from "../settings.ts";

/** How long the dyno that works on the tables is waited for, all in seconds. */
export type Patience = OneOffLimits & {
  /** What a database that does not accept connections yet is given. */
  readonly database: number;
};

/** A migration of a big table may take long and say nothing; a database that was just made comes late. */
const DEPLOY: Patience = { silence: 30 * 60, life: 60 * 60, database: 60 };
/** Its tables are empty, and its database is there before its app: what takes long here is an app that never lets go. */
const REHEARSAL: Patience = { silence: 2 * 60, life: 10 * 60, database: 5 };

/** The patience of a mode. */
export function patienceOf(mode: Settings["mode"]): Patience {
  return mode === "rehearse" ? REHEARSAL : DEPLOY;
}
