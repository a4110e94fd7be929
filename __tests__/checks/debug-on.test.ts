import { expect, test } from "vitest";
import { debugOn } from "../../src/checks/debug-on.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";
import { fixed } from "./fixed.ts";

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app\n", "app.py": `app = Flask(__name__)\n${text}\n`, ...files },
    found,
  ];
}

function web(name: string, command: string, found: Row[2]): Row {
  return [name, { Procfile: `web: ${command}\n`, "app.py": "app = 1\n" }, found];
}

const SCRIPT = { Procfile: "web: bash run.sh\n", "run.sh": "cd .\nexec flask run --debug\n" };
const CLASSES = "class Config:\n    DEBUG = True\nclass Production(Config):\n    DEBUG = False\n";

const ROWS: readonly Row[] = [
  app("the attribute", "app.debug = True", [["error app.py:2", "every run of the app"]]),
  app("the configuration", 'app.config["DEBUG"] = True', [["error app.py:2", "flask run --debug"]]),
  app("an update", "app.config.update(\n    X=1,\n    DEBUG=True,\n)", [["error app.py:4", "DEBUG"]]),
  app("the environment", 'os.environ["FLASK_DEBUG"] = "1"', [["error app.py:2", "FLASK_DEBUG"]]),
  app(
    "the configuration class that is used",
    'app.config.from_object("config.Config")',
    [["error config.py:2", "DEBUG"]],
    {
      "config.py": "class Config:\n    DEBUG = True\n",
    },
  ),
  app("a class named for production", "from config import *", [["warning config.py:4", "may be used"]], {
    "config.py": "class Config:\n    DEBUG = False\nclass Production(Config):\n    DEBUG = True\n",
  }),
  app("switched off later, perhaps", "app.debug = True\nif x:\n    app.debug = False", [
    ["warning app.py:2", "may be"],
  ]),
  app("run at import level", "app.run()", [["error app.py:2", '`if __name__ == "__main__":`']]),
  app("run in a function that is called", "def main():\n    app.run(debug=True)\nmain()", [
    ["error app.py:3", "no further"],
  ]),
  app("run after a return", "def main():\n    if x:\n        return\n    app.run()\nmain()", []),
  app("run after main and", "__name__ == '__main__' and app.run()", []),
  app("run with debug under main", 'if __name__ == "__main__":\n    app.run(debug=True)', [
    ["notice app.py:3", "What Heroku starts does not"],
  ]),
  app("run without debug under main", 'if __name__ == "__main__":\n    app.run()', []),
  app("debug under main", 'if __name__ == "__main__":\n    app.debug = True', []),
  app("debug under a condition", 'if os.environ.get("LOCAL"):\n    app.debug = True', []),
  app("debug from a config var", 'app.debug = os.environ.get("DEBUG") == "1"', []),
  app("debug off", "app.debug = False", []),
  app("debug in a function", "def f():\n    app.debug = True", []),
  app("something else's debug", "logger.debug = True\ntoolbar.debug = True", []),
  app("classes where production's is off", "from config import *", [], { "config.py": CLASSES }),
  app("classes for development and tests", "from config import *", [], {
    "config.py": "class DevConfig:\n    DEBUG = True\nclass TestingConfig:\n    DEBUG = True\n",
  }),
  app("a configuration that nothing loads", "", [], {
    "other/config.py": "class Config:\n    DEBUG = True\n",
  }),
  app("a comment and a text", '# app.debug = True\n"""app.debug = True"""', []),
  web("FLASK_DEBUG in the web line", "FLASK_DEBUG=1 gunicorn app:app", [["error Procfile:1", "web command"]]),
  web("flask run --debug", "flask run --debug --port $PORT", [["error Procfile:1", "web command"]]),
  web("flask --debug run", "flask --app app --debug run --host 0.0.0.0 --port $PORT", [
    ["error Procfile:1", "console"],
  ]),
  web("flask run --debug behind a test", '[ -n "$DEV" ] && flask run --debug || gunicorn app:app', []),
  web("another command of flask with --debug", "flask --debug db upgrade && gunicorn app:app", []),
  ["flask run --debug in a script", SCRIPT, [["error run.sh:2", "console"]]],
  web("FLASK_DEBUG off", "FLASK_DEBUG=0 gunicorn app:app", []),
  web("gunicorn's own --log-level debug", "gunicorn --log-level debug app:app", []),
];

test.for(ROWS)("%s", (row) => expectFindings(debugOn, row));

test.for(ROWS.filter(([name]) => /^the (?:attribute|configuration|environment)$/.test(name)))(
  "the edit takes it away: %s",
  ([, files]) => {
    const after = fixed(debugOn, files);
    expect(after.files["app.py"]).toBe("app = Flask(__name__)\n");
    expect(after.remarks).toEqual([]);
  },
);

test("an argument among others is left to the person", () => {
  const files = { Procfile: "web: gunicorn app:app\n", "app.py": "app.config.update(DEBUG=True, X=1)\n" };
  expect(fixed(debugOn, files).files).toEqual(files);
});
