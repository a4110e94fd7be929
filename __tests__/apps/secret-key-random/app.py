import os

from flask import Flask, session

app = Flask(__name__)
app.secret_key = os.urandom(24)


@app.route("/")
def index():
    session["visits"] = session.get("visits", 0) + 1
    return f"Visit number {session['visits']}"
