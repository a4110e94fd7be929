import logging
import os

from flask import Flask, redirect, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.config["UPLOAD_FOLDER"] = "uploads"
logging.basicConfig(filename="app.log", level=logging.INFO)


@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        file = request.files["file"]
        file.save(os.path.join(app.config["UPLOAD_FOLDER"], secure_filename(file.filename)))
        return redirect("/")
    return {"files": os.listdir(app.config["UPLOAD_FOLDER"])}


@app.route("/uploads/<name>")
def download(name):
    return send_from_directory(app.config["UPLOAD_FOLDER"], name)
