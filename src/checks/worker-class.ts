import type { Project } from "../project/project.ts";
import type { Remark } from "./check.ts";
import { quote } from "./quote.ts";
import { added } from "./requirement-edits.ts";

type Need = { readonly key: string; readonly broughtBy: RegExp };

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

/** What to say of gunicorn's worker class when no line of requirements.txt brings its package; `provided` is what pip installs. */
export function missingWorker({ modules, requirements }: Project, provided: ReadonlySet<string>): Remark[] {
  const {
    file = "Procfile",
    line = null,
    text: workerClass = "",
    literal,
  } = modules.gunicorn?.workerClass ?? {};
  const need = NEEDS.find(([worker]) => worker.test(workerClass))?.[1];
  if (!need || !literal || !requirements || provided.has(need.key)) return [];
  const active = requirements.entries.filter((entry) => entry.active);
  if (
    active.some(
      ({ key, extras }) => need.broughtBy.test(key) || extras.some((extra) => need.broughtBy.test(extra)),
    )
  )
    return [];
  return [
    {
      level: "error",
      file,
      line,
      problem:
        `gunicorn is started with the worker class ${quote(workerClass)}, but ${need.key} is not in requirements.txt. ` +
        `Heroku installs what is listed and nothing else: gunicorn ends with \`class uri ${quote(workerClass).slice(1, -1)} invalid or not found\`.`,
      fix: `Add the line \`${need.key}\` to requirements.txt, or remove the option: gunicorn's own workers are good for most apps.`,
      edits: added(requirements, need.key),
    },
  ];
}
