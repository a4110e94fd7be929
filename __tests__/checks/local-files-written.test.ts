import { test } from "vitest";
import { localFilesWritten } from "../../src/checks/local-files-written.ts";
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

test.for(ROWS)("%s", (row) => expectFindings(localFilesWritten, row));
