"""The scripts of the pages' components, as a browser and as an attacker ask them."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from service import route_scripts

STATIC = Path(__file__).parents[2] / "views" / "static"


@pytest.fixture
def ask():
    with TestClient(Starlette(routes=[route_scripts(STATIC)])) as client:
        yield client.get


@pytest.mark.parametrize(
    ("name", "kind"), [("table.js", "text/javascript"), ("table.css", "text/css")]
)
def test_a_script_is_served_once_for_each_version(ask, name, kind):
    answer = ask(f"/scripts/abc/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content == (STATIC / name).read_bytes()


@pytest.mark.parametrize(
    "address",
    [
        "/scripts/abc/",
        "/scripts/abc/nothing.js",
        "/scripts/abc/favicon.svg",
        "/scripts/abc/..%2f..%2fsettings.py",
        "/scripts/abc/%2e%2e/_table.py",
        "/scripts/%2e%2e/table.py",
        "/scripts/abc/%2fetc%2fpasswd",
        "/scripts/abc/x%00.js",
        f"/scripts/abc/{'a' * 300}.js",
    ],
)
def test_nothing_else_is(ask, address):
    assert ask(address).status_code == 404
