"""The pages run without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).parents[2] / "views" / "shell.py"
SECONDS = 30


@pytest.fixture
def open_app(monkeypatch):
    """Open the app as a new visit, by a link and with settings."""

    def open_(link=None, **settings):
        for name, value in settings.items():
            monkeypatch.setenv(f"PARKATLAS_{name}", str(value))
        app = AppTest.from_file(str(SHELL), default_timeout=SECONDS)
        for name, values in (link or {}).items():
            app.query_params[name] = values
        return app.run()

    return open_
