from flask import Flask, jsonify

app = Flask(__name__)

QUESTIONS = [{"question": "2 + 2", "answer": 4}, {"question": "3 * 3", "answer": 9}]


@app.get("/")
def questions():
    return jsonify([each["question"] for each in QUESTIONS])
