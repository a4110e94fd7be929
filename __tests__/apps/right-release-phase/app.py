import os

from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
migrate = Migrate()


class Guest(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String(80), nullable=False)


def create_app():
    app = Flask(__name__)
    url = os.environ.get("DATABASE_URL", "sqlite:///guests.db")
    app.config["SQLALCHEMY_DATABASE_URI"] = url.replace("postgres://", "postgresql://", 1)
    db.init_app(app)
    migrate.init_app(app, db)

    @app.route("/")
    def index():
        return {"guests": Guest.query.count()}

    return app


app = create_app()
