import os

from flask import Flask, redirect, render_template_string, request
from flask_sqlalchemy import SQLAlchemy

url = os.environ.get("DATABASE_URL", "sqlite:///notes.db")

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = url.replace("postgres://", "postgresql://", 1)
db = SQLAlchemy(app)


class Note(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.String(200), nullable=False)


PAGE = """
<form method="post"><input name="text"><button>Add</button></form>
<ul>{% for note in notes %}<li>{{ note.text }}</li>{% endfor %}</ul>
"""


@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        db.session.add(Note(text=request.form["text"]))
        db.session.commit()
        return redirect("/")
    return render_template_string(PAGE, notes=Note.query.all())
