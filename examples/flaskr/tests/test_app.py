import pytest

from app import Author, Note, app, database_url, db


def count(model):
    with app.app_context():
        return db.session.scalar(db.select(db.func.count()).select_from(model))


def test_the_first_visit_writes_the_first_note_and_shows_it(client):
    for _ in range(2):
        answer = client.get("/")
        assert answer.status_code == 200
        assert "The first visit wrote this row" in answer.text
        assert "1 note, read from SQLite." in answer.text
    assert count(Note) == 1


def test_the_welcome_is_written_once_though_two_visitors_come_first(client):
    with app.app_context():
        db.session.add(Author(name="flaskr"))
        db.session.commit()
    assert client.get("/").status_code == 200
    assert count(Author) == 1


def test_a_note_is_added_and_shown_first(client):
    client.get("/")
    answer = client.post("/", data={"name": " Ada ", "text": "Hello\nthere"}, follow_redirects=True)
    assert answer.request.method == "GET"
    assert answer.text.index("Hello\nthere") < answer.text.index("Welcome!")
    assert "Ada," in answer.text


def test_an_author_is_known_again(client):
    for text in ("one", "two"):
        client.post("/", data={"name": "Ada", "text": text})
    assert (count(Author), count(Note)) == (1, 2)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("", "Hello", "Please give a name"),
        ("   ", "Hello", "Please give a name"),
        ("x" * 41, "Hello", "Please give a name"),
        ("Ada", "", "Please write something"),
        ("Ada", "x" * 501, "Please write something"),
    ],
)
def test_a_note_that_does_not_fit_is_refused_with_the_reason(client, name, text, problem):
    answer = client.post("/", data={"name": name, "text": text})
    assert answer.status_code == 400
    assert problem in answer.text
    assert count(Note) == 0


def test_what_was_written_is_kept_when_it_is_refused(client):
    assert 'value="Ada &amp; Bob"' in client.post("/", data={"name": "Ada & Bob"}).text


def test_text_is_never_html(client):
    client.post("/", data={"name": "<b>", "text": "<script>alert(1)</script>"})
    page = client.get("/").text
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("postgres://u:p@host:5432/db", "postgresql+psycopg://u:p@host:5432/db"),
        ("postgresql://u:p@host/db", "postgresql://u:p@host/db"),
        ("sqlite://", "sqlite://"),
    ],
)
def test_the_address_of_the_database(monkeypatch, given, used):
    monkeypatch.setenv("DATABASE_URL", given)
    assert database_url() == used
