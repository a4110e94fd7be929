import { test } from "vitest";
import { secretKeyRandom } from "../../src/checks/secret-key-random.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app\n", "app.py": `app = Flask(__name__)\n${text}\n`, ...files },
    found,
  ];
}

const CLASS = { "config.py": "class Config:\n    SECRET_KEY = uuid.uuid4().hex\n" };

const ROWS: readonly Row[] = [
  app("the attribute", "app.secret_key = os.urandom(24)", [["warning app.py:2", "`config-vars`"]]),
  app("the configuration", 'app.config["SECRET_KEY"] = secrets.token_hex(16)', [
    ["warning app.py:2", "logged out"],
  ]),
  app("in a class", "import config", [["warning config.py:2", "logged out"]], CLASS),
  app("as a text", "app.secret_key = str(uuid4())", [["warning app.py:2", "logged out"]]),
  app("by a name", "key = os.urandom(24)\napp.secret_key = key", [["warning app.py:3", "logged out"]]),
  app("in a factory", "def create_app():\n    app.config.update(SECRET_KEY=os.urandom(8))", [
    ["warning app.py:3", "logged out"],
  ]),
  app("as a fallback", 'app.secret_key = os.environ.get("SECRET_KEY") or os.urandom(24)', [
    ["notice app.py:2", "Without"],
  ]),
  app("as a default", 'app.secret_key = os.getenv("SECRET_KEY", os.urandom(24))', [
    ["notice app.py:2", "Without"],
  ]),
  app("the fix", 'app.secret_key = os.environ["SECRET_KEY"]', []),
  app("a constant, which another check speaks of", 'app.secret_key = "x"', []),
  app("another random value", "token = os.urandom(24)\napp.config['TOKEN'] = secrets.token_hex()", []),
  app("for tests", "import config", [], {
    "config.py": "class TestConfig:\n    SECRET_KEY = os.urandom(8)\n",
  }),
  app("under main", 'if __name__ == "__main__":\n    app.secret_key = os.urandom(24)', []),
  app("a file that nothing loads", "", [], CLASS),
];

test.for(ROWS)("%s", (row) => expectFindings(secretKeyRandom, row));
