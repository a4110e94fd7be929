from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "mysecretkey"


@app.route("/")
def index():
    session["visits"] = session.get("visits", 0) + 1
    return f"Visit number {session['visits']}"
