import type { Files } from "./run-dyno.ts";

/** The address as a careful app reads it. */
const URL = 'os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1)';

export const MODELS = `
class Author(db.Model):
    __tablename__ = "author"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), nullable=False)

class Book(db.Model):
    __tablename__ = "book"
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.Enum("novel", "poem", name="book_kind"))
    author_id = db.Column(db.Integer, db.ForeignKey("author.id"))
`;

export const MODULE: Files = {
  "app.py": `
import os
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = ${URL}
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db = SQLAlchemy(app)
${MODELS}`,
};

const FACTORY = (parameters: string) => `
import os
from flask import Flask
from shop.models import db

def create_app(${parameters}):
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = ${URL}
    app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
    db.init_app(app)
    return app
`;

const PACKAGE_MODELS = `
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
${MODELS}`;

export const FACTORY_PACKAGE: Files = { "shop/__init__.py": FACTORY(""), "shop/models.py": PACKAGE_MODELS };

export const FACTORY_WITH_ARGUMENTS: Files = {
  "shop/__init__.py": "",
  "shop/web.py": FACTORY("name, strict=False").replace(
    "    db.init",
    '    assert (name, strict) == ("it\'s \\"$HOME\\"", True)\n    db.init',
  ),
  "shop/models.py": PACKAGE_MODELS,
};

export const WRAPPED: Files = {
  "app.py": `${MODULE["app.py"]}
from functools import partial
from werkzeug.middleware.proxy_fix import ProxyFix

def outer(inner):
    def handle(environ, start_response):
        return inner(environ, start_response)
    return handle

application = outer(partial(ProxyFix(app).__call__))
`,
};

export const TWO_BINDS: Files = {
  "app.py": `
import os
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = ${URL}
app.config["SQLALCHEMY_BINDS"] = {"stats": ${URL.replace("DATABASE_URL", "STATS_URL")}}
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db = SQLAlchemy(app)
${MODELS}
class Visit(db.Model):
    __tablename__ = "author_visit"
    __bind_key__ = "stats"
    id = db.Column(db.Integer, primary_key=True)
`,
};

export const PLAIN: Files = {
  "app.py": `
import os
from flask import Flask
from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker
from werkzeug.local import LocalProxy

Base = declarative_base()
engine = create_engine(${URL})
session = scoped_session(sessionmaker(bind=engine))
nobody = LocalProxy(lambda: 1 / 0)

class Author(Base):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)

class Book(Base):
    __tablename__ = "book"
    id = Column(Integer, primary_key=True)
    name = Column(String(80))

app = Flask(__name__)
`,
};

export const MIGRATED: Files = {
  "app.py": `${MODULE["app.py"]}
from flask_migrate import Migrate
migrate = Migrate(app, db)
`,
  "migrations/README": "",
  "migrations/alembic.ini": "[alembic]\nscript_location = migrations\n",
  "migrations/env.py": `
from alembic import context
from flask import current_app

db = current_app.extensions["migrate"].db
engine = db.get_engine() if not hasattr(db, "engine") else db.engine
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=db.metadata)
    with context.begin_transaction():
        context.run_migrations()
`,
  "migrations/script.py.mako": "",
  "migrations/versions/0001_first.py": `
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

def upgrade():
    op.create_table("author", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(80)))

def downgrade():
    op.drop_table("author")
`,
};
