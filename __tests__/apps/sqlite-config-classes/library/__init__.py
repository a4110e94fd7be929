from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from config import config

db = SQLAlchemy()


def create_app(name):
    app = Flask(__name__)
    app.config.from_object(config[name])
    db.init_app(app)

    from library.models import Book

    with app.app_context():
        db.create_all()

    @app.route("/")
    def index():
        return {"books": Book.query.count()}

    return app
