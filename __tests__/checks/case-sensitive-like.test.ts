import { test } from "vitest";
import { caseSensitiveLike } from "../../src/checks/case-sensitive-like.ts";
import { expectFindings, type Row } from "./findings.ts";

const HEAD = `URL = os.environ.get("DATABASE_URL", "sqlite:///a.db")
class Book(db.Model):
    title = db.Column(db.String(80), nullable=False)
    tags = db.Column(db.JSON)
    author = db.relationship("Author")
`;

function app(name: string, text: string, found: Row[2], head = HEAD): Row {
  return [name, { Procfile: "web: gunicorn app:app\n", "app.py": `${head}${text}\n` }, found];
}

const ROWS: readonly Row[] = [
  app("like", 'def search(q):\n    return Book.query.filter(Book.title.like(f"%{q}%"))', [
    ["warning app.py:7", "`ilike`"],
  ]),
  app("notlike", "Book.title.notlike(q)", [["warning app.py:6", "`notilike`"]]),
  app("contains", "Book.title.contains(q)", [["warning app.py:6", "`icontains`"]]),
  app("startswith", 'models.Book.title.startswith("He")', [["warning app.py:6", "`istartswith`"]]),
  app("SQL", 'db.session.execute(text("SELECT * FROM book WHERE title LIKE :q"))', [
    ["warning app.py:6", "lower(column)"],
  ]),
  app("ilike", "Book.title.ilike(q)", []),
  app("icontains", "Book.title.icontains(q)", []),
  app("both in small letters", "func.lower(Book.title).like(q.lower())", []),
  app("SQL in small letters", 'text("SELECT * FROM book WHERE lower(title) LIKE lower(:q)")', []),
  app("a pattern without letters", 'Book.title.like("%")', []),
  app("a text's own startswith", 'next.startswith("/")\nrequest.path.startswith(x)', []),
  app("a frame's column", "frame.title.str.contains(q)", []),
  app("a relationship", "Book.author.contains(a)", []),
  app("a list", "Book.tags.contains(a)", []),
  app("no SQLite", "Book.title.like(q)", [], HEAD.replace("sqlite:///a.db", "postgresql://localhost/a")),
  app("under main", 'if __name__ == "__main__":\n    Book.title.like(q)', []),
];

test.for(ROWS)("%s", (row) => expectFindings(caseSensitiveLike, row));
