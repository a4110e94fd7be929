from flask import Flask

import local_settings

app = Flask(__name__)
app.config.from_object(local_settings)


@app.route("/")
def index():
    return "Hello, World!"
