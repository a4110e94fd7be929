from flask import Flask


def create_app():
    app = Flask(__name__)

    from website.admin.routes import admin
    from website.main.routes import main

    app.register_blueprint(main)
    app.register_blueprint(admin, url_prefix="/admin")
    return app
