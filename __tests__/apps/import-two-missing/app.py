from io import BytesIO

from flask import Flask, send_file
from our_colours import RED
from PIL import Image

app = Flask(__name__)


@app.route("/")
def red():
    picture = BytesIO()
    Image.new("RGB", (64, 64), RED).save(picture, "PNG")
    picture.seek(0)
    return send_file(picture, "image/png")
