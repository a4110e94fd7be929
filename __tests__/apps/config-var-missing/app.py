import os

from flask import Flask

app = Flask(__name__)
app.config["WEATHER_KEY"] = os.environ["WEATHER_KEY"]


@app.route("/")
def index():
    return "Sunny"
