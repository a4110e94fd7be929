import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runChecks } from "../../src/checks/index.ts";
import { type Files, project } from "../support/project.ts";

const PYTHON = { ".python-version": "3.13\n" };
const NEW = `Flask==3.1.3
Flask-SQLAlchemy==3.1.1
SQLAlchemy==2.0.58
Flask-Migrate==4.1.0
psycopg[binary]==3.3.9
gunicorn==23.0.0
`;
const OLD = `Flask==1.1.4
Flask-SQLAlchemy==2.4.4
Flask-Migrate==2.7.0
Flask-Script==2.0.6
SQLAlchemy==1.3.24
psycopg2-binary==2.9.12
gunicorn==20.1.0
`;
const URL = `os.environ.get("DATABASE_URL", "sqlite:///app.db").replace("postgres://", "postgresql+psycopg://", 1)`;
const EXTENSIONS =
  "from flask_sqlalchemy import SQLAlchemy\nfrom flask_migrate import Migrate\n\ndb = SQLAlchemy()\nmigrate = Migrate()\n";
const MODELS = `class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), unique=True)
`;
const MIGRATIONS = {
  "migrations/env.py": "from alembic import context\n",
  "migrations/versions/0001_first.py": "import sqlalchemy as sa\n",
};
const TESTS = {
  "tests/conftest.py":
    'import pytest\nfrom app import create_app, db\napp = create_app("testing")\napp.debug = True\ndb.create_all()\n',
  "tests/models.py": "from app import db\nclass Fake(db.Model):\n    pass\n",
};
const CONFIG_CLASSES = `import os

basedir = os.path.abspath(os.path.dirname(__file__))


class Config:
    SECRET_KEY = os.environ.get("SECRET_KEY") or "hard to guess string"

    @staticmethod
    def init_app(app):
        pass


class DevelopmentConfig(Config):
    DEBUG = True
    SQLALCHEMY_DATABASE_URI = os.environ.get("DEV_DATABASE_URL") or "sqlite:///" + os.path.join(basedir, "dev.sqlite")


class TestingConfig(Config):
    TESTING = True
    SQLALCHEMY_DATABASE_URI = os.environ.get("TEST_DATABASE_URL") or "sqlite://"


class ProductionConfig(Config):
    SQLALCHEMY_DATABASE_URI = os.environ.get("DATABASE_URL") or "sqlite:///" + os.path.join(basedir, "data.sqlite")


class HerokuConfig(ProductionConfig):
    @classmethod
    def init_app(cls, app):
        cls.SQLALCHEMY_DATABASE_URI = cls.SQLALCHEMY_DATABASE_URI.replace("postgres://", "postgresql+psycopg://", 1)


config = {"development": DevelopmentConfig, "heroku": HerokuConfig, "default": DevelopmentConfig}
`;
const FLASKY = `from flask import Flask
from config import config
from .extensions import db, migrate


def create_app(config_name):
    app = Flask(__name__)
    app.config.from_object(config[config_name])
    config[config_name].init_app(app)
    db.init_app(app)
    migrate.init_app(app, db)

    from .main import main as main_blueprint
    app.register_blueprint(main_blueprint)

    from . import models
    return app
`;
const VIEWS = `from flask import Blueprint, request, redirect
from ..models import User

main = Blueprint("main", __name__)


@main.route("/")
def index():
    next = request.args.get("next")
    if next is None or not next.startswith("/"):
        next = "/"
    return redirect(next)
`;

/** Flask's tutorial, as its examples/tutorial has it, with a Procfile. */
const TUTORIAL: Files = {
  "requirements.txt": "Flask==3.1.3\ngunicorn==23.0.0\n",
  Procfile: "web: gunicorn 'flaskr:create_app()'\n",
  "pyproject.toml": '[project]\nname = "flaskr"\ndependencies = ["flask"]\n',
  "flaskr/__init__.py": `import os

from flask import Flask


def create_app(test_config=None):
    """Create and configure an instance of the Flask application."""
    app = Flask(__name__, instance_relative_config=True)
    app.config.from_mapping(
        # a default secret that should be overridden by instance config
        SECRET_KEY="dev",
        # store the database in the instance folder
        DATABASE=os.path.join(app.instance_path, "flaskr.sqlite"),
    )

    if test_config is None:
        # load the instance config, if it exists, when not testing
        app.config.from_pyfile("config.py", silent=True)
    else:
        # load the test config if passed in
        app.config.update(test_config)

    os.makedirs(app.instance_path, exist_ok=True)

    @app.route("/hello")
    def hello():
        return "Hello, World!"

    from . import db

    db.init_app(app)

    from . import auth
    from . import blog

    app.register_blueprint(auth.bp)
    app.register_blueprint(blog.bp)
    app.add_url_rule("/", endpoint="index")

    return app
`,
  "flaskr/db.py": `import sqlite3
from datetime import datetime

import click
from flask import current_app
from flask import g


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(
            current_app.config["DATABASE"], detect_types=sqlite3.PARSE_DECLTYPES
        )
        g.db.row_factory = sqlite3.Row

    return g.db


def close_db(e=None):
    db = g.pop("db", None)

    if db is not None:
        db.close()


def init_db():
    db = get_db()

    with current_app.open_resource("schema.sql") as f:
        db.executescript(f.read().decode("utf8"))


@click.command("init-db")
def init_db_command():
    init_db()
    click.echo("Initialized the database.")


sqlite3.register_converter("timestamp", lambda v: datetime.fromisoformat(v.decode()))


def init_app(app):
    app.teardown_appcontext(close_db)
    app.cli.add_command(init_db_command)
`,
  "flaskr/schema.sql": "DROP TABLE IF EXISTS user;\n",
  "flaskr/auth.py":
    'from flask import Blueprint\nfrom .db import get_db\nbp = Blueprint("auth", __name__, url_prefix="/auth")\n',
  "flaskr/blog.py":
    'from flask import Blueprint\nfrom .auth import bp as auth\nbp = Blueprint("blog", __name__)\n',
  "tests/conftest.py": "import os\nfrom flaskr import create_app\n",
};

