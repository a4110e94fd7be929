import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startGitHub } from "../../__tests__/support/github.ts";
import { commitFolder } from "../commit-folder.ts";
import { serveLocalHeroku } from "../local-heroku.ts";
import { runAgainst } from "../runner.ts";

type Files = Readonly<Record<string, string>>;

type Situation = { readonly app: string; readonly inputs?: Files; readonly files: Files };

/** What people saw in one situation. */
export type Seen = { readonly name: string; readonly comment: string; readonly summary: string };

const MODELS = `from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Author(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), nullable=False)


class Book(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(200), nullable=False)
    isbn = db.Column(db.String(13), unique=True)
    author_id = db.Column(db.Integer, db.ForeignKey("author.id"))


class Loan(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    book_id = db.Column(db.Integer, db.ForeignKey("book.id"), nullable=False)
    due = db.Column(db.Date)
`;

const SHOP: Files = {
  Procfile: "web: gunicorn 'shop:create_app()'\n",
  ".python-version": "3.13\n",
  "requirements.txt": `Flask==3.1.3
Flask-Migrate==4.1.0
Flask-SQLAlchemy==3.1.1
SQLAlchemy==2.0.58
psycopg[binary]==3.3.9
gunicorn==23.0.0
`,
  "shop/__init__.py": `import os

from flask import Flask

from shop.models import Author, db


def create_app():
    app = Flask(__name__)
    uri = os.environ["DATABASE_URL"].replace("postgres://", "postgresql+psycopg://", 1)
    app.config["SQLALCHEMY_DATABASE_URI"] = uri
    db.init_app(app)

    @app.get("/")
    def index():
        return f"{db.session.query(Author).count()} authors"

    return app
`,
  "shop/models.py": MODELS,
};

const BEGINNER: Files = {
  Procfile: "web: gunicorn app.py:app\n",
  ".python-version": "python-3.13\n",
  "requirements.txt": "Flask==3.1.3\nFlask-SQLAlchemy==3.1.1\n",
  "app.py": `from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SECRET_KEY"] = "dev"
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///shop.db"
db = SQLAlchemy(app)


class Item(db.Model):
    id = db.Column(db.Integer, primary_key=True)


if __name__ == "__main__":
    db.create_all()
    app.run(debug=True)
`,
};

const SITUATIONS: Readonly<Record<string, Situation>> = {
  deployed: { app: "book-shop", files: SHOP },
  "build-failed": {
    app: "book-shop-2",
    files: { ...SHOP, "requirements.txt": `${SHOP["requirements.txt"]}flask-bookshop-helpers==1.0\n` },
  },
  "tables-failed": {
    app: "book-shop-3",
    files: { ...SHOP, "shop/models.py": MODELS.replace('"author.id"', '"authors.id"') },
  },
  findings: { app: "book-shop", files: BEGINNER, inputs: { mode: "check" } },
  "review-app": { app: "book-shop-pr-{number}", files: SHOP },
};

/** Runs the bundled action in every situation and gives what GitHub was told to show. */
export async function seen(): Promise<Seen[]> {
  const folder = await mkdtemp(join(tmpdir(), "flask-heroku-pictures-"));
  const [heroku, github] = await Promise.all([serveLocalHeroku(), startGitHub()]);
  try {
    const all: Seen[] = [];
    for (const [name, { app, inputs, files }] of Object.entries(SITUATIONS)) {
      const workspace = join(folder, name);
      await repository(workspace, files);
      const result = await runAgainst(heroku, {
        workspace,
        folder,
        inputs: {
          app,
          "github-token": "a-token-for-the-stand-in",
          "comment-log": "always",
          ...inputs,
          ...(inputs?.mode === "check" && { "heroku-api-key": "" }),
        },
        env: {
          PIP_NO_INDEX: "1",
          GITHUB_REPOSITORY: "octo/app",
          GITHUB_API_URL: github.url,
        },
        event: { name: "pull_request", payload: PULL_REQUEST },
      });
      const comment = github.comments.pop();
      if (comment === undefined)
        throw new Error(`no comment was written in the situation ${name}:\n${result.log}`);
      all.push({ name, comment: asOnHeroku(comment.body), summary: asOnHeroku(result.summary) });
    }
    return all;
  } finally {
    await Promise.all([heroku.stop(), github.close()]);
    await rm(folder, { recursive: true, force: true });
  }
}

const REPOSITORY = { id: 1, full_name: "octo/app", private: true };
const PULL_REQUEST = {
  action: "opened",
  repository: REPOSITORY,
  pull_request: { number: 7, head: { repo: REPOSITORY }, base: { repo: REPOSITORY } },
};

/** The addresses of the local Heroku's apps, as those on Heroku look. */
function asOnHeroku(markdown: string): string {
  return markdown.replaceAll(/http:\/\/127\.0\.0\.1:\d+\//g, "https://book-shop-0f1e2d3c4b5a.herokuapp.com/");
}

async function repository(folder: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await commitFolder(folder, "A book shop");
}
