from flask import Flask, render_template

from weather.forecast import forecast

app = Flask(__name__)


@app.route("/")
def index():
    return render_template("index.html", days=forecast())
