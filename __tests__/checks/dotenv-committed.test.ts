import { expect, test } from "vitest";
import { dotenvCommitted } from "../../src/checks/dotenv-committed.ts";
import { type Files, project } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

function app(name: string, dotenv: string | undefined, text: string, found: Row[2], files: Files = {}): Row {
  const base = { Procfile: "web: gunicorn app:app\n", "app.py": `app = Flask(__name__)\n${text}\n` };
  return [name, { ...base, ...(dotenv === undefined ? {} : { ".env": dotenv }), ...files }, found];
}

const SECRETS = "# mine\nFLASK_APP=app\nSECRET_KEY=hush\n";

const ROWS: readonly Row[] = [
  app("with a secret", SECRETS, "", [["warning .env:3", "`SECRET_KEY`"]]),
  app("with a URL", "export DATABASE_URL='postgres://localhost/a'\n", "", [
    ["warning .env:1", "git rm --cached"],
  ]),
  app("loaded", "FLASK_APP=app\n", "load_dotenv()", [["warning .env:1", "fills in"]]),
  app("loaded over the config vars", SECRETS, "dotenv.load_dotenv(override=True)", [
    ["warning .env:2", "replaces"],
  ]),
  app("nothing secret", "FLASK_APP=app\nFLASK_DEBUG=1\n", "", []),
  app("no values", "SECRET_KEY=\nAPI_TOKEN=''\n# DB_PASSWORD=x\n", "", []),
  app("the fix", undefined, "load_dotenv()", [], { ".gitignore": ".env\n" }),
  app("an example", undefined, "load_dotenv()", [], { ".env.example": SECRETS }),
  app("Flask's own file", undefined, "", [], { ".flaskenv": SECRETS }),
  app("only loaded under main", "FLASK_APP=app\n", 'if __name__ == "__main__":\n    load_dotenv()', []),
];

test.for(ROWS)("%s", (row) => expectFindings(dotenvCommitted, row));

test("no value is printed", () => {
  const [, files] = app("", SECRETS, "load_dotenv(override=True)", []);
  expect(JSON.stringify(dotenvCommitted.find(project(files)))).not.toContain("hush");
});
