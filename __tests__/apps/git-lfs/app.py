import csv

from flask import Flask

app = Flask(__name__)

with open("towns.csv", newline="") as file:
    towns = {row["name"]: int(row["people"]) for row in csv.DictReader(file)}


@app.route("/")
def index():
    return towns
