import { expect, test } from "vitest";
import type { Gunicorn } from "../../src/project/gunicorn-command.ts";
import { type Files, project } from "../support/project.ts";

function read(command: string, files: Files = {}): Gunicorn | undefined {
  return project({ Procfile: `# web\nweb: ${command}\n`, ...files }).modules.gunicorn;
}

test.for([
  ["gunicorn app:app", "app:app", ["."]],
  ["gunicorn wsgi", "wsgi:application", ["."]],
  ["gunicorn -w 4 app:app", "app:app", ["."]],
  ["gunicorn -w4 -k gevent -b :8000 --threads 2 app:app", "app:app", ["."]],
  ["gunicorn --workers=4 --bind 0.0.0.0:$PORT app:app --log-file -", "app:app", ["."]],
  ["gunicorn --workers $(nproc) app:app", "app:app", ["."]],
  ["gunicorn --reload --preload -D app:app", "app:app", ["."]],
  ["gunicorn --capture-output --access-logfile - --error-logfile - app:app", "app:app", ["."]],
  ["gunicorn -- app:app", "app:app", ["."]],
  [
    "gunicorn 'shop.web:create_app(\"prod\", debug=False)'",
    'shop.web:create_app("prod", debug=False)',
    ["."],
  ],
  ["gunicorn shop.app:create_app\\(\\)", "shop.app:create_app()", ["."]],
  ["exec gunicorn app:app", "app:app", ["."]],
  ["newrelic-admin run-program gunicorn app:app", "app:app", ["."]],
  ["bin/start-nginx bin/start-pgbouncer gunicorn -c config/g.py app:app", "app:app", ["."]],
  ["FLASK_ENV=production WORKERS=2 gunicorn app:app", "app:app", ["."]],
  ["env A=b gunicorn app:app", "app:app", ["."]],
  ["python -m gunicorn app:app", "app:app", ["."]],
  ["python3 -m gunicorn.app.wsgiapp app:app", "app:app", ["."]],
  ["poetry run gunicorn app:app", "app:app", ["."]],
  ["./venv/bin/gunicorn app:app", "app:app", ["."]],
  ["flask db upgrade; flask translate compile; gunicorn microblog:app", "microblog:app", ["."]],
  ["flask db upgrade && gunicorn app:app || exit 1", "app:app", ["."]],
  ["sh -c 'gunicorn app:app'", "app:app", ["."]],
  ['bash -lc "cd web && exec gunicorn app:app --bind 0.0.0.0:$PORT"', "app:app", ["web", "."]],
  ["cd web && gunicorn app:app", "app:app", ["web", "."]],
  ["cd web/api; gunicorn app:app", "app:app", ["web/api", "."]],
  ["cd web; cd ..; gunicorn app:app", "app:app", ["."]],
  ["(cd web && gunicorn app:app)", "app:app", ["web", "."]],
  ["cd /app/web && gunicorn app:app", "app:app", ["web", "."]],
  ["cd $HOME && gunicorn app:app", "app:app", ["."]],
  ['gunicorn --pythonpath="$PWD/src" app:app', "app:app", ["src", "."]],
  [`gunicorn --chdir \${HOME}/web app:app`, "app:app", ["web", "."]],
  ["gunicorn --chdir web app:app", "app:app", ["web", "."]],
  ["gunicorn --chdir=./web/ app:app", "app:app", ["web", "."]],
  ["gunicorn --chd web app:app", "app:app", ["web", "."]],
  ["cd a && gunicorn --chdir b app:app", "app:app", ["a/b", "."]],
  ["gunicorn --pythonpath src,lib app:app", "app:app", ["src", "lib", "."]],
  ["PYTHONPATH=src gunicorn app:app", "app:app", [".", "src"]],
  ["PYTHONPATH=src:$PYTHONPATH gunicorn app:app", "app:app", [".", "src"]],
  ["export PYTHONPATH=src; gunicorn app:app", "app:app", [".", "src"]],
  ["GUNICORN_CMD_ARGS='--chdir src' gunicorn app:app", "app:app", ["src", "."]],
  ["export GUNICORN_CMD_ARGS='--chdir src'; gunicorn --chdir web app:app", "app:app", ["web", "."]],
] as const)("%s", ([command, target, searchPath]) => {
  const gunicorn = read(command);
  expect(`${gunicorn?.target?.module}:${gunicorn?.target?.attribute}`).toBe(target);
  expect(gunicorn?.searchPath).toEqual(searchPath);
  expect(gunicorn?.target?.line).toBe(2);
});

test.for([
  "gunicorn",
  "gunicorn -c gunicorn.conf.py",
  "gunicorn $APP",
  'gunicorn "$MODULE:app"',
  "gunicorn --paste production.ini",
])("runs gunicorn, but nobody can say on what: %s", (command) => {
  expect(read(command)).toMatchObject({ target: undefined });
});

test.for([
  "cd $DIR && gunicorn app:app",
  "gunicorn --chdir $DIR app:app",
  "cd /srv && gunicorn app:app",
  "cd .. && gunicorn app:app",
  "PYTHONPATH=$DIR gunicorn app:app",
])("knows the target, but not where it lies: %s", (command) => {
  expect(read(command)).toMatchObject({ target: { module: "app", attribute: "app" }, searchPath: undefined });
});

test.for([
  "python app.py",
  "flask run",
  "uwsgi uwsgi.ini",
  "waitress-serve app:app",
  "sh start.sh",
  "pip install gunicorn && python app.py",
  "echo gunicorn app:app; python app.py",
  "gunicorn-wrapper app:app",
])("does not run gunicorn: %s", (command) => expect(read(command)).toBeUndefined());

test.for([
  ["gunicorn app:app", "gunicorn.conf.py"],
  ["cd web && gunicorn app:app", "web/gunicorn.conf.py"],
  ["gunicorn -c config/g.py app:app", "config/g.py"],
  ["gunicorn --config=g.py app:app", "g.py"],
  ["gunicorn -c $CONFIG app:app", undefined],
] as const)("configuration file of %s", ([command, config]) => expect(read(command)?.config).toBe(config));

test("without a Procfile, or without a web process, there is no gunicorn", () => {
  expect(project({}).modules.gunicorn).toBeUndefined();
  expect(project({ Procfile: "worker: gunicorn app:app" }).modules.gunicorn).toBeUndefined();
});
