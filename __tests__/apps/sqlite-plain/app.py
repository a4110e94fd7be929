import sqlite3

from flask import Flask, g

DATABASE = "guestbook.db"

app = Flask(__name__)


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(DATABASE)
        g.db.execute("CREATE TABLE IF NOT EXISTS entry (name TEXT)")
    return g.db


@app.teardown_appcontext
def close_db(error):
    db = g.pop("db", None)
    if db is not None:
        db.close()


@app.route("/")
def index():
    return {"names": [name for (name,) in get_db().execute("SELECT name FROM entry")]}
