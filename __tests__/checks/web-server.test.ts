import { expect, test } from "vitest";
import { webServer } from "../../src/checks/web-server.ts";
import { type Files, project } from "../support/project.ts";
import { edited } from "./edited.ts";
import { expectFindings, type Row } from "./findings.ts";

const FLASK = "from flask import Flask\napp = Flask(__name__)\n";

function web(name: string, command: string, found: Row[2] = [], files: Files = {}): Row {
  return [name, { Procfile: `web: ${command}\n`, ...files }, found];
}

function script(name: string, text: string, found: Row[2] = []): Row {
  return web(name, "python app.py", found, { "app.py": FLASK + text });
}

const OWN_SERVER = `
try:
    from gevent.pywsgi import WSGIServer
except ImportError:
    WSGIServer = None
from shop import config

DEFAULT_PORT = 8083

def main():
    WSGIServer(("", DEFAULT_PORT), config.app).serve_forever()
`;

const GUNICORN: readonly Row[] = [
  web("gunicorn as it comes", "gunicorn app:app"),
  web("gunicorn on $PORT", "gunicorn -b 0.0.0.0:$PORT app:app"),
  web("gunicorn on $PORT, all the forms", `gunicorn app:app --bind="0.0.0.0:\${PORT:-8000}"`),
  web("gunicorn on :$PORT", "gunicorn app:app -b:$PORT --workers 2"),
  web("gunicorn on a socket", "gunicorn -b unix:/tmp/app.sock app:app"),
  web("gunicorn behind nginx", "bin/start-nginx gunicorn -b 127.0.0.1:8000 app:app"),
  web("gunicorn beside something in the background", "gunicorn -b 127.0.0.1:8000 app:app & node proxy.js"),
  web("gunicorn on two, one of them right", "gunicorn -b 127.0.0.1:9 -b :$PORT app:app"),
  web("a dry word that looks alike", "gunicorn --backlog 8000 app:app"),
  web("another process type", "gunicorn app:app\nworker: gunicorn -b 127.0.0.1:8000 x:y"),
];

const BOUND: readonly Row[] = [
  web("gunicorn on 127.0.0.1", "gunicorn -b 127.0.0.1:8000 app:app", [
    ["error Procfile:1", "only the dyno itself"],
  ]),
  web("gunicorn on localhost with $PORT", "gunicorn --bind localhost:$PORT app:app", [
    ["error Procfile:1", "R10"],
  ]),
  web("gunicorn on a fixed port", "flask db upgrade && gunicorn app:app --bind=0.0.0.0:5000", [
    ["error Procfile:1", "`0.0.0.0:5000`, a port that Heroku does not ask"],
  ]),
  web("gunicorn behind words in quotation marks", 'FORMAT=a gunicorn -b "localhost:$PORT" app:app', [
    ["error Procfile:1", "only the dyno"],
  ]),
  web("gunicorn in sh -c", "sh -c 'gunicorn -b :8000 app:app'", [["error Procfile:1", "`:8000`"]]),
];

const UNEXPANDED: Row[2] = [["error Procfile:1", "letter by letter"]];

const QUOTED: readonly Row[] = [
  web("$PORT in single quotation marks", "gunicorn -b '0.0.0.0:$PORT' app:app", UNEXPANDED),
  web("$PORT behind a backslash", "gunicorn -b :\\$PORT app:app", UNEXPANDED),
  web("one of two in single quotation marks", "gunicorn -b ':$PORT' -b 0.0.0.0:8000 app:app", UNEXPANDED),
  web("$PORT in gunicorn.conf.py", "gunicorn app:app", [["error gunicorn.conf.py:1", "Remove the setting"]], {
    "gunicorn.conf.py": 'bind = "0.0.0.0:$PORT"\n',
  }),
  web("$PORT in sh -c", "sh -c 'gunicorn -b 0.0.0.0:$PORT app:app'"),
  web("$PORT that the outer shell puts in", `bash -c "gunicorn -b '0.0.0.0:$PORT' app:app"`),
  web("$PORT in GUNICORN_CMD_ARGS", "GUNICORN_CMD_ARGS=\"-b ':$PORT'\" gunicorn app:app"),
  web("a socket in single quotation marks", "gunicorn -b 'unix:/tmp/$PORT' app:app"),
  web("a fixed port in single quotation marks", "gunicorn -b '0.0.0.0:8000' app:app", [
    ["error Procfile:1", "R10"],
  ]),
  web("a fixed port behind some", "gunicorn --access-logformat '%(h)s' -b :8000 app:app", [
    ["error Procfile:1", "R10"],
  ]),
];

