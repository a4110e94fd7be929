from flask import Flask, redirect, url_for

app = Flask(__name__)


@app.route("/")
def home():
    return redirect(url_for("about", _external=True).rstrip("/"))


@app.route("/about/")
def about():
    return "About us"
