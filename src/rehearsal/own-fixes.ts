import type { Finding } from "../checks/check.ts";
import { quote } from "../checks/quote.ts";
import type { Report } from "../report/report.ts";
import { differs, type Notice } from "./notice.ts";

const LOCAL =
  "Heroku has no part in a rehearsal: this comes of the local Heroku on the runner, whose words are in the log above. Run the job again; if it fails again, please open an issue.";

/** What to do in a rehearsal where a deploy's fix leads to Heroku, by the code of the failure. */
const FIXES: Readonly<Record<string, string>> = {
  NOT_FAST_FORWARD: LOCAL,
  KEY_REFUSED: LOCAL,
  APP_GONE: LOCAL,
  APP_REFUSED: LOCAL,
  ACCESS_DENIED: LOCAL,
  ACCOUNT_DELINQUENT: LOCAL,
  ACCOUNT_UNVERIFIED: LOCAL,
  ACCOUNT_SUSPENDED: LOCAL,
  TWO_FACTOR: LOCAL,
  RATE_LIMITED: LOCAL,
  HEROKU_REFUSED: LOCAL,
  HEROKU_UNAVAILABLE: LOCAL,
  CONCURRENT_BUILDS: LOCAL,
  PUSH_INTERRUPTED: LOCAL,
  NOT_RELEASED: LOCAL,
  POSTGRES_AMBIGUOUS: LOCAL,
  POSTGRES_FAILED: LOCAL,
  POSTGRES_PENDING: LOCAL,
  MAINTENANCE: LOCAL,
  DYNO_UNREACHABLE: LOCAL,
  RELEASE_FAILED:
    "Its output is in the log above, in the group of the push. Correct the command of the Procfile's `release` line; config vars that it needs are set with `config-vars`.",
  RELEASE_PENDING:
    "The command of the Procfile's `release` line does not come to an end. Its output so far is in the log above, in the group of the push.",
  NO_WEB_DYNO: "Add a line such as `web: gunicorn app:app` to the Procfile.",
  TABLES_DATABASE_UNREACHABLE:
    "Check that the address which the app uses is the one in DATABASE_URL: no other database can be counted on in a rehearsal, nor on Heroku.",
  TABLES_TABLES_WITHOUT_VERSION:
    "The database was new and empty, so the app or its release phase made the tables before `flask db upgrade` could, most often with `db.create_all()`. Take that out, and let the migrations make all tables.",
};

/** Where the process was ended because nobody heard it; the API says `crashed` of that, as Heroku's does. */
const UNHEARD =
  "It did not listen where Heroku asks, which is on 0.0.0.0 and at the port in $PORT, and was ended (R10). Let it listen there: gunicorn without `--bind` does, `flask run` needs `--host 0.0.0.0 --port $PORT`, and `app.run()` needs both as arguments.";

const OF_THE_APP: readonly string[] = [
  "push",
  "await-release",
  "create-tables",
  "await-health",
  "restart-dyno",
];
const OTHER_PYTHON =
  "This ran on another Python than the app has on Heroku, which may be the reason: install that one with actions/setup-python in an earlier step of the job.";

/**
 * The failure of a step with the fix that a rehearsal has for it: nothing of it is left on Heroku to look at. `reason`
 * is the finding that the rehearsal has proved by this failure.
 */
export function withOwnFix(report: Report, notices: readonly Notice[], reason?: Finding): Report["error"] {
  const { error, steps } = report;
  if (error === null || error.code === "CANCELLED") return error;
  if (reason) return { ...error, fix: `The reason is what ${placeOf(reason)} says: ${reason.fix}` };
  const isUnheard =
    error.code === "WEB_CRASHED" &&
    notices.some((notice) => notice.kind === "end" && notice.end === "boot-timeout");
  const own = Object.hasOwn(FIXES, error.code) ? (FIXES[error.code] ?? "") : error.fix;
  const fix = isUnheard ? UNHEARD : own;
  const failed = steps.find(({ status }) => status === "failed")?.id ?? "";
  const isOther = differs(notices, "python-minor") && OF_THE_APP.includes(failed);
  return { ...error, fix: isOther ? `${fix} ${OTHER_PYTHON}` : fix };
}

function placeOf({ check, file, line }: Finding): string {
  const place = [file, line].filter((part) => part !== null).join(":");
  return `the finding ${quote(check)}${place && ` at ${quote(place)}`}`;
}
