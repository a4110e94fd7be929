import os

from library import create_app

app = create_app(os.environ.get("FLASK_CONFIG", "production"))
