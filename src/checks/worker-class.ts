import { newestAllowed } from "../project/allowed-version.ts";
import type { Project } from "../project/project.ts";
import type { Requirements } from "../project/requirements.ts";
import { fits } from "../project/versions.ts";
import type { Remark } from "./check.ts";
import type { Edit } from "./edit.ts";
import { quote } from "./quote.ts";
import { added, pinned } from "./requirement-edits.ts";

type Need = { readonly key: string; readonly broughtBy: RegExp };

// Its eventlet worker went with gunicorn 26, after a warning in 25.
const EVENTLET_GONE = { since: "26", last: "25.3.0" };

// gunicorn 23 to 27: `gthread` and `sync` need nothing; the others import a package when gunicorn starts.
const NEEDS: readonly (readonly [worker: RegExp, need: Need])[] = [
  [
    /^gevent(?:_wsgi|_pywsgi)?$|ggevent/,
    { key: "gevent", broughtBy: /gevent|^grequests$|^locust$|^flask-sockets$/ },
  ],
  [/^eventlet$|geventlet/, { key: "eventlet", broughtBy: /eventlet|^nameko$|^oslo/ }],
  [
    /^tornado$|gtornado/,
    { key: "tornado", broughtBy: /tornado|^jupyter|^notebook$|^flower$|^bokeh$|^livereload$/ },
  ],
  [/^uvicorn\.workers\./, { key: "uvicorn", broughtBy: /uvicorn|^fastapi$|^mlflow$/ }],
  [/^uvicorn_worker\./, { key: "uvicorn-worker", broughtBy: /uvicorn-worker/ }],
  [/^geventwebsocket\./, { key: "gevent-websocket", broughtBy: /gevent-websocket|^flask-sockets$/ }],
  [/^meinheld\./, { key: "meinheld", broughtBy: /meinheld/ }],
];

/**
 * What to say of gunicorn's worker class when no line of requirements.txt brings its package, or when the gunicorn that
 * pip takes has that class no more; `provided` is what pip installs.
 */
export function missingWorker({ modules, requirements }: Project, provided: ReadonlySet<string>): Remark[] {
  const {
    file = "Procfile",
    line = null,
    text: workerClass = "",
    literal,
  } = modules.gunicorn?.workerClass ?? {};
  const need = NEEDS.find(([worker]) => worker.test(workerClass))?.[1];
  if (!need || !literal || !requirements) return [];
  const add = brings(need, requirements, provided) ? [] : added(requirements, need.key);
  const name = quote(workerClass);
  const end = `gunicorn ends with \`class uri ${name.slice(1, -1)} invalid or not found\`.`;
  if (need.key === "eventlet" && isGone(requirements)) {
    const { since, last } = EVENTLET_GONE;
    return [
      {
        level: "error",
        file,
        line,
        problem: `gunicorn is started with the worker class ${name}, which gunicorn ${since} and newer have no more, and pip takes such a one: ${end}`,
        fix:
          `Move on to \`gevent\`, with gevent in requirements.txt, or to \`gthread --threads 100\`, which needs nothing. ` +
          `Or stay with ${quote(`gunicorn==${last}`)} and eventlet.`,
        edits: [...held(requirements, last), ...add],
      },
    ];
  }
  if (brings(need, requirements, provided)) return [];
  return [
    {
      level: "error",
      file,
      line,
      problem:
        `gunicorn is started with the worker class ${name}, but ${need.key} is not in requirements.txt. ` +
        `Heroku installs what is listed and nothing else: ${end}`,
      fix: `Add the line \`${need.key}\` to requirements.txt, or remove the option: gunicorn's own workers are good for most apps.`,
      edits: add,
    },
  ];
}

function brings({ key, broughtBy }: Need, { entries }: Requirements, provided: ReadonlySet<string>): boolean {
  const active = entries.filter((entry) => entry.active);
  const names = active.flatMap((entry) => [entry.key, ...entry.extras]);
  return provided.has(key) || names.some((name) => broughtBy.test(name));
}

function isGone(requirements: Requirements): boolean {
  const version = newestAllowed(requirements, "gunicorn");
  return version !== undefined && fits(version, `>=${EVENTLET_GONE.since}`);
}

/** gunicorn's line with the version; none where several lines list it. */
function held({ entries }: Requirements, version: string): Edit[] {
  const [line, ...others] = entries.filter(({ key }) => key === "gunicorn");
  return line && others.length === 0 ? pinned(line, version) : [];
}
