import os

from peewee import BooleanField, CharField, Model
from playhouse.db_url import connect

db = connect(os.environ.get("DATABASE_URL") or "sqlite:///todos.db")


class Todo(Model):
    title = CharField()
    done = BooleanField(default=False)

    class Meta:
        database = db
