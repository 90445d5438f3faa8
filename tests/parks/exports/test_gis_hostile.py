"""Hostile text in the formats of a GIS: whole, or replaced as is said."""

import csv
import io
import string

import pandas as pd
import pytest
from gis_reading import FORMATS, cut, read, unzip
from hypothesis import given, settings
from hypothesis import strategies as st

import geopandas as gpd
import shapely

from parks.exports import EXPORTERS, ExportBundle, ExportLayer
from parks.exports.short_names import shorten_names
from parks.formulas import rearm
from parks.language import Language

COLUMNS = ("park_id", "name", "direction", "policies", "seq")
NASTY = (
    "a,b;c",
    'said "so"',
    "one\r\ntwo\nthree",
    "=cmd|' /C calc'!A0",
    "+1",
    "'",
    "😀👩‍👩‍👧",
    "\u202eabc\u202c",
    "מגדל",
    "\x01\x07\x1b",
    "中" * 300,
    "é" * 127 + "中",
    " blank ",
    "\ufeff",
    "<b>&amp;",
    "\\N",
    "NULL",
    "%00",
)
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
TEXTS = st.sampled_from(NASTY) | st.text(CHARACTERS, min_size=1, max_size=90)
ROWS = st.lists(
    st.tuples(TEXTS, st.none() | TEXTS, st.lists(TEXTS, max_size=3)), max_size=4
)
FOLDER = pytest.mark.parametrize("name", FORMATS)


def make_layer(rows):
    frame = gpd.GeoDataFrame(
        {
            "park_id": [f"p{at}" for at in range(len(rows))],
            # As an edition has them: objects, which hold any text.
            "name": pd.Series([name for name, _, _ in rows], dtype=object),
            "direction": pd.Series([text for _, text, _ in rows], dtype=object),
            "policies": [tuple(policies) for _, _, policies in rows],
            "seq": list(range(len(rows))),
        },
        geometry=[shapely.Point(114, 22.5)] * len(rows),
        crs="EPSG:4326",
    )
    return ExportLayer("parks", frame, COLUMNS, "park_id", "EPSG:4326")


def write(layer, name):
    about = {"Filter": "\x01\ud800 ]]>"}
    return EXPORTERS[name].write(ExportBundle((layer,), Language.EN, about))


@FOLDER
@settings(max_examples=12)
@given(rows=ROWS)
def test_any_text_comes_back_whole_or_as_long_as_fits(tmp_path_factory, name, rows):
    layer = make_layer(rows)
    content = write(layer, name)
    found = read(content, name, tmp_path_factory.getbasetemp()).sort_values("seq")
    joined = [(a, b, "; ".join(c)) for a, b, c in rows]
    if name == "shp.zip":
        sent = [tuple(cut(text or "") for text in row) for row in joined]
    else:
        sent = joined
    columns = (found[column].tolist() for column in ("name", "direction", "policies"))
    assert list(zip(*columns, strict=True)) == sent


@settings(max_examples=30)
@given(rows=ROWS)
def test_what_a_shapefile_cuts_stands_whole_beside_it(rows):
    files = unzip(write(make_layer(rows), "shp.zip"))
    whole = {}
    if "TEXTS.csv" in files:
        text = files["TEXTS.csv"].decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline="")))
        assert lines[0] == ["fid", "park_id", "field", "text"]
        assert all(not line[3].startswith(("=", "+", "-", "@")) for line in lines[1:])
        whole = {(int(fid), field): rearm(text) for fid, _, field, text in lines[1:]}
    expected = {}
    for at, (name, direction, policies) in enumerate(rows):
        texts = {"name": name, "direction": direction, "policies": "; ".join(policies)}
        for field, value in texts.items():
            if value is not None and (cut(value) or "") != value:
                expected[at, field] = value
    assert whole == expected


@FOLDER
def test_what_no_format_holds_is_replaced_and_counted(tmp_path, name):
    layer = make_layer([("a\0b", "\ud83dx", ["y\udfff", "z"])])
    content = write(layer, name)
    row = read(content, name, tmp_path).iloc[0]
    assert row["name"] == "a\ufffdb"
    assert row["direction"] == "\ufffdx"
    assert row["policies"] == "y\ufffd; z"
    said = b"3 character(s) that the format cannot hold"
    written = b"".join(unzip(content).values()) if name == "shp.zip" else content
    assert said in written
    assert b"cannot hold" not in write(make_layer([("a", None, [])]), name)


@given(st.lists(st.text(max_size=24), unique=True, max_size=40))
def test_short_names_are_ascii_of_ten_bytes_and_differ(columns):
    names = shorten_names(columns)
    assert len({name.lower() for name in names}) == len(columns)
    allowed = set(string.ascii_letters + string.digits + "_")
    for name in names:
        assert 1 <= len(name.encode()) <= 10
        assert set(name) <= allowed


def test_known_names_stay_readable():
    columns = ("location_source", "location_note", "district_code", "correction")
    short = ("loc_source", "loc_note", "dist_code", "correction")
    assert shorten_names(columns) == short
