from flask import Blueprint

admin = Blueprint("admin", __name__)


@admin.route("/")
def dashboard():
    return "<h1>Admin</h1>"
