"""One filter, whoever asks: page, command line, address and service give the same."""

import io
import json
import subprocess
import sys
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from parks.__main__ import main
from parks.catalogue import open_edition
from parks.exports import Terms
from parks.filter import Filter
from parks.published import Publication
from service import route_downloads, route_ogc

EDITION = open_edition()
ZONES = sorted(set(EDITION.parks["zone"].dropna()))
POLICIES = ["规划", "深圳市人民政府关于加快深圳国家自主创新示范区建设的若干意见"]


def several(values, most=2):
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "district": several(["南山", "futian", "440306", "大鹏"]),
        "sector": several(["ai", "fintech", "互联网", "cloud"], 3),
        "role": several(["any", "focus", "mention"], 1),
        "match": several(["any", "all"], 1),
        "zone": several(ZONES),
        "policy": several(POLICIES),
        "precision": several(["site", "near", "street", "zone"]),
        "q": several(["园", "szwkjsty", "科技 园", "軟件"], 1),
        "bbox": several(["113.9,22.4,114.1,22.7", "0,0,1,1"], 1),
        "within": several(["circle:114.06,22.54,5000"], 1),
        "id": several(EDITION.parks["park_id"].tolist()[:20], 3),
    },
)


@pytest.fixture(scope="module")
def client():
    publication = Publication()
    routes = [
        *route_downloads(publication, Terms()),
        *route_ogc(publication.open, Terms()),
    ]
    with TestClient(Starlette(routes=routes)) as client:
        yield client


@pytest.fixture
def blank_input(monkeypatch):
    """A standard input as a process has one; the command sets its encoding."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))


def ids(collection):
    return [feature["id"] for feature in collection["features"]]


@pytest.mark.usefixtures("blank_input")
@given(OPTIONS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_filter_gives_the_same_parks_by_every_way(client, tmp_path, options):
    chosen = Filter.parse(options, EDITION).select(EDITION)
    expected = EDITION.parks["park_id"][chosen].tolist()
    # As a planner's link holds it.
    query = urlencode(options, doseq=True)
    assert ids(client.get(f"/data/parks.geojson?{query}").json()) == expected
    served = client.get(f"/ogc/collections/parks/items?limit=1000&f=json&{query}")
    assert ids(served.json()) == expected
    path = tmp_path / "parks.geojson"
    arguments = [
        f"--{name}={value}" for name, values in options.items() for value in values
    ]
    assert main(["export", "-o", str(path), *arguments]) == 0
    assert ids(json.loads(path.read_bytes())) == expected


def test_the_command_as_a_process_writes_what_the_address_gives(client, tmp_path):
    path = tmp_path / "zones.csv"
    subprocess.run(  # noqa: S603 - our own command
        [
            *(sys.executable, "-m", "parks", "export", "-o", path),
            *("--layer", "zones", "--crs", "BD-09", "--sector", "ai"),
        ],
        check=True,
        timeout=120,
    )
    answer = client.get("/data/zones.csv?crs=BD-09&sector=ai")
    assert answer.content == path.read_bytes()
