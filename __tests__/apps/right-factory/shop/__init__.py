import os

from flask import Flask

from .extensions import db


def create_app():
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY")
    url = os.environ.get("DATABASE_URL", "sqlite:///shop.db")
    if url.startswith("postgres://"):
        url = url.replace("postgres://", "postgresql://", 1)
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(app)

    from .views import bp

    app.register_blueprint(bp)
    return app
