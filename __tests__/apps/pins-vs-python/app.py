import os

import psycopg2
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT version()")
        return cursor.fetchone()[0]
