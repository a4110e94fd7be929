import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
    "DATABASE_URL", "sqlite:///scores.db"
).replace("postgres://", "postgresql+psycopg2://", 1)
db = SQLAlchemy(app)


class Score(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    player = db.Column(db.String(40), nullable=False)
    points = db.Column(db.Integer, nullable=False)


with app.app_context():
    db.create_all()


@app.route("/")
def highest():
    best = Score.query.order_by(Score.points.desc()).first()
    return {"best": best.player if best else None}
