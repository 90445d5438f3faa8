"""What a choice of parks stands for in each layer."""

import pytest

from parks.errors import (
    UnknownFormatError,
    UnknownLayerError,
    UnknownReferenceError,
    UnmetricReferenceError,
)
from parks.exports import EXPORTERS, Terms, format_of, pick_layer, read_reference
from parks.filter import Filter
from parks.language import Language, state


def test_zones_and_districts_are_those_of_the_chosen_parks(embedded):
    chosen = Filter(districts=("南山",)).select(embedded)
    zones = pick_layer(embedded, chosen, layer="zones").rows
    districts = pick_layer(embedded, chosen, layer="districts").rows
    assert set(zones["district"]) == {"南山"}
    assert districts["district"].tolist() == ["南山"]


def test_with_every_park_a_zone_without_parks_is_there_too(embedded, everything):
    rows = pick_layer(embedded, everything(embedded), layer="zones").rows
    assert len(rows) == 22
    assert "大鹏" in set(rows["district"])


@pytest.mark.parametrize(
    "reference",
    [
        "EPSG:0",
        "mars",
        "",
        "EPSG:abc",
        "4326;DROP",
        pytest.param("4" * 5000, id="digits"),
    ],
)
def test_an_unknown_system_is_refused(embedded, everything, reference):
    with pytest.raises(UnknownReferenceError, match="reference system"):
        pick_layer(embedded, everything(embedded), reference=reference)


@pytest.mark.parametrize("reference", ["EPSG:8035", "08035", "epsg:8035"])
def test_a_plane_in_feet_is_refused_in_a_sentence(reference):
    with pytest.raises(UnmetricReferenceError) as caught:
        read_reference(reference)
    chinese, english = (state(caught.value, language) for language in Language)
    assert "EPSG:8035" in english
    assert "US survey foot, not in metres" in english
    assert "US survey foot 而不是米" in chinese


@pytest.mark.parametrize("reference", ["EPSG:04326", "04326", "epsg: 4326", "4326"])
def test_zeros_and_blanks_make_no_other_system(reference):
    assert read_reference(reference) == "EPSG:4326"
    assert read_reference(reference.replace("4326", "4547")) == "EPSG:4547"


def test_an_unknown_layer_or_format_is_refused(embedded, everything):
    with pytest.raises(UnknownLayerError, match="roads"):
        pick_layer(embedded, everything(embedded), layer="roads")
    with pytest.raises(UnknownFormatError, match=r"parks\.pdf"):
        format_of("parks.pdf")


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_the_format_is_told_by_the_ending_in_any_case(name):
    assert format_of(f"园区.{name.upper()}") == name


def test_rows_are_held_to_the_operators_terms(embedded, everything):
    layer = pick_layer(embedded, everything(embedded))
    held = Terms(references=("GCJ-02",), decimals=2).hold(layer)
    assert held.reference == "GCJ-02"
    assert held.rows.crs is None
    rounded = Terms(decimals=2).hold(layer).rows.geometry
    assert (rounded.x == layer.rows.geometry.x.round(2)).all()
    assert Terms().hold(layer).rows.geometry.equals(layer.rows.geometry)
