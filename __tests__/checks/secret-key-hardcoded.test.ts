import { expect, test } from "vitest";
import { secretKeyHardcoded } from "../../src/checks/secret-key-hardcoded.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function app(name: string, text: string, found: Row[2], files: Files = {}): Row {
  return [
    name,
    { Procfile: "web: gunicorn app:app\n", "app.py": `app = Flask(__name__)\n${text}\n`, ...files },
    found,
  ];
}

const CLASS = { "config.py": 'class Config:\n    SECRET_KEY = "abc"\n' };

const ROWS: readonly Row[] = [
  app("the attribute", 'app.secret_key = "abc"', [["warning app.py:2", "`config-vars`"]]),
  app("the configuration", 'app.config["SECRET_KEY"] = "abc"', [["warning app.py:2", "forge"]]),
  app("in a class", "import config", [["warning config.py:2", "forge"]], CLASS),
  app("in a mapping", 'def create_app():\n    app.config.from_mapping(\n        SECRET_KEY="dev",\n    )', [
    ["warning app.py:4", "forge"],
  ]),
  app("by a name", 'KEY = "abc"\napp.secret_key = KEY', [["warning app.py:3", "forge"]]),
  app("as a fallback", 'app.secret_key = os.environ.get("SECRET_KEY", "abc")', [
    ["notice app.py:2", "Without"],
  ]),
  app("the fix", 'app.secret_key = os.environ["SECRET_KEY"]', []),
  app("a random key, which another check speaks of", "app.secret_key = os.urandom(24)", []),
  app("a key from a file", 'app.secret_key = open("key").read()', []),
  app("another key", 'app.config["RECAPTCHA_PUBLIC_KEY"] = "abc"', []),
  app("for tests", "import config", [], { "config.py": 'class TestingConfig:\n    SECRET_KEY = "abc"\n' }),
  app("under main", 'if __name__ == "__main__":\n    app.secret_key = "abc"', []),
  app("a file that nothing loads", "", [], CLASS),
];

test.for(ROWS)("%s", (row) => expectFindings(secretKeyHardcoded, row));

test("the key is never printed", () => {
  const files = { Procfile: "web: gunicorn app:app\n", "app.py": 'app.secret_key = "hush-hush"\n' };
  expect(JSON.stringify(secretKeyHardcoded.find(project(files)))).not.toContain("hush");
});
