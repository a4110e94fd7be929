import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
    "DATABASE_URL", "sqlite:///data.db"
).replace("postgres://", "postgresql://", 1)
db = SQLAlchemy(app)


class Store(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80))


@app.before_first_request
def create_tables():
    db.create_all()


@app.route("/")
def index():
    return {"stores": [store.name for store in Store.query.all()]}
