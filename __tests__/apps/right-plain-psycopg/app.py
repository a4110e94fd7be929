from flask import Flask

from db import connect

app = Flask(__name__)


@app.route("/")
def index():
    connection = connect()
    with connection, connection.cursor() as cursor:
        cursor.execute("INSERT INTO visit DEFAULT VALUES RETURNING id")
        number = cursor.fetchone()[0]
    connection.close()
    return f"You are visitor {number}."
