from flask import Flask, request

app = Flask(__name__)


@app.route("/")
def index():
    return f"You came by {request.scheme}."
