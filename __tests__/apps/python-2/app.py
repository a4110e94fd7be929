from flask import Flask

from counting import count

app = Flask(__name__)


@app.route("/")
def index():
    return str(count())
