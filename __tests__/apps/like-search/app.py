import os

from flask import Flask, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
    "DATABASE_URL", "sqlite:///books.db"
).replace("postgres://", "postgresql://", 1)
db = SQLAlchemy(app)


class Book(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(200), nullable=False)


@app.route("/")
def search():
    words = request.args.get("q", "")
    found = Book.query.filter(Book.title.like(f"%{words}%")).all()
    return {"books": [book.title for book in found]}
