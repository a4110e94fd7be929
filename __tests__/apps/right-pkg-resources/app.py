import pkg_resources
from flask import Flask

app = Flask(__name__)


@app.route("/")
def version():
    return pkg_resources.get_distribution("Flask").version