const LAYOUTS: readonly (readonly [name: string, files: Files])[] = [
  ["Flask's tutorial", TUTORIAL],
  [
    "a module",
    {
      "requirements.txt": NEW,
      Procfile: "web: gunicorn app:app\n",
      "app.py": `import os
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = ${URL}
app.secret_key = os.environ.get("SECRET_KEY", "dev")
db = SQLAlchemy(app)

${MODELS}

with app.app_context():
    db.create_all()

if __name__ == "__main__":
    app.run(debug=True)
`,
    },
  ],
  [
    "a package",
    {
      "requirements.txt": NEW,
      Procfile: "web: gunicorn shop:app\n",
      "shop/__init__.py": `import os
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config.from_object("shop.settings")
db = SQLAlchemy(app)

from shop import models, views
`,
      "shop/settings.py": `import os\nSQLALCHEMY_DATABASE_URI = ${URL}\nDEBUG = False\nSECRET_KEY = os.environ["SECRET_KEY"]\n`,
      "shop/models.py": `from shop import db\n\n${MODELS}`,
      "shop/views.py":
        "from shop import app\nfrom shop.models import User\n\n@app.route('/')\ndef index():\n    return str(User.query.count())\n",
    },
  ],
  [
    "a factory (microblog)",
    {
      "requirements.txt": NEW,
      ...MIGRATIONS,
      Procfile: "web: flask db upgrade; gunicorn microblog:app\n",
      "microblog.py":
        "from app import create_app, db\nfrom app.models import User\n\napp = create_app()\n\n@app.shell_context_processor\ndef shell():\n    return {'db': db, 'User': User}\n",
      "config.py": `import os
from dotenv import load_dotenv

basedir = os.path.abspath(os.path.dirname(__file__))
load_dotenv(os.path.join(basedir, ".env"))


class Config:
    SECRET_KEY = os.environ.get("SECRET_KEY") or "you-will-never-guess"
    SQLALCHEMY_DATABASE_URI = os.environ.get("DATABASE_URL", "").replace(
        "postgres://", "postgresql+psycopg://"
    ) or "sqlite:///" + os.path.join(basedir, "app.db")
`,
      "app/__init__.py": `from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from flask_migrate import Migrate
from config import Config

db = SQLAlchemy()
migrate = Migrate()


def create_app(config_class=Config):
    app = Flask(__name__)
    app.config.from_object(config_class)
    db.init_app(app)
    migrate.init_app(app, db)
    from app.main import bp as main_bp
    app.register_blueprint(main_bp)
    if not app.debug and not app.testing:
        pass
    return app


from app import models
`,
      "app/models.py": `from app import db\n\n${MODELS}`,
      "app/main/__init__.py":
        "from flask import Blueprint\n\nbp = Blueprint('main', __name__)\n\nfrom app.main import routes\n",
      "app/main/routes.py":
        "from app import db\nfrom app.main import bp\nfrom app.models import User\n\n@bp.route('/')\ndef index():\n    return 'x'\n",
      "tests.py":
        'from config import Config\n\nclass TestConfig(Config):\n    TESTING = True\n    SQLALCHEMY_DATABASE_URI = "sqlite://"\n',
      ...TESTS,
    },
  ],
  [
    "a factory with configuration classes and blueprints (flasky)",
    {
      "requirements.txt": NEW,
      ...MIGRATIONS,
      ...TESTS,
      Procfile: "web: gunicorn flasky:app\nrelease: flask db upgrade\n",
      "flasky.py":
        "import os\nfrom app import create_app\nfrom app.extensions import db\n\napp = create_app(os.getenv('FLASK_CONFIG') or 'default')\n",
      "config.py": CONFIG_CLASSES,
      "app/__init__.py": FLASKY,
      "app/extensions.py": EXTENSIONS,
      "app/models.py": `from .extensions import db\n\n${MODELS}`,
      "app/main/__init__.py": VIEWS,
    },
  ],
  [
    "a configuration class that a config var names",
    {
      "requirements.txt": NEW,
      Procfile: "web: gunicorn app:app\n",
      "config.py": CONFIG_CLASSES,
      "app.py": `import os\nfrom flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\n\napp = Flask(__name__)\napp.config.from_object(os.environ["APP_SETTINGS"])\ndb = SQLAlchemy(app)\n\n${MODELS}`,
    },
  ],
  [
    "a src layout",
    {
      "requirements.txt": NEW,
      ...MIGRATIONS,
      Procfile: "web: gunicorn --chdir src 'shop:create_app()'\n",
      "src/shop/__init__.py": `import os
from flask import Flask
from shop.extensions import db, migrate


def create_app():
    app = Flask(__name__)
    app.config.from_mapping(SQLALCHEMY_DATABASE_URI=${URL})
    app.config.from_prefixed_env()
    db.init_app(app)
    migrate.init_app(app, db)
    with app.app_context():
        from shop import models
    return app
`,
      "src/shop/extensions.py": EXTENSIONS,
      "src/shop/models/__init__.py": "from .user import User\n",
      "src/shop/models/user.py": `from shop.extensions import db\n\n${MODELS}`,
    },
  ],
  [
    "the days of Flask-Script",
    {
      "requirements.txt": OLD,
      ".python-version": "3.10\n",
      ...MIGRATIONS,
      Procfile: "web: gunicorn manage:app\n",
      "manage.py": `import os
from flask_script import Manager
from flask_migrate import Migrate, MigrateCommand
from app import create_app, db

app = create_app(os.getenv("FLASK_CONFIG") or "default")
manager = Manager(app)
migrate = Migrate(app, db)
manager.add_command("db", MigrateCommand)


@manager.command
def recreate_db():
    db.drop_all()
    db.create_all()


if __name__ == "__main__":
    manager.run()
`,
      "config.py": CONFIG_CLASSES,
      "app/__init__.py":
        "from flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\nfrom config import config\n\ndb = SQLAlchemy()\n\ndef create_app(name):\n    app = Flask(__name__)\n    app.config.from_object(config[name])\n    db.init_app(app)\n    from . import models\n    return app\n",
      "app/models.py": `from . import db\n\n${MODELS}`,
    },
  ],
  [
    "plain SQLAlchemy",
    {
      "requirements.txt": NEW,
      Procfile: "web: gunicorn app:app\n",
      "database.py": `import os
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, scoped_session, sessionmaker

engine = create_engine(${URL})
session = scoped_session(sessionmaker(bind=engine))


class Base(DeclarativeBase):
    pass


def init_db():
    import models
    Base.metadata.create_all(bind=engine)
`,
      "models.py": "from database import Base\n\nclass User(Base):\n    __tablename__ = 'users'\n",
      "app.py":
        "from flask import Flask\nfrom database import init_db, session\n\napp = Flask(__name__)\ninit_db()\n",
    },
  ],
  [
    "Docker",
    {
      "requirements.txt": "Flask==3.1.3\nFlask-SQLAlchemy==3.1.1\ngunicorn==23.0.0\n",
      Dockerfile: "FROM python:3.13\nRUN pip install psycopg[binary]\n",
      "heroku.yml": "build:\n  docker:\n    web: Dockerfile\n",
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
  ],
];

function errorsOf(files: Files) {
  return runChecks(project({ ...PYTHON, ...files })).filter(({ level }) => level === "error");
}

test.for(LAYOUTS)("no false error: %s", ([, files]) => expect(errorsOf(files)).toEqual([]));

test("no warning either for an app that does everything right", () => {
  const files = Object.fromEntries(LAYOUTS)["a src layout"] ?? {};
  expect(runChecks(project({ ...PYTHON, ...files }))).toEqual([]);
});

test("an error in a layout is still found", () => {
  const files = Object.fromEntries(LAYOUTS)["a module"] ?? {};
  const broken = String(files["app.py"]).replace(/\.replace\([^)]*\)/, "");
  expect(errorsOf({ ...files, "app.py": broken }).map(({ check }) => check)).toEqual(["postgres-scheme"]);
});

test("examples/flaskr has no findings", async () => {
  const root = join(import.meta.dirname, "../../examples/flaskr");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files: Record<string, Buffer> = {};
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(root.length + 1);
    if (entry.isFile() && !/(?:^|\/)(?:\.venv|__pycache__|instance|\.pytest_cache)\//.test(name))
      files[name] = await readFile(path);
  }
  expect(runChecks(project(files))).toEqual([]);
});
