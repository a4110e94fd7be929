import os

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


def create_app():
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"].replace(
        "postgres://", "postgresql://", 1
    )
    db.init_app(app)

    @app.route("/")
    def index():
        return {"members": db.session.execute(db.text("SELECT count(*) FROM member")).scalar()}

    return app
