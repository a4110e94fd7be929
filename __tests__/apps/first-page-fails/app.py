import os

from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return f"Good day, {os.environ['USER_OF_THE_DAY'].title()}"
