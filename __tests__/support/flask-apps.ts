import type { Files } from "./deploying.ts";

/** The same everywhere, so that one environment serves every build. */
const REQUIREMENTS = `Flask==3.1.3
Flask-Migrate==4.1.0
Flask-SQLAlchemy==3.1.1
SQLAlchemy==2.0.58
psycopg[binary]==3.3.9
gunicorn==23.0.0
`;

const URL = `os.environ["DATABASE_URL"].replace("postgres://", "postgresql+psycopg://", 1)`;

const BASE: Files = { "requirements.txt": REQUIREMENTS, ".python-version": "3.13\n" };

/** One module, one table, and a page that reads a row of it. */
export const MODULE_APP: Files = {
  ...BASE,
  Procfile: "web: gunicorn app:app\n",
  "app.py": `
import os
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = ${URL}
db = SQLAlchemy(app)


class Note(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.Text, nullable=False)


@app.get("/")
def index():
    if db.session.query(Note).count() == 0:
        db.session.add(Note(text="a row from Postgres"))
        db.session.commit()
    return db.session.query(Note).first().text
`,
};

/** An app factory in a package, with its models in a module of their own. */
export const FACTORY_APP: Files = {
  ...BASE,
  Procfile: "web: gunicorn 'shop:create_app()'\n",
  "shop/__init__.py": `
import os
from flask import Flask
from shop.models import Author, db


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = ${URL}
    db.init_app(app)

    @app.get("/")
    def index():
        return f"{db.session.query(Author).count()} authors"

    return app
`,
  "shop/models.py": `
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Author(db.Model):
    id = db.Column(db.Integer, primary_key=True)


class Book(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    author_id = db.Column(db.Integer, db.ForeignKey("author.id"))
`,
};

/** Flask-Migrate with one migration, as \`flask db init\` and \`flask db migrate\` leave it. */
export const MIGRATE_APP: Files = {
  ...MODULE_APP,
  "app.py": `${MODULE_APP["app.py"]}

from flask_migrate import Migrate

migrate = Migrate(app, db)
`,
  "migrations/alembic.ini": "[alembic]\n",
  "migrations/script.py.mako": "\n",
  "migrations/env.py": `
from alembic import context
from flask import current_app

with current_app.extensions["migrate"].db.engine.connect() as connection:
    context.configure(connection=connection, target_metadata=current_app.extensions["migrate"].db.metadata)
    with context.begin_transaction():
        context.run_migrations()
`,
  "migrations/versions/0001_notes.py": `
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("note", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text, nullable=False))


def downgrade():
    op.drop_table("note")
`,
};

/** The same files in a folder of the repository. */
export function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
