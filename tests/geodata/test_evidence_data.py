"""Every further source of a place, held against the place and its district."""

import csv
import re

import pytest

import shapely

from geodata.datums import Datum
from geodata.distances import measure_metres
from geodata.evidence import DISAGREEMENT_METRES, EVIDENCE_FILE, read_evidence
from geodata.gazetteer import Confidence, Kind, Precision, read_gazetteer
from geodata.unplaced import read_unplaced

EVIDENCE = read_evidence()
PLACES = read_gazetteer().places
PLACE_OF = {(each.name, each.kind, each.district): each for each in PLACES}
SITES = [place for place in PLACES if place.precision is Precision.SITE]
every_evidence = pytest.mark.parametrize(
    "evidence", EVIDENCE, ids=lambda each: f"{each.name}-{each.matched}"
)


def place_of(evidence):
    return PLACE_OF.get((evidence.name, evidence.kind, evidence.district))


def metres_of(evidence):
    place = place_of(evidence)
    return measure_metres(evidence.lon, evidence.lat, place.lon, place.lat)


@every_evidence
def test_it_bears_on_a_place_of_the_gazetteer_or_on_an_unplaced_park(evidence):
    unplaced = {(each.name, Kind.PARK, each.district) for each in read_unplaced()}
    assert (evidence.name, evidence.kind, evidence.district) in unplaced | set(PLACE_OF)


@every_evidence
def test_it_is_another_source_than_the_places(evidence):
    place = place_of(evidence)
    assert evidence.source != place.source
    assert (evidence.lon, evidence.lat) != (place.lon, place.lat)


@every_evidence
def test_the_record_is_whole(evidence):
    assert len(evidence.source) > 20
    assert evidence.source_datum in evidence.source
    assert isinstance(evidence.source_datum, Datum)
    assert evidence.matched
    assert evidence.note_zh.endswith("。")
    assert evidence.note_en.endswith(".")
    if "inferred" in evidence.source or "assumed" in evidence.source:
        assert evidence.confidence is not Confidence.HIGH
        assert re.search("推定|假定", evidence.note_zh)
        assert "inferred" in evidence.note_en or "assumed" in evidence.note_en


@every_evidence
def test_the_position_lies_in_its_district(evidence, districts):
    polygon = districts.set_index("district").geometry[evidence.district]
    assert polygon.covers(shapely.Point(evidence.lon, evidence.lat))


@every_evidence
def test_the_note_begins_with_the_distance_from_the_place_taken(evidence):
    metres = metres_of(evidence)
    zh, en = write_metres(metres)
    assert evidence.note_zh.startswith(f"距所取位置{zh}。")
    assert evidence.note_en.startswith(f"{en[0].upper()}{en[1:]} from the place taken.")


def write_metres(metres):
    if metres >= 1000:
        return f"约{metres / 1000:.1f}公里", f"some {metres / 1000:.1f} km"
    if metres < 10:
        return "不到10米", "less than 10 m"
    return f"约{round(metres, -1):.0f}米", f"some {round(metres, -1):.0f} m"


@pytest.mark.parametrize(
    "evidence",
    [each for each in EVIDENCE if metres_of(each) > DISAGREEMENT_METRES],
    ids=lambda each: each.name,
)
def test_the_places_note_says_where_a_further_source_disagrees(evidence):
    zh, en = write_metres(metres_of(evidence))
    place = place_of(evidence)
    assert zh in place.note_zh
    assert en in place.note_en


@pytest.mark.parametrize("place", SITES, ids=lambda place: place.name)
def test_a_site_lies_near_a_further_source_that_knows_the_site_if_there_is_one(place):
    found = [each for each in EVIDENCE if place_of(each) == place]
    sites = [each for each in found if each.precision is Precision.SITE]
    if sites:
        nearest = min(map(metres_of, sites))
        assert nearest < 400  # a park's own size


def test_so_many_sites_have_a_further_source():
    borne_out = [place_of(each) for each in EVIDENCE]
    doubled = [place for place in SITES if place in borne_out]
    assert (len(doubled), len(SITES)) == (11, 13)


def test_metro_stations_of_two_lists_stand_on_one_spot():
    """Nine stations that stand for zones: the datum inferred of the list is right."""
    zones = [each for each in EVIDENCE if each.kind is Kind.ZONE]
    assert len(zones) == 9
    assert max(metres_of(each) for each in zones) < 100


def test_coordinates_are_written_with_six_decimals():
    with EVIDENCE_FILE.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            assert re.fullmatch(r"11[345]\.\d{6}", record["lon"])
            assert re.fullmatch(r"22\.\d{6}", record["lat"])
