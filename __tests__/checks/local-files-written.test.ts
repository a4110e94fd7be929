import { test } from "vitest";
import { localFilesWritten } from "../../src/checks/local-files-written.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function app(name: string, text: string, ...found: Row[2]): Row {
  return [name, { Procfile: "web: gunicorn app:app\n", "app.py": `app = 1\n${text}` }, found];
}

const ROWS: readonly Row[] = [
  app(
    "an upload",
    "def up(f):\n    f.save(os.path.join(app.config['UPLOAD_FOLDER'], secure_filename(f.filename)))\n",
    ["notice app.py:3", "S3"],
  ),
  app("an upload under its own name", "def up(f):\n    f.save('uploads/' + f.filename)\n", [
    "notice app.py:3",
    "a visitor uploads",
  ]),
  app("a log file", "h = logging.handlers.RotatingFileHandler('app.log')\n", [
    "notice app.py:2",
    "heroku logs",
  ]),
  app("a log file by basicConfig", "logging.basicConfig(filename='a.log')\n", ["notice app.py:2", "console"]),
  app("a file", "def f():\n    with open('data.json', 'w') as out:\n        pass\n", [
    "notice app.py:3",
    "/tmp",
  ]),
  app("a file by keyword", "def f():\n    open('data.csv', mode='ab')\n", ["notice app.py:3", "restarts"]),
  app("two of one kind, said once", "def f():\n    open('a', 'w')\n    open('b', 'w')\n", [
    "notice app.py:3",
    "",
  ]),
  app("a file that is read", "def f():\n    open('a')\n    open('b', 'rb')\n    open('c', mode)\n"),
  app("a file in /tmp", "def f():\n    open('/tmp/x', 'w')\n"),
  app(
    "a save that is none",
    "def f():\n    db.save()\n    image.save(buffer)\n    form.save(commit=False)\n",
  ),
  app("a log to the console", "logging.basicConfig(level=1)\nh = logging.StreamHandler()\n"),
  app("only at home", "if __name__ == '__main__':\n    open('a', 'w')\n"),
  [
    "in a file that the web process does not load",
    { Procfile: "web: gunicorn app:app\n", "app.py": "app = 1\n", "scripts/dump.py": "open('a', 'w')\n" },
    [],
  ],
];

const LOG = "h = logging.handlers.RotatingFileHandler('logs/app.log', maxBytes=10240)\n";
const NOTICE: Row[2][number] = ["notice app.py:2", "every dyno has a disk of its own"];

function log(name: string, files: Files, text = LOG, ...found: Row[2]): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app\n", "app.py": `app = 1\n${text}`, ...files },
    [...found, NOTICE],
  ];
}

const FOLDERS: readonly Row[] = [
  log("in none that is there", {}, LOG, ["warning app.py:2", "into the folder `logs`, which is not in"]),
  log("in none that is there, by basicConfig", {}, "logging.basicConfig(filename='var/log/a.log')\n", [
    "warning app.py:2",
    'os.makedirs("var/log", exist_ok=True)',
  ]),
  log("in one of the commit", { "logs/.gitkeep": "" }),
  log("in one that the app makes", {}, `${LOG}if not os.path.exists('logs'):\n    os.mkdir('logs')\n`),
  log(
    "in one that another file makes",
    { "paths.py": "from pathlib import Path\n(Path(__file__).parent / 'logs').mkdir(exist_ok=True)\n" },
    `${LOG}import paths\n`,
  ),
  log("in one that the web line makes", { Procfile: "web: mkdir -p logs && gunicorn app:app\n" }),
  log("in one that the build may make", { "bin/post_compile": "mkdir logs\n" }),
  log("that is only opened when it is written", {}, LOG.replace("maxBytes=10240", "delay=True")),
  log("elsewhere on the system", {}, LOG.replace("logs/", "/var/log/")),
  log("at a place that cannot be read", {}, LOG.replace("'logs/app.log'", "path")),
];

test.for(FOLDERS)("the folder of a log: %s", (row) => expectFindings(localFilesWritten, row));

test.for(ROWS)("%s", (row) => expectFindings(localFilesWritten, row));
