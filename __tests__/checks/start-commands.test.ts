import { expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import type { Project } from "../../src/project/project.ts";
import { type Files, project } from "../support/project.ts";

// An app whose only mistake is an SQLite file: where the app is surely read that is an error, where it may be read a
// warning. `debug=True` is a mistake where the web process gets there.
const APP = `import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///app.db"
db = SQLAlchemy(app)


def create_app():
    return app


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(os.environ["PORT"]), debug=True)
`;
const LISTED = `Flask==3.1.3
Flask-SQLAlchemy==3.1.1
SQLAlchemy==2.0.58
gunicorn==25.0.0
gevent==25.9.1
waitress==3.0.2
uvicorn==0.40.0
hypercorn==0.18.0
`;

const SEEN = "error sqlite-on-ephemeral-disk app.py:8";
const PERHAPS = "warning sqlite-on-ephemeral-disk app.py:8";
const UNUSED = "notice debug-on app.py:17";
const IN_WEB: Files = { "app.py": "", "web/app.py": APP };
const inWeb = (finding: string) => finding.replace("app.py", "web/app.py");

/** What stands behind `web:`, what is read as the start, the findings, files on top. */
type Row = readonly [command: string, start: string, findings: readonly string[], files?: Files];

const GUNICORN: readonly Row[] = [
  ["gunicorn app:app", "gunicorn app", [SEEN, UNUSED]],
  ["gunicorn -w 4 -b 0.0.0.0:$PORT --timeout 120 app:app", "gunicorn app", [SEEN, UNUSED]],
  ["gunicorn app:app --log-file=- -k gevent -w 4 --worker-connections 2000", "gunicorn app", [SEEN, UNUSED]],
  ["flask db upgrade && gunicorn app:app", "gunicorn app", [SEEN, UNUSED]],
  ["newrelic-admin run-program gunicorn app:app", "gunicorn app", [SEEN, UNUSED]],
  ['gunicorn "app:create_app()" --preload', "gunicorn app", [SEEN, UNUSED]],
  ["cd web && gunicorn app:app", "gunicorn app", [inWeb(SEEN), inWeb(UNUSED)], IN_WEB],
  ['gunicorn --pythonpath="$PWD/web" app:app', "gunicorn app", [inWeb(SEEN), inWeb(UNUSED)], IN_WEB],
  [
    "python -m gunicorn --bind=0.0.0.0 --workers 4 app:app",
    "gunicorn app",
    ["error web-server Procfile:1", SEEN, UNUSED],
  ],
  ["gunicorn", "gunicorn app", [SEEN, UNUSED], { "gunicorn.conf.py": 'wsgi_app = "app:app"\nworkers = 2\n' }],
  [
    "gunicorn -c conf.py app:app",
    "gunicorn app",
    ["error web-server conf.py:2", SEEN, UNUSED],
    { "conf.py": 'workers = 2\nbind = "127.0.0.1:8000"\n' },
  ],
  [
    "gunicorn -c conf.py -b :$PORT app:app",
    "gunicorn app",
    [SEEN, UNUSED],
    { "conf.py": 'bind = "127.0.0.1:8000"\n' },
  ],
  [
    "gunicorn -c conf.py app:app",
    "gunicorn app",
    [SEEN, UNUSED],
    { "conf.py": 'import os\nbind = "0.0.0.0:" + os.environ.get("PORT", "8000")\n' },
  ],
  [
    "gunicorn -c conf.py app:app",
    "gunicorn app",
    [SEEN, UNUSED],
    { "conf.py": 'bind = "127.0.0.1:8000"\nif True:\n    bind = ":80"\n' },
  ],
  [
    'GUNICORN_CMD_ARGS="--bind 127.0.0.1:8000 --workers 2" gunicorn app:app',
    "gunicorn app",
    ["error web-server Procfile:1", SEEN, UNUSED],
  ],
  ["gunicorn $APP_MODULE", "nothing", []],
];

const OTHERS: readonly Row[] = [
  ["waitress-serve --host=0.0.0.0 --port=$PORT app:app", "waitress-serve app", [SEEN, UNUSED]],
  ["waitress-serve --port=$PORT --call app:create_app", "waitress-serve app", [SEEN, UNUSED]],
  ["python -m waitress --port $PORT app:app", "waitress-serve app", [SEEN, UNUSED]],
  ["waitress-serve app:app", "waitress-serve app", ["error web-server Procfile:1", SEEN, UNUSED]],
  ["uvicorn app:asgi --host 0.0.0.0 --port $PORT --log-level info", "uvicorn app", [SEEN, UNUSED]],
  ["hypercorn app:asgi --bind 0.0.0.0:$PORT", "hypercorn app", [SEEN, UNUSED]],
  ["uwsgi --http-socket :$PORT --module app:app", "uwsgi app", [SEEN, UNUSED]],
  ["uwsgi uwsgi.ini", "nothing", [], { "uwsgi.ini": "[uwsgi]\n" }],
  ["daphne app:asgi --port $PORT --bind 0.0.0.0", "daphne app", [SEEN, UNUSED]],
  [
    "flask --app app run --host 0.0.0.0 --port $PORT",
    "flask app",
    ["warning web-server Procfile:1", SEEN, UNUSED],
  ],
  [
    "FLASK_APP=web/app.py flask run --host=0.0.0.0 --port=$PORT",
    "flask app",
    ["warning web-server Procfile:1", inWeb(SEEN), inWeb(UNUSED)],
    IN_WEB,
  ],
  ["flask run --host=0.0.0.0 --port=$PORT", "flask app?", ["warning web-server Procfile:1", PERHAPS]],
];

const PYTHON: readonly Row[] = [
  ["python app.py", "python app.py", ["warning web-server Procfile:1", SEEN, "error debug-on app.py:17"]],
  [
    "python3 -u /app/web/app.py $PORT",
    "python web/app.py",
    ["warning web-server Procfile:1", inWeb(SEEN), inWeb("error debug-on app.py:17")],
    IN_WEB,
  ],
  ["python -m app", "python app", ["warning web-server Procfile:1", SEEN, "error debug-on app.py:17"]],
  [
    "python -m web",
    "python web",
    [
      "warning web-server Procfile:1",
      "error sqlite-on-ephemeral-disk web/__main__.py:8",
      "error debug-on web/__main__.py:17",
    ],
    { "app.py": "", "web/__init__.py": "", "web/__main__.py": APP },
  ],
  [
    "python run.py",
    "python run.py",
    ["error web-server run.py:2", SEEN, UNUSED],
    { "run.py": "from app import app\napp.run(debug=True)\n" },
  ],
  [
    "python init.py && python app.py",
    "python app.py",
    ["warning web-server Procfile:1", SEEN, "error debug-on app.py:17"],
    { "init.py": "" },
  ],
  ["python bot.py & python app.py", "python app.py?", [PERHAPS], { "bot.py": "" }],
  [
    "python serve.py",
    "python serve.py",
    [SEEN, UNUSED],
    {
      "serve.py":
        "import os\nfrom waitress import serve\nfrom app import app\nserve(app, port=os.environ['PORT'])\n",
    },
  ],
  ['python -c "import app"', "nothing", []],
  ["streamlit run app.py --server.port $PORT", "nothing", []],
];

const SCRIPTS: readonly Row[] = [
  [
    "bash start.sh",
    "gunicorn app",
    [SEEN, UNUSED],
    { "start.sh": "#!/bin/bash\nset -e\nflask db upgrade\nexec gunicorn \\\n  -b 0.0.0.0:$PORT app:app\n" },
  ],
  [
    "sh ./scripts/heroku.sh",
    "gunicorn app",
    ["error web-server scripts/heroku.sh:2", SEEN, UNUSED],
    { "scripts/heroku.sh": "#!/usr/bin/env sh\nexec gunicorn -b :5000 --access-logfile - 'app:app'\n" },
  ],
  [
    "./boot.sh",
    "python app.py",
    ["warning web-server Procfile:1", SEEN, "error debug-on app.py:17"],
    { "boot.sh": '#!/bin/bash\nif [ -n "$X" ]; then\n  flask db upgrade\nfi\npython app.py\n' },
  ],
  [
    "bash start.sh",
    "gunicorn app?",
    [PERHAPS],
    { "start.sh": 'if [ "$DEV" ]; then\n  flask run\nelse\n  gunicorn -b :5000 app:app\nfi\n' },
  ],
  [
    "bin/start-nginx gunicorn -b 127.0.0.1:8000 app:app",
    "gunicorn app",
    [SEEN, UNUSED],
    { "bin/start-nginx": '#!/bin/sh\nexec "$@"\n' },
  ],
  [
    "bash -c 'cd web && exec python app.py'",
    "python web/app.py",
    ["warning web-server Procfile:1", inWeb(SEEN), inWeb("error debug-on app.py:17")],
    IN_WEB,
  ],
  ["sh loop.sh", "nothing", [], { "loop.sh": "sh loop.sh\n".repeat(5000) }],
  ["sh long.sh", "nothing", [], { "long.sh": "\\\n".repeat(50_000) }],
  ["node server.js", "nothing", []],
];

test.for([...GUNICORN, ...OTHERS, ...PYTHON, ...SCRIPTS])("%s", ([command, start, findings, files = {}]) => {
  const common = { ".python-version": "3.13\n", "requirements.txt": LISTED, "app.py": APP };
  const read = project({ Procfile: `web: ${command}\n`, ...common, ...files });
  expect(startOf(read)).toBe(start);
  expect(found(read)).toEqual(findings);
});

const CONTAINER: Files = { "requirements.txt": LISTED, "app.py": APP, Dockerfile: "FROM python:3.13\n" };

test.for<readonly [name: string, run: string, findings: readonly string[]]>([
  ["gunicorn", "run:\n  web: gunicorn app:app\n", [SEEN, UNUSED]],
  [
    "a fixed port",
    'build:\n  docker:\n    web: Dockerfile\nrun:\n  web:\n    command:\n      - gunicorn -b 0.0.0.0:8000 "app:app"\n',
    ["error web-server heroku.yml:7", SEEN, UNUSED],
  ],
  [
    "a Python file",
    "run:\n  web: python app.py\n",
    ["warning web-server heroku.yml:2", SEEN, "error debug-on app.py:17"],
  ],
  ["a file that only the image has", "run:\n  web: python serve.py\n", []],
  ["a module that only the image has", "run:\n  web: gunicorn serve:app\n", []],
  ["nothing, so that the image's command runs", "build:\n  docker:\n    web: Dockerfile\n", [PERHAPS]],
])("heroku.yml with %s", ([, yml, findings]) => {
  const read = project({ ...CONTAINER, "heroku.yml": yml });
  expect(found(read).filter((finding) => !finding.includes("container-deploy"))).toEqual(findings);
});

test("in a container's repository the Procfile is nobody's", () => {
  const files = {
    ...CONTAINER,
    "heroku.yml": "run:\n  web: gunicorn other:app\n",
    Procfile: "web: gunicorn app:app\n",
  };
  expect(startOf(project(files))).toBe("gunicorn other");
});

test("without a Procfile the app that the fix names may be loaded", () => {
  const read = project({ ".python-version": "3.13\n", "requirements.txt": LISTED, "app.py": APP });
  expect(found(read)).toEqual(["error procfile-missing -:-", PERHAPS]);
});

function startOf({ modules: { start } }: Project): string {
  if (!start) return "nothing";
  const what = start.code.kind === "file" ? start.code.path : start.code.name;
  return `${start.by} ${what}${start.certain ? "" : "?"}`;
}

function found(read: Project): string[] {
  return runChecks(read).map(
    ({ level, check, file, line }) => `${level} ${check} ${file ?? "-"}:${line ?? "-"}`,
  );
}
