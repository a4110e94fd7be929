import os

from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return f"The model has {os.path.getsize('model.bin')} bytes."
