import type { Package } from "../project/environment.ts";
import type { Requirement, Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import { few } from "./few.ts";
import { quote } from "./quote.ts";
import { pinned } from "./requirement-edits.ts";

// Servers and drivers, which tests seldom install, and what `pip freeze` leaves out.
const OFTEN_NOT_TESTED =
  /^(?:gunicorn|uvicorn|waitress|uwsgi|gevent|eventlet|psycogreen|psycopg(?:2|-binary|-c|2-binary)?|pg8000|asyncpg|mysqlclient|pymysql|redis|hiredis|whitenoise|newrelic|sentry-sdk)$/;
const OF_PIP = /^(?:pip|setuptools|wheel|distribute)$/;

/** A version as the package index has it: a local build's `+cpu` is not there. */
export function installable(version: string): string {
  return version.split("+", 1)[0] ?? version;
}

/** What of the listed packages is not as the tests had it: other versions, none at all, or whatever is newest. */
export function versionsApart(
  { entries, constraints }: Requirements,
  packages: ReadonlyMap<string, Package>,
): Remark[] {
  const different: Remark[] = [];
  const untested: Remark[] = [];
  const idle: Remark[] = [];
  const open: Remark[] = [];
  const held = new Set(constraints.filter((entry) => entry.active && isPin(entry)).map(({ key }) => key));
  for (const entry of entries.filter(({ active }) => active)) {
    const installed = packages.get(entry.key);
    if (!installed) {
      if (!OF_PIP.test(entry.key)) (OFTEN_NOT_TESTED.test(entry.key) ? idle : untested).push(absent(entry));
    } else if (entry.url === undefined && installed.version !== "") {
      if (!fits(installed.version, entry.specifier)) different.push(differs(entry, installed));
      else if (!isPin(entry) && !held.has(entry.key)) open.push(unpinned(entry, installed));
    }
  }
  return [...different, ...few(untested), ...few(open), ...few(idle)];
}

function isPin({ specifier, url }: Requirement): boolean {
  return url !== undefined || /(?:^|,)==/.test(specifier);
}

function differs(entry: Requirement, { version }: Package): Remark {
  const { name, extras, specifier, file, line } = entry;
  const listed = extras.length > 0 ? `${name}[${extras.join(",")}]` : name;
  return {
    level: "error",
    file,
    line,
    problem:
      `The file asks for ${quote(name + specifier)}, but the environment of the tests has ${quote(version)}. ` +
      "Heroku installs what the file asks for, so what runs there is not what was tested.",
    fix: `Write ${quote(`${listed}==${installable(version)}`)} if the tested version is the right one, else install what the file asks for and test again.`,
    edits: pinned(entry, installable(version)),
  };
}

function absent({ key, name, file, line }: Requirement): Remark {
  return {
    level: OFTEN_NOT_TESTED.test(key) ? "notice" : "warning",
    file,
    line,
    problem: `${quote(name)} is listed, but it was not installed where the tests ran: with it on Heroku, the app is not what was tested.`,
    fix: "Install requirements.txt in the job of the tests, or delete the line if nothing needs the package.",
  };
}

function unpinned(entry: Requirement, { version }: Package): Remark {
  const { name, specifier, file, line } = entry;
  return {
    level: "warning",
    file,
    line,
    problem:
      `${quote(name + specifier)} lets the build on Heroku take a newer version than the tests had (${quote(version)}): the same ` +
      "commit can work today and fail tomorrow.",
    fix: `Write ${quote(`${name}==${installable(version)}`)}, the version that was tested.`,
    edits: pinned(entry, installable(version)),
  };
}