function joined(name: string, lines: readonly string[], found: Row[2]): Row {
  return web(name, "bash run.sh", found, { "run.sh": `${lines.join(" \\\n")}\n` });
}

const JOINED: readonly Row[] = [
  joined(
    "an address on a line that a backslash adds",
    ["cd . && exec gunicorn", "  -w 2", "  -b :8000", "  a:b"],
    [["error run.sh:3", "`:8000`"]],
  ),
  joined(
    "an address on the last line",
    ["exec gunicorn a:b", "  --bind=127.0.0.1:8000"],
    [["error run.sh:2", "`127.0.0.1:8000`"]],
  ),
];

const OTHERS: readonly Row[] = [
  web("flask run", "flask run", [["error Procfile:1", "port 5000"]]),
  web("flask run with an app", "FLASK_ENV=x python -m flask --app shop run", [
    ["error Procfile:1", "port 5000"],
  ]),
  web("flask run on a fixed port", "flask run -h 0.0.0.0 -p 8080", [
    ["error Procfile:1", "a port of its own"],
  ]),
  web("flask run on 127.0.0.1", "flask run --host=127.0.0.1 --port=$PORT", [
    ["error Procfile:1", "only the dyno"],
  ]),
  web("flask run without a host", "flask run -p $PORT", [["warning Procfile:1", "127.0.0.1"]]),
  web("flask run where Heroku asks", "flask run --host 0.0.0.0 --port $PORT", [
    ["warning Procfile:1", "one developer"],
  ]),
  web("flask run by variables", "FLASK_RUN_HOST=0.0.0.0 FLASK_RUN_PORT=$PORT flask run", [
    ["warning Procfile:1", "one developer"],
  ]),
  web("another command of flask", "flask worker run-jobs"),
  web("waitress", "waitress-serve --port=$PORT app:app"),
  web("waitress on $PORT by --listen", "waitress-serve --listen=*:$PORT --call app:create_app"),
  web("waitress by itself", "waitress-serve app:app", [["error Procfile:1", "`0.0.0.0:8080`"]]),
  web("waitress on a fixed port", "waitress-serve --port 8000 app:app", [["error Procfile:1", "`8000`"]]),
  web("uvicorn", `uvicorn app:asgi --host 0.0.0.0 --port \${PORT}`),
  web("uvicorn by itself", "uvicorn app:asgi", [["error Procfile:1", "`127.0.0.1:8000`"]]),
  web("uvicorn without a host", "python -m uvicorn app:asgi --port $PORT", [
    ["warning Procfile:1", "`127.0.0.1`"],
  ]),
  web("uvicorn by variables", "UVICORN_PORT=$PORT uvicorn app:asgi"),
  web("hypercorn", "hypercorn app:asgi -b 0.0.0.0:$PORT"),
  web("hypercorn with a configuration", "hypercorn -c hyper.toml app:asgi"),
  web("hypercorn by itself", "hypercorn app:asgi", [["error Procfile:1", "--bind 0.0.0.0:$PORT"]]),
  web("uwsgi on $PORT", "uwsgi --http-socket :$PORT --module app:app"),
  web("uwsgi with a file", "uwsgi uwsgi.ini"),
  web("uwsgi on a fixed port", "uwsgi --http :5000 --module app:app", [["warning Procfile:1", "$PORT"]]),
  web("a program of which nothing is known", "./serve --fast"),
  ["no web line", { Procfile: "worker: flask run\n" }, []],
];

