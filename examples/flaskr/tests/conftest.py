import os

import pytest

# Before the app is imported: it reads the address then.
os.environ["DATABASE_URL"] = "sqlite://"

from app import app, db  # noqa: E402


@pytest.fixture
def client():
    with app.app_context():
        db.create_all()
    yield app.test_client()
    with app.app_context():
        db.drop_all()
