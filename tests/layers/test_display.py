"""What a link wishes of the map's look."""

import pytest

from layers.display import check_display
from parks.errors import AbsentValueError
from parks.sectors import read_taxonomy


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("layers", "districts,parks"),
        ("layers", "none"),
        ("colour", "district"),
        ("shade", "area"),
        ("shade", "sector:ai"),
        ("shade", "sector:人工智能"),
        ("basemap", "osm"),
        ("at", "114.05,22.55,12.5"),
        ("sector", "nonsense that is not ours to judge"),
    ],
)
def test_what_means_something_is_no_error(embedded, option, value):
    assert check_display({option: [value]}, embedded, basemaps=["osm"]) == []


def test_a_shade_of_a_sector_that_no_row_has_is_not_here(embedded):
    taken = frozenset().union(*embedded.sector_rows("any"))
    absent = next(sector for sector in read_taxonomy() if sector.id not in taken)
    for name in (absent.id, absent.zh):
        (error,) = check_display({"shade": [f"sector:{name}"]}, embedded)
        assert isinstance(error, AbsentValueError)
        assert error.facts["value"] == f"sector:{name}"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("layers", "districts,dragons"),
        ("colour", "mood"),
        ("size", "占地面积"),
        ("shade", "sector"),
        ("shade", "sector:dragons"),
        ("shade", "dragons"),
        ("basemap", "google"),
        ("at", "114.05,22.55"),
        ("at", "114.05,22.55,99"),
        ("at", "nan,22.55,12"),
        ("at", "214.05,22.55,12"),
        ("at", "114,,12"),
        ("at", "114,22.5,"),
        ("at", "114,22.5,19"),
        ("at", "1_1,22.5,12"),
    ],
)
def test_what_means_nothing_is_named(embedded, option, value):
    (error,) = check_display({option: [value]}, embedded, basemaps=["osm"])
    assert error.facts["option"] == option
    assert error.facts["value"] in value
