import logging
from logging.handlers import RotatingFileHandler

from flask import Flask


def create_app():
    app = Flask(__name__)
    if not app.debug:
        handler = RotatingFileHandler("logs/shop.log", maxBytes=10240, backupCount=10)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s: %(message)s"))
        app.logger.addHandler(handler)
        app.logger.setLevel(logging.INFO)
        app.logger.info("The shop opens")

    @app.route("/")
    def index():
        return "<h1>Shop</h1>"

    return app


app = create_app()
