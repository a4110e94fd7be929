"""A guest book: people leave notes, and the page shows them, newest first."""
import os
from datetime import datetime, timezone

from flask import Flask, redirect, render_template, request, url_for
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import IntegrityError

NAME_LENGTH = 40
TEXT_LENGTH = 500
SHOWN = 50


def database_url():
    """Heroku's DATABASE_URL begins with postgres://, where SQLAlchemy wants the dialect and the driver."""
    url = os.environ.get("DATABASE_URL", "sqlite:///flaskr.db")
    return url.replace("postgres://", "postgresql+psycopg://", 1)


app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = database_url()
# Heroku may restart the database: a connection is tried before it is used again.
app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_pre_ping": True}
db = SQLAlchemy(app)


class Author(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(NAME_LENGTH), nullable=False, unique=True)
    notes = db.relationship("Note", back_populates="author")


class Note(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.String(TEXT_LENGTH), nullable=False)
    written = db.Column(
        db.DateTime(timezone=True), nullable=False, default=lambda: datetime.now(timezone.utc)
    )
    author_id = db.Column(db.ForeignKey("author.id"), nullable=False, index=True)
    author = db.relationship("Author", back_populates="notes")


@app.get("/")
def index():
    if db.session.scalar(db.select(Note.id).limit(1)) is None:
        welcome()
    return page()


@app.post("/")
def add():
    name = request.form.get("name", "").strip()
    text = request.form.get("text", "").strip()
    if not 1 <= len(name) <= NAME_LENGTH:
        return page(f"Please give a name of at most {NAME_LENGTH} characters."), 400
    if not 1 <= len(text) <= TEXT_LENGTH:
        return page(f"Please write something, at most {TEXT_LENGTH} characters."), 400

    db.session.add(Note(text=text, author=author_named(name)))
    db.session.commit()
    return redirect(url_for("index"))


@app.cli.command("init-db")
def init_db():
    """Create the tables (on your machine; flask-heroku-deploy does it on Heroku)."""
    db.create_all()


def author_named(name):
    """The author of that name, made where there is none yet."""
    known = db.select(Author).filter_by(name=name)
    author = db.session.scalar(known)
    if author is None:
        author = Author(name=name)
        try:
            with db.session.begin_nested():
                db.session.add(author)
        except IntegrityError:
            # Another request made it in this moment.
            author = db.session.scalar(known)
    return author


def welcome():
    """The first note. If two first visitors come at once, the unique name lets only one of them write it."""
    author = Author(name="flaskr")
    author.notes.append(Note(text="Welcome! The first visit wrote this row into the database."))
    db.session.add(author)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()


def page(problem=None):
    newest_first = db.select(Note).order_by(Note.id.desc()).limit(SHOWN)
    return render_template(
        "index.html",
        notes=db.session.scalars(newest_first.options(db.joinedload(Note.author))).all(),
        database={"postgresql": "PostgreSQL", "sqlite": "SQLite"}.get(db.engine.dialect.name),
        problem=problem,
        form=request.form,
        name_length=NAME_LENGTH,
        text_length=TEXT_LENGTH,
    )
