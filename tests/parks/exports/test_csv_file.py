"""CSV: readable in a Chinese Excel, inert in it, and read back by us."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.catalogue import make_edition
from parks.formulas import disarm, rearm


def cells(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_it_begins_with_the_mark_excel_looks_for(embedded, download):
    content = download(embedded, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *rows = cells(content)
    assert heading[:3] == ["park_id", "name", "district"]
    assert heading[-3:] == ["lon", "lat", "reference"]
    assert len(rows) == 59
    assert {row[-1] for row in rows} == {"EPSG:4326"}


def test_lists_are_joined(embedded, download):
    heading, first, *_ = cells(download(embedded, "csv"))
    assert first[heading.index("focus")].count("; ") >= 1


@pytest.mark.parametrize("name", ["=1+1", "+86", "-5", "@x", "＝1", "\t=1", "＠x"])
def test_nothing_begins_a_formula_and_all_is_read_back(make, download, name):
    content = download(make(f'1,南山,甲区,"{name}",人工智能,'), "csv")
    heading, row = cells(content)
    assert row[heading.index("name")].startswith("'")
    again = make_edition(content, name="again.csv")
    assert again.parks["name"].tolist() == [name.strip()]


def test_our_own_download_is_a_table_of_the_same_parks(embedded, download):
    again = make_edition(download(embedded, "csv"), name="again.csv")
    for column in ("name", "district", "zone", "direction"):
        assert again.parks[column].tolist() == embedded.parks[column].tolist()
    assert again.parks.geometry.geom_equals_exact(
        embedded.parks.geometry, tolerance=1e-6
    ).all()


def test_a_projected_system_has_metres(embedded, download):
    heading, first, *_ = cells(download(embedded, "csv", crs="EPSG:4547"))
    assert heading[-3:] == ["x", "y", "reference"]
    assert 400_000 < float(first[-3]) < 600_000
    assert first[-1] == "EPSG:4547"


@pytest.mark.parametrize("layer", ["parks", "zones"])
@pytest.mark.parametrize(("fields", "named"), [("zh", "几何"), ("en", "Geometry")])
def test_a_point_is_called_no_outline(embedded, download, layer, fields, named):
    content = download(embedded, "csv", layer=layer, fields=fields).decode("utf-8-sig")
    heading = next(csv.reader(io.StringIO(content)))
    assert [each for each in heading if "WKT" in each] in (
        [f"{named} (WKT)"],
        [f"{named}（WKT）"],
    )


def test_zones_carry_their_outline(embedded, download):
    heading, first, *_ = cells(download(embedded, "csv", layer="zones"))
    assert heading[-1] == "wkt"
    assert first[-1].startswith("POLYGON")


@given(st.text())
def test_arming_undoes_disarming(text):
    assert rearm(disarm(text)) == text
    assert not disarm(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
