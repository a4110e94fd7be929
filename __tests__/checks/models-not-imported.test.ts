import { test } from "vitest";
import { modelsNotImported } from "../../src/checks/models-not-imported.ts";
import type { Files } from "../support/project.ts";
import { expectFindings, type Row } from "./findings.ts";

const MODEL =
  "from shop import db\n\nclass Book(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\n";

function shop(name: string, text: string, found: Row[2], files: Files = { "shop/models.py": MODEL }): Row {
  const app = `from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\n${text}\n`;
  return [name, { Procfile: "web: gunicorn shop:app\n", "shop/__init__.py": app, ...files }, found];
}

const LOADED = "Nothing that the web process loads";

const ROWS: readonly Row[] = [
  shop("never imported", "app = 1", [["warning shop/models.py:3", "`Book`"]]),
  shop("one of two", "from shop import author", [["warning shop/models/book.py:3", LOADED]], {
    "shop/author.py": MODEL.replace("Book", "Author"),
    "shop/models/book.py": MODEL,
  }),
  shop(
    "create_all above the model",
    "with app.app_context():\n    db.create_all()\nclass Late(db.Model): pass",
    [["warning shop/__init__.py:4", "`Late`"]],
    {},
  ),
  shop("imported at the top", "from shop import models", []),
  shop("imported in a function", "def create_app():\n    from shop import models", []),
  shop("imported by what is imported in a function", "def create_app():\n    from . import views", [], {
    "shop/views.py": "from shop.models import Book\n",
    "shop/models.py": MODEL,
  }),
  shop("imported by a package", "from shop import models", [], {
    "shop/models/__init__.py": "from .book import Book\n",
    "shop/models/book.py": MODEL,
  }),
  shop("imported under a condition", "if x:\n    from shop import models", []),
  shop("imported under main only", 'if __name__ == "__main__":\n    from shop import models', [
    ["warning shop/models.py:3", LOADED],
  ]),
  shop("imported by its name", 'importlib.import_module("shop.models")', []),
  shop("found by a loop", "for m in pkgutil.iter_modules(x): importlib.import_module(m)", []),
  shop("a copy of a loaded model", "from shop import tables", [], {
    "shop/tables.py": MODEL,
    "shop/models.py": MODEL,
  }),
  shop("classes that are no tables", "app = 1", [], { "shop/models.py": "class Book(BaseModel): pass\n" }),
  shop("a test's models", "app = 1", [], { "tests/models.py": MODEL }),
  shop("a file that does not parse", "from shop import broken", [], {
    "shop/broken.py": "print 'x'\n",
    "shop/models.py": MODEL,
  }),
  shop(
    "create_all below the models",
    "class Early(db.Model): pass\nwith app.app_context():\n    db.create_all()",
    [],
    {},
  ),
  shop("create_all in a function", "def init():\n    db.create_all()\nclass Late(db.Model): pass", [], {}),
  [
    "without Flask-SQLAlchemy",
    { Procfile: "web: gunicorn shop:app\n", "shop/__init__.py": "app = 1\n", "shop/models.py": MODEL },
    [],
  ],
];

test.for(ROWS)("%s", (row) => expectFindings(modelsNotImported, row));