const SCRIPTS: readonly Row[] = [
  script("app.run()", "if __name__ == '__main__':\n    app.run(debug=True)\n", [
    ["error app.py:4", "port 5000"],
  ]),
  script("a fixed port", "app.run('0.0.0.0', 8080)\n", [["error app.py:3", "fixed port"]]),
  script("$PORT on 127.0.0.1", "import os\napp.run(port=int(os.environ['PORT']))\n", [
    ["error app.py:4", "127.0.0.1"],
  ]),
  script("$PORT on 0.0.0.0", "import os\napp.run(host='0.0.0.0', port=os.environ.get('PORT', 5000))\n", [
    ["warning Procfile:1", "development server"],
  ]),
  script("one of two that is right", "if x:\n    app.run()\nelse:\n    app.run('0.0.0.0', PORT)\n", [
    ["warning Procfile:1", "may run Flask's development server"],
  ]),
  script("options from elsewhere", "app.run(**options)\n", [["warning Procfile:1", "development server"]]),
  script("SocketIO by itself", "socketio = SocketIO(app)\nsocketio.run(app)\n", [
    ["error app.py:4", "port 5000"],
  ]),
  script("SocketIO on $PORT", "socketio = SocketIO(app)\nsocketio.run(app, '0.0.0.0', PORT)\n"),
  script("waitress in the file", "from waitress import serve\nserve(app, port=PORT)\n"),
  script(
    "waitress in the file, on a port of its own",
    "from waitress import serve\nserve(app, port=8080)\n",
    [["warning Procfile:1", "its own server (`waitress`)"]],
  ),
  web(
    "a server in a module, on a port of another variable",
    "python run.py",
    [["warning Procfile:1", "its own server (`gevent.pywsgi`)"]],
    {
      "run.py": "from shop.server import main\nmain()\n",
      "shop/__init__.py": "",
      "shop/server.py": OWN_SERVER,
    },
  ),
  web("a server in a module, $PORT in another", "python -m shop", [], {
    "shop/__init__.py": "",
    "shop/__main__.py": "from .server import main\nmain()\n",
    "shop/server.py": OWN_SERVER,
    "shop/config.py": "import os\nADDRESS = ('', int(os.environ['PORT']))\n",
  }),
  web("a server in a module, $PORT on the line", "python run.py --port $PORT", [], { "run.py": OWN_SERVER }),
  web("settings that read variables by their own names", "python run.py", [], {
    "run.py": `from pydantic_settings import BaseSettings\n${OWN_SERVER}`,
  }),
  web("a server in code that is not all read", "python run.py", [], {
    "run.py": `from shop import settings\n${OWN_SERVER}`,
    "shop/__init__.py": "",
    "shop/settings.py": "def (:\n",
  }),
  script("another run", "import asyncio\nasyncio.run(main())\n"),
  web("a file that is not there", "python run.py", [["error Procfile:1", "no such file"]], {
    "app.py": FLASK,
  }),
  web("a file in a folder that is gone into", "cd web && python run.py", [], { "web/run.py": "" }),
  web(
    "a file that is not in the folder that is gone into",
    "cd web && python run.py",
    [["error Procfile:1", "`web/run.py`"]],
    { "run.py": "" },
  ),
  web("a file that a hook of the build makes", "python run.py", [], {
    "bin/post_compile": "cp a.py run.py\n",
  }),
  web("a file that no parser of ours reads", "python -u /app/app.py", [], { "app.py": "def (:\n" }),
];

const PERHAPS: Row[2] = [["warning Procfile:1", "may run"]];
const UNHEARD: Row[2] = [["error app.py:2", "port 5000"]];

const ANYWAY: Row[2] = [["warning Procfile:1", "development server"]];

const WHICH_RUN: readonly Row[] = [
  script("a function that is called", "def main():\n    app.run()\nmain()\n", [
    ["error app.py:4", "port 5000"],
  ]),
  script("a run under a condition", "if os.getenv('FLASK_DEBUG'):\n    app.run()\n", PERHAPS),
  script("a run or waitress", "if DEBUG:\n    app.run(port=5000)\nelse:\n    serve(app, port=PORT)\n"),
  script("a run without waitress", "try:\n    serve(app)\nexcept ImportError:\n    app.run()\n"),
  script(
    "a function that is perhaps called",
    "def dev():\n    app.run()\nif 'dev' in sys.argv:\n    dev()\n",
  ),
  script("a sub-command", "@cli.command()\ndef dev():\n    app.run()\ncli()\n"),
  script(
    "gevent on Heroku",
    "if DYNO:\n    WSGIServer(('', PORT), app).serve_forever()\nelse:\n    app.run()\n",
  ),
  script("gunicorn in the file", "if DYNO:\n    Standalone(app).run()\nelse:\n    app.run()\n"),
  script("waitress, which does not come back", "if DYNO:\n    serve(app, port=PORT)\napp.run()\n"),
];

function run(name: string, text: string, found: Row[2] = [], files: Files = {}): Row {
  return web(name, "python app.py", found, { "app.py": text, ...files });
}

