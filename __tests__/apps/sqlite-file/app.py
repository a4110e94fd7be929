from flask import Flask, redirect, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///blog.db"
db = SQLAlchemy(app)


class Post(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.Text, nullable=False)


with app.app_context():
    db.create_all()


@app.route("/")
def index():
    return {"posts": [post.text for post in Post.query]}


@app.route("/new", methods=["POST"])
def new():
    db.session.add(Post(text=request.form["text"]))
    db.session.commit()
    return redirect("/")
