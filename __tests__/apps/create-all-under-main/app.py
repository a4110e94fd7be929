import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
    "DATABASE_URL", "sqlite:///app.db"
).replace("postgres://", "postgresql://", 1)
db = SQLAlchemy(app)


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), unique=True)


@app.route("/")
def index():
    return {"users": User.query.count()}


if __name__ == "__main__":
    with app.app_context():
        db.create_all()
    app.run()
