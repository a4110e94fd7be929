import { expect, test } from "vitest";
import { parse } from "yaml";
import { runWeb } from "../../src/project/heroku-yml.ts";

const BUILD = "build:\n  docker:\n    web: Dockerfile\n    worker: worker/Dockerfile\n";

const READ: readonly string[] = [
  `${BUILD}run:\n  web: gunicorn app:app\n`,
  `run:\n    worker: python worker.py\n    web: gunicorn app:app # the site\n${BUILD}`,
  "run:\n  web: gunicorn --bind 0.0.0.0:$PORT\n    --workers 2\n    app:app\n",
  `run:\n  web: "gunicorn \\"app:create_app()\\""\n`,
  "run:\n  web: 'gunicorn ''app:create_app()'''\n",
  "run:\n\n  # the site\n  web:\n    gunicorn app:app\n",
  "run:\r\n  web: gunicorn app:app\r\n",
  "run:\n  web: >\n    gunicorn\n    app:app\n  worker: x\n",
  "run:\n  web: >-\n    gunicorn app:app\n",
];

test.for(READ)("reads what YAML reads: %j", (text) => {
  expect(runWeb(text)?.command.trim()).toBe(parse(text).run.web.trim());
});

test.for([
  "run:\n  web:\n    command:\n      - gunicorn app:app\n    image: worker\n",
  "run:\n  web:\n    image: worker\n    command:\n    - gunicorn app:app\n",
])("reads the only command of a list: %j", (text) => {
  expect(runWeb(text)?.command).toBe(parse(text).run.web.command[0]);
});

test.for([
  "",
  BUILD,
  "run:\n  worker: python worker.py\n",
  "run:\n  worker:\n    web: x\n",
  "release:\n  web: x\n",
  "run: {web: gunicorn app:app}\n",
  "run:\n  web: [gunicorn, app:app]\n",
  "run:\n  web: &start gunicorn app:app\n",
  "run:\n  web:\n    command:\n      - one\n      - two\n",
  "run:\n  web:\n    image: worker\n",
  "run:\n  web:\n",
  "run",
  ": : :\n\t- web",
])("is silent about everything else: %j", (text) => expect(runWeb(text)).toBeUndefined());

test("the line is that of the command", () => {
  expect(runWeb(`${BUILD}run:\n  web:\n    command:\n      - gunicorn app:app\n`)?.line).toBe(8);
});
