from flask import Flask, redirect, url_for

app = Flask(__name__)
app.config["SERVER_NAME"] = "localhost:5000"


@app.route("/")
def index():
    return redirect(url_for("login", _external=True))


@app.route("/login")
def login():
    return "<h1>Log in</h1>"
