import { Failure } from "../failure.ts";
import type { OneOffEnd, OneOffLimits } from "../heroku/one-off.ts";

const PAGE = "steps/create-tables.md";
const DWELLS =
  'it never returns where a server or a loop is started outside of `if __name__ == "__main__":`, as with `socketio.run(app)`';

/** What it means to the user that the dyno ended in this way, without a result, under these limits. */
export function dynoEndFailure({ status }: OneOffEnd, { silence, life }: OneOffLimits): Failure {
  switch (status) {
    case "never-attached":
      return new Failure(
        "DYNO_UNREACHABLE",
        "The one-off dyno that creates the tables could not be reached.",
        {
          fix: "Runners behind a firewall must reach Heroku's port 5000. Otherwise look at https://status.heroku.com, then run again.",
          page: PAGE,
        },
      );
    case "silent":
      return new Failure(
        "DYNO_SILENT",
        `The one-off dyno that creates the tables said nothing for ${minutes(silence)} and was stopped.`,
        {
          fix: `Something waits. It may be the import of the app: ${DWELLS}. Else it is a lock that another process holds, or a long change of a big table: run a migration of that kind by hand, and let it print something.`,
          page: PAGE,
        },
      );
    case "expired":
      return new Failure(
        "DYNO_EXPIRED",
        `The one-off dyno that creates the tables had not come to an end after ${minutes(life)} and was stopped.`,
        {
          fix: `Its output is in the log above. It may be the import of the app: ${DWELLS}. A migration that takes so long is run by hand.`,
          page: PAGE,
        },
      );
    default:
      return new Failure(
        "TABLES_UNKNOWN",
        "The one-off dyno that creates the tables ended without saying what it did.",
        {
          fix: "Its output is in the log above. Most often the app uses more memory than a one-off dyno has, or ends the process when it is imported.",
          page: PAGE,
        },
      );
  }
}

function minutes(seconds: number): string {
  return `${seconds / 60} minutes`;
}
