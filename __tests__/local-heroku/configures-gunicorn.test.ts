import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configuresGunicorn } from "../../src/local-heroku/build/configures-gunicorn.ts";
import { plant } from "../project/virtual-environment.ts";
import { folder } from "../support/repository.ts";

const BIND = 'bind = "127.0.0.1:8000"\n';

test.for([
  ["gunicorn app:app", {}, false],
  ["gunicorn app:app", { "gunicorn.conf.py": BIND }, true],
  ["gunicorn app:app", { "gunicorn.conf.py": "from deploy.settings import *\n" }, true],
  ["gunicorn app:app", { "gunicorn.conf.py": "import os\n\nworkers = 2\nbinding = 1\n" }, false],
  ["gunicorn app:app", { "backend/gunicorn.conf.py": BIND, "deploy/g.py": BIND }, false],
  ["cd backend && gunicorn app:app", { "backend/gunicorn.conf.py": BIND }, true],
  ["cd backend && gunicorn app:app", { "gunicorn.conf.py": BIND }, false],
  ["cd $FOLDER && gunicorn app:app", {}, true],
  ["gunicorn -c deploy/g.py app:app", { "deploy/g.py": BIND }, true],
  ["gunicorn -cdeploy/g.py app:app", { "deploy/g.py": BIND }, true],
  ["gunicorn --config=deploy/g.py app:app", { "deploy/g.py": BIND }, true],
  ["gunicorn --config file:deploy/g.py app:app", { "deploy/g.py": BIND }, true],
  ["gunicorn --config python:deploy.g app:app", { "deploy/g.py": BIND }, true],
  ["gunicorn -c $CONFIG app:app", {}, true],
  ["gunicorn -c deploy/g.py app:app", { "deploy/g.py": "workers = 2\n" }, false],
  ["bash -c 'gunicorn app:app'", {}, false],
  ["bash -c 'gunicorn -c deploy/g.py app:app'", { "deploy/g.py": BIND }, true],
  ["./start.sh", { "start.sh": "exec gunicorn -c deploy/g.py app:app\n", "deploy/g.py": BIND }, true],
  ["./start.sh", { "start.sh": "exec gunicorn app:app\n", "deploy/g.py": BIND }, false],
  [
    "./start.sh",
    {
      "start.sh": "if $DEV; then\n  gunicorn app:app\nelse\n  gunicorn -c deploy/g.py app:app\nfi\n",
      "deploy/g.py": BIND,
    },
    true,
  ],
  ["python serve.py", { "serve.py": "", "deploy/g.py": BIND }, false],
  ["python serve.py", { "serve.py": "", "deploy/gunicorn_prod.py": BIND }, true],
  [undefined, { "gunicorn.conf.py": BIND }, false],
] as const)("%s with %o: %s", async ([command, files, is]) => {
  const place = await folder();
  await plant(place, { "app.py": "", ...files });
  expect(await configuresGunicorn(place, command)).toBe(is);
});

test("a configuration file that is a link may say anything", async () => {
  const place = await folder();
  await plant(place, { "deploy/g.py": BIND });
  await symlink("deploy/g.py", join(place, "gunicorn.conf.py"));
  expect(await configuresGunicorn(place, "gunicorn app:app")).toBe(true);
});
