"""The pages run without a browser."""

import html
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

SHELL = Path(__file__).parents[2] / "views" / "shell.py"
SECONDS = 30
ELSEWHERE = """序号,辖区,片区,核心产业园,产业方向,规划依据
1,天河区,智慧城,天河软件园,重点发展人工智能产业。,
2,黄埔区,科学城,科学城园,重点发展集成电路产业。,
"""


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


@pytest.fixture
def open_page(open_app):
    """Open another page of the app by its link, as a new visit does."""

    def open_(page, link=None, **settings):
        app = open_app(**settings)
        app.query_params.clear()
        for name, values in (link or {}).items():
            app.query_params[name] = values
        if link and "lang" in link:
            app.session_state["lang"] = link["lang"][0]
        return app.switch_page(page).run()

    return open_


@pytest.fixture
def read_sheet():
    """Read what a page that is written on the server says, its tags taken away."""

    def read(app):
        (element,) = [
            each for each in app.get("bidi_component") if "pa-page" in each.proto.json
        ]
        markup = json.loads(element.proto.json)["markup"]
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)))

    return read


@pytest.fixture
def elsewhere(tmp_path):
    """Write a table of a city where no place is known."""
    table = tmp_path / "mine.csv"
    table.write_text(ELSEWHERE, encoding="utf-8")
    return table
