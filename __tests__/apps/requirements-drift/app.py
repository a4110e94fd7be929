import markdown
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return markdown.markdown("# Hello, *World*!")
