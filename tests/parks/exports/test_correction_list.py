"""Corrections in downloads: in the parks' own, and as a list to send on."""

import csv
import io
import json

import openpyxl
import pytest

from parks.corrections import Correction, correct, recall_location
from parks.exports.correction_list import (
    COLUMNS,
    write_corrections_csv,
    write_corrections_geojson,
)
from parks.language import Language

REASON = '=HYPERLINK("http://evil.example") <b>现场核对</b>, "是的"'


@pytest.fixture(scope="module")
def corrections(embedded):
    return [
        Correction(
            park_id=embedded.parks["park_id"].iloc[position],
            lon=114.05 + position / 1000,
            lat=22.54,
            precision="site",
            reason=REASON,
            old=recall_location(embedded, position),
            date="2026-11-21",
            typed=typed,
            reference="GCJ-02",
        )
        for position, typed in ((3, "114.058, 22.537"), (0, ""))
    ]


@pytest.fixture(scope="module")
def corrected(embedded, corrections):
    return correct(embedded, corrections)


def test_the_parks_download_holds_the_corrected_place_and_reason(corrected, download):
    features = json.loads(download(corrected, "geojson"))["features"]
    assert features[0]["geometry"]["coordinates"] == [114.05, 22.54]
    assert features[0]["properties"]["correction"] == REASON
    assert features[0]["properties"]["precision"] == "site"
    assert features[1]["properties"]["correction"] is None


def test_only_a_corrected_edition_has_the_further_property(
    embedded, corrected, download
):
    plain = json.loads(download(embedded, "geojson"))["features"][0]["properties"]
    further = json.loads(download(corrected, "geojson"))["features"][0]["properties"]
    assert list(further) == [*plain, "correction"]
    zones = json.loads(download(corrected, "geojson", layer="zones"))["features"]
    assert "correction" not in zones[0]["properties"]


def test_excel_names_the_column_and_says_how_many(embedded, corrected, download):
    book = openpyxl.load_workbook(
        io.BytesIO(download(corrected, "xlsx", language=Language.ZH))
    )
    parks, about, _ = book.worksheets
    headings = [cell.value for cell in parks[1]]
    column = headings.index("更正理由") + 1
    assert parks.cell(2, column).value == REASON
    assert parks.cell(2, column).data_type == "s"
    assert parks.cell(3, column).value is None
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert "2 处" in said["更正"]
    plain = openpyxl.load_workbook(
        io.BytesIO(download(embedded, "xlsx", language=Language.ZH))
    )
    assert "更正" not in {row[0].value for row in plain.worksheets[1].iter_rows()}


def test_the_list_holds_old_and_new_place_reason_and_date(embedded, corrections):
    features = json.loads(write_corrections_geojson(embedded, corrections))["features"]
    first, second = features
    said = first["properties"]
    old = embedded.parks.geometry.iloc[3]
    assert first["id"] == embedded.parks["park_id"].iloc[3]
    assert first["geometry"] == {"type": "Point", "coordinates": [114.053, 22.54]}
    assert (said["old_lon"], said["old_lat"]) == (round(old.x, 6), round(old.y, 6))
    assert said["old_precision"] == embedded.parks["precision"].iloc[3]
    assert (said["typed"], said["typed_reference"]) == ("114.058, 22.537", "GCJ-02")
    assert (said["reason"], said["date"]) == (REASON, "2026-11-21")
    assert said["moved_metres"] > 100
    assert (second["properties"]["typed"], second["properties"]["typed_reference"]) == (
        "",
        "",
    )


def test_excel_opens_the_list_and_runs_nothing_of_it(embedded, corrections):
    written = write_corrections_csv(embedded, corrections)
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["reason"] == "'" + REASON
    assert rows[0]["name"] == embedded.parks["name"].iloc[3]


def test_a_correction_of_a_park_that_is_gone_is_left_out(make, corrections):
    other = make("1,南山,甲片区,甲园,,")
    assert json.loads(write_corrections_geojson(other, corrections))["features"] == []
