from flask import Flask

from lib.colours import pick

app = Flask(__name__)


@app.route("/")
def index():
    return f"<body style='background: {pick()}'>"
