from flask import Flask, jsonify, request
from models import Todo, db
from playhouse.shortcuts import model_to_dict

app = Flask(__name__)

with db:
    db.create_tables([Todo], safe=True)


@app.before_request
def open_connection():
    db.connect(reuse_if_open=True)


@app.teardown_request
def close_connection(error):
    if not db.is_closed():
        db.close()


@app.get("/")
def index():
    return jsonify([model_to_dict(todo) for todo in Todo.select()])


@app.post("/todos")
def add():
    todo = Todo.create(title=request.json["title"])
    return jsonify(model_to_dict(todo)), 201