const WHOSE_RUN: readonly Row[] = [
  run("uvicorn's server", "import uvicorn\napp = uvicorn.Server(config)\napp.run()\n"),
  run("an object of one's own", "app = Application()\napp.run()\n"),
  run("Dash", "from dash import Dash\napp = Dash(__name__)\napp.run(host='0.0.0.0')\n"),
  run("Dash on a Flask", "import dash\napp = Flask(__name__)\napp.run()\n"),
  run("connexion", "import connexion\napp = connexion.FlaskApp(__name__)\napp.run(port=PORT)\n"),
  run("Quart", "app = Quart(__name__)\napp.run(port=PORT)\n"),
  run("a name that nothing says anything of", "from frame import app\napp.run()\n"),
  run("the factory of a loop", "def make():\n    return app\napp = make()\napp.run()\n"),
  run("flask.Flask", "app = flask.Flask(__name__)\napp.run()\n", UNHEARD),
  run("a factory", "from shop import make\napp = make()\napp.run()\n", [["error app.py:3", "port 5000"]], {
    "shop.py": "def make():\n    it = Flask(__name__)\n    return it\n",
  }),
  run("an app of another file", "from shop import app\napp.run()\n", UNHEARD, {
    "shop.py": "app = None\napp = Flask(__name__)\n",
  }),
];

const SERVER_NAME: readonly Row[] = [
  script("the port of SERVER_NAME", "app.config['SERVER_NAME'] = NAME\napp.run(host='0.0.0.0')\n", ANYWAY),
  script(
    "the host of SERVER_NAME",
    "app.config.from_mapping(SERVER_NAME=NAME)\napp.run(port=PORT)\n",
    ANYWAY,
  ),
  script("SERVER_NAME and a fixed port", "app.config['SERVER_NAME'] = NAME\napp.run(port=5000)\n", [
    ["error app.py:4", "fixed port"],
  ]),
];

const TESTED: readonly Row[] = [
  web("flask run behind a test", '[ -n "$DEV" ] && flask run || gunicorn app:app'),
  web("flask run behind another test", '[[ -n "$DEV" ]] && flask run || gunicorn app:app'),
  web("flask run behind the word test", 'test -n "$DEV" && flask run || gunicorn app:app'),
  web("gunicorn behind a test", '[ -n "$DEV" ] && gunicorn -b :8000 app:app || gunicorn app:app'),
  web("the word test elsewhere", "make test && flask run", [["error Procfile:1", "port 5000"]]),
  web("after an if with a test", "if [ -f a ]; then make a; fi; flask run", [
    ["error Procfile:1", "port 5000"],
  ]),
  web("a line with a test", "bash run.sh", [], {
    "run.sh": '[ "$ENV" = dev ] && exec flask run\nexec gunicorn -b 0.0.0.0:$PORT app:app\n',
  }),
  web("lines behind a test", "bash run.sh", [], {
    "run.sh": '[ "$ENV" = dev ] && {\n  exec flask run\n}\nexec gunicorn -b 0.0.0.0:$PORT app:app\n',
  }),
  web("a line after a test", "bash run.sh", [["error run.sh:2", "port 5000"]], {
    "run.sh": "[ -f .env ] && . ./.env\nexec flask run\n",
  }),
];

const LINKED: readonly Row[] = [
  ["a link", { Procfile: "web: python run.py\n", "run.py": "app.py" }, [], { modes: { "run.py": "120000" } }],
  ["a submodule", { Procfile: "web: python lib/run.py\n", lib: "" }, [], { modes: { lib: "160000" } }],
];

test.for([
  ...[...GUNICORN, ...BOUND, ...QUOTED, ...JOINED, ...OTHERS, ...SCRIPTS],
  ...[...WHICH_RUN, ...WHOSE_RUN, ...SERVER_NAME, ...TESTED, ...LINKED],
])("%s", (row) => expectFindings(webServer, row));

test.for([...BOUND, ...JOINED])("the edit mends it: %s", ([, files]) => {
  const after = edited(webServer, files);
  expect(Object.values(after).join("")).toContain("0.0.0.0:$PORT");
  expect(webServer.find(project(after))).toEqual([]);
});

test.for(QUOTED)("no edit puts $PORT where no shell sees it: %s", ([, files]) => {
  expect(edited(webServer, files)).toEqual(files);
});
