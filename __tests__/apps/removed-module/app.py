import imp

from flask import Flask

app = Flask(__name__)


@app.route("/plugins/<name>")
def plugin(name):
    return imp.load_source(name, f"plugins/{name}.py").text()


@app.route("/")
def index():
    return "No plugins yet"
