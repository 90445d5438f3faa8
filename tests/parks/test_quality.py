"""How good places are: what is doubtful, what stands first, what the list says."""

import csv
import io
import json

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pyproj
import shapely

from geodata.datums import Datum
from geodata.distances import measure_metres
from geodata.districts import read_districts
from geodata.evidence import read_evidence
from geodata.gazetteer import Confidence, Gazetteer, Kind, Place, Precision
from parks.corrections import Correction, correct, recall_location
from parks.doubts import DOUBT_NAMES, Doubt, InDistrict
from parks.edition import build_edition
from parks.exports import export
from parks.exports.quality import define_quality, pick_places
from parks.filter import Filter
from parks.language import Language
from parks.model import Row, Source, Table, WrittenPosition
from parks.places import PRECISIONS
from parks.quality import assess, assess_edition, count_by_district
from parks.quality_list import (
    QUALITY_COLUMNS,
    list_places,
    pick_parks,
    tabulate_places,
)

COORDINATES = "序号,辖区,片区,园区名称,经度,纬度"
EARTH = pyproj.Geod(ellps="WGS84")
DISTRICTS = read_districts()
NOTHING_SELECTED = np.zeros(0, dtype=bool)


def place(name="甲园", **said):
    facts = {
        "kind": Kind.PARK,
        "district": "南山",
        "zone": "甲区",
        "lon": 113.95,
        "lat": 22.54,
        "precision": Precision.SITE,
        "confidence": Confidence.HIGH,
        "source_datum": Datum.WGS84,
        "source": "a public list",
        "source_date": "2024",
        "matched": name,
        "note_zh": "说明",
        "note_en": "note",
    }
    return Place(**({"name": name} | facts | said))


def edition_of(names, gazetteer, *, district="南山", position=None):
    rows = tuple(
        Row(number, district, "甲区", (name,), position=position)
        for number, name in enumerate(names, 1)
    )
    return build_edition(Table(Source("t", "test"), rows), gazetteer, DISTRICTS)


def assess_places(places, evidence=(), names=("甲园",)):
    gazetteer = Gazetteer(tuple(places))
    return assess(edition_of(names, gazetteer), gazetteer, tuple(evidence))


@pytest.fixture
def own(make):
    """Make and assess an edition whose rows bring their coordinates."""

    def own_(*rows):
        return assess_edition(make(*rows, heading=COORDINATES))

    return own_


def doubts_of(assessment, name):
    at = assessment.edition.parks["name"].tolist().index(name)
    return set(assessment.list_doubts(at))


def test_a_park_at_its_site_with_a_good_source_has_no_doubt():
    assessment = assess_places([place()])
    assert assessment.list_doubts(0) == ()
    assert assessment.parks["in_district"].tolist() == [InDistrict.INSIDE]
    assert assessment.parks["confidence"].tolist() == ["high"]
    assert not assessment.doubtful.any()


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ({"precision": Precision.STREET}, Doubt.STREET),
        ({"confidence": Confidence.LOW}, Doubt.UNSURE),
        ({"lon": 114.12}, Doubt.OUTSIDE),
    ],
)
def test_each_weakness_of_a_place_is_a_doubt(said, doubt):
    assert assess_places([place(**said)]).list_doubts(0) == (doubt,)


def test_a_neighbour_alone_is_no_doubt():
    assert assess_places([place(precision=Precision.NEAR)]).list_doubts(0) == ()


def test_a_park_without_a_place_of_its_own_is_doubtful_for_its_zones_or_districts():
    zone = place("甲区", kind=Kind.ZONE, precision=Precision.ZONE, zone="甲区")
    district = place("南山", kind=Kind.DISTRICT, precision=Precision.DISTRICT)
    assert assess_places([zone]).list_doubts(0) == (Doubt.ZONE_POINT,)
    assert assess_places([district]).list_doubts(0) == (Doubt.DISTRICT_POINT,)
    assert assess_places([]).list_doubts(0) == (Doubt.PLACELESS,)


def test_a_zones_source_of_low_confidence_is_its_parks_doubt_too():
    zone = place(
        "甲区",
        kind=Kind.ZONE,
        precision=Precision.ZONE,
        confidence=Confidence.LOW,
    )
    assert assess_places([zone]).list_doubts(0) == (Doubt.ZONE_POINT, Doubt.UNSURE)


@pytest.mark.parametrize(("lon", "is_doubted"), [(113.9529, False), (113.953, True)])
def test_sources_over_300_metres_apart_are_a_doubt(lon, is_doubted):
    other = place(lon=lon, source="another list")
    assessment = assess_places([place()], [other])
    *_, metres = EARTH.inv(113.95, 22.54, lon, 22.54)
    assert is_doubted == (metres > 300)
    assert assessment.parks["nearest_metres"].iloc[0] == pytest.approx(metres)
    assert (assessment.list_doubts(0) == (Doubt.APART,)) == is_doubted


def test_the_farthest_of_several_sources_counts_and_the_nearest_is_told():
    others = [place(lon=lon, source=f"list {lon}") for lon in (113.951, 113.96)]
    measured = assess_places([place()], others).parks.iloc[0]
    assert measured["source_count"] == 2
    assert measured["nearest_metres"] == pytest.approx(103, abs=1)
    assert measured["farthest_metres"] == pytest.approx(1029, abs=2)


def test_a_source_that_knows_only_the_street_is_told_but_contradicts_nothing():
    vague = place(lon=113.97, source="another list", precision=Precision.STREET)
    assessment = assess_places([place()], [vague])
    assert assessment.parks["nearest_metres"].iloc[0] == pytest.approx(2058, abs=5)
    assert assessment.list_doubts(0) == ()


def test_evidence_of_a_zone_is_none_of_its_parks():
    of_zone = place(kind=Kind.ZONE, source="another list", lon=113.99)
    assert assess_places([place()], [of_zone]).parks["source_count"].tolist() == [0]


def test_the_same_source_twice_is_not_independent():
    again = place(lon=113.99)
    assert assess_places([place()], [again]).parks["source_count"].tolist() == [0]


def test_evidence_of_a_namesake_elsewhere_is_not_taken():
    namesake = place(lon=114.3, district="龙岗", source="another list")
    assert assess_places([place()], [namesake]).parks["source_count"].tolist() == [0]


def test_a_tables_own_point_is_held_against_the_gazetteers():
    gazetteer = Gazetteer((place(),))
    written = WrittenPosition("113.96", "22.54", "WGS-84")
    edition = edition_of(["甲园"], gazetteer, position=written)
    assessment = assess(edition, gazetteer)
    assert assessment.sources[0].taken is None
    assert [other.lon for other in assessment.sources[0].others] == [113.95]
    assert Doubt.APART in assessment.list_doubts(0)


def test_two_sites_on_one_point_are_a_doubt_of_both():
    places = [place("甲园"), place("乙园"), place("丙园", precision=Precision.NEAR)]
    assessment = assess_places(places, names=("甲园", "乙园", "丙园"))
    assert assessment.parks["shared_count"].tolist() == [2, 2, 2]
    assert doubts_of(assessment, "甲园") == {Doubt.SHARED}
    assert doubts_of(assessment, "乙园") == {Doubt.SHARED}
    assert doubts_of(assessment, "丙园") == set()


def test_an_unreadable_coordinate_is_a_doubt_of_its_own_row_only(own):
    assessment = own(
        "1,南山,留仙洞片区,甲园,何处,22.5",
        "2,南山,留仙洞片区,乙园,113.95,22.54",
    )
    at = assessment.edition.parks["name"].tolist().index("甲园")
    codes = [problem.code for problem in assessment.problems[at]]
    assert "place-unreadable" in codes
    assert {Doubt.NOTED, Doubt.ZONE_POINT} <= doubts_of(assessment, "甲园")


def test_coordinates_that_name_no_datum_are_a_doubt_of_all_that_have_them(own):
    assessment = own("1,南山,留仙洞片区,甲园,113.95,22.54", "2,南山,无,乙园,,")
    assert "datum-assumed" in {p.code for p in assessment.edition.table.problems}
    assert Doubt.NOTED in doubts_of(assessment, "甲园")
    assert Doubt.NOTED not in doubts_of(assessment, "乙园")


def test_a_park_put_right_by_hand_answers_what_reading_left_in_doubt(own):
    assessment = own("1,南山,留仙洞片区,甲园,何处,22.5")
    park_id = assessment.edition.parks["park_id"].iloc[0]
    correction = Correction(
        park_id,
        113.95,
        22.54,
        "site",
        "seen there",
        recall_location(assessment.edition, 0),
        "2026-11-21",
    )
    corrected = assess_edition(correct(assessment.edition, [correction]))
    assert corrected.list_doubts(0) == ()
    assert corrected.sources[0].taken is None


def test_a_reference_system_that_the_table_names_is_no_doubt(make):
    heading = "序号,辖区,片区,园区名称,经度（GCJ-02）,纬度（GCJ-02）"
    rows = "1,南山,留仙洞片区,甲园,113.95,22.54"
    assessment = assess_edition(make(rows, heading=heading))
    assert "datum-other" in {p.code for p in assessment.edition.table.problems}
    assert assessment.list_doubts(0) == ()


def test_of_a_district_unknown_here_nothing_is_claimed(make):
    assessment = assess_edition(
        make("1,浦东新区,张江,甲园,121.6,31.2", heading=COORDINATES)
    )
    assert assessment.parks["in_district"].tolist() == [InDistrict.UNKNOWN]
    assert Doubt.OUTSIDE not in assessment.list_doubts(0)


def test_the_worst_stand_first_and_the_best_last():
    zone = place("甲区", kind=Kind.ZONE, precision=Precision.ZONE)
    places = [
        zone,
        place("本址"),
        place("邻近", precision=Precision.NEAR),
        place("街道", precision=Precision.STREET),
        place("区外", lon=114.12),
        place("更远", lon=114.16),
        place("存疑", confidence=Confidence.LOW, lon=113.955),
        place("两说", lon=113.957),
    ]
    other = place("两说", lon=113.98, source="another list")
    names = ["本址", "邻近", "街道", "存疑", "两说", "片区", "区外", "更远"]
    assessment = assess_places(places, [other], names)
    listed = [names[at] for at in assessment.order]
    assert listed == ["更远", "区外", "片区", "两说", "街道", "存疑", "邻近", "本址"]
    assert assessment.parks["rank"].tolist() == [8, 7, 5, 6, 4, 3, 2, 1]


def test_more_doubts_of_the_same_worst_kind_stand_before_fewer():
    places = [
        place("甲园", precision=Precision.STREET),
        place("乙园", precision=Precision.STREET, confidence=Confidence.LOW),
    ]
    assessment = assess_places(places, names=("甲园", "乙园"))
    assert assessment.order.tolist() == [1, 0]


POINTS = st.tuples(
    st.floats(113.7, 114.7).map(lambda x: round(x, 2)),
    st.floats(22.4, 22.9).map(lambda y: round(y, 2)),
)
DISTRICT_NAMES = st.sampled_from(["南山", "宝安", "深汕", "浦东"])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(DISTRICT_NAMES, st.none() | POINTS), max_size=12))
def test_what_is_measured_at_once_is_what_is_measured_one_by_one(parks):
    rows = tuple(
        Row(
            number,
            district,
            None,
            (f"园{number}",),
            position=at and WrittenPosition(str(at[0]), str(at[1]), "WGS-84"),
        )
        for number, (district, at) in enumerate(parks, 1)
    )
    table = Table(Source("t", "test"), rows)
    gazetteer = Gazetteer((place("园1"),))
    assessment = assess(build_edition(table, gazetteer, DISTRICTS), gazetteer)
    polygons = dict(zip(DISTRICTS["district"], DISTRICTS.geometry, strict=True))
    frame, points = assessment.parks, list(assessment.edition.parks.geometry)
    for index, (district, _) in enumerate(parks):
        point, polygon = points[index], polygons.get(district)
        if point is None:
            check = InDistrict.PLACELESS
        elif polygon is None:
            check = InDistrict.UNKNOWN
        else:
            inside = polygon.covers(point)
            check = InDistrict.INSIDE if inside else InDistrict.OUTSIDE
        assert frame["in_district"].iloc[index] == check
        sharers = sum(other is not None and other == point for other in points)
        assert frame["shared_count"].iloc[index] == max(sharers - 1, 0)
    worst = [
        min(map(list(Doubt).index, assessment.list_doubts(at)), default=99)
        for at in assessment.order
    ]
    assert worst == sorted(worst)
    assert sorted(assessment.order.tolist()) == list(range(len(parks)))


def test_the_embedded_tables_counts_add_up(embedded):
    assessment = assess_edition(embedded)
    everything = np.ones(len(embedded.parks), dtype=bool)
    counts = count_by_district(assessment, everything)
    assert counts["total"].sum() == len(embedded.parks)
    assert (counts[[*PRECISIONS, "placeless"]].sum(axis=1) == counts["total"]).all()
    assert counts["doubtful"].sum() == assessment.doubtful.sum()
    own = embedded.parks["precision"] == "site"
    assert counts["site"].sum() == own.sum()
    assert list(counts.index) == list(dict.fromkeys(embedded.parks["district"]))


def test_no_park_of_the_embedded_table_is_lost_or_outside(embedded):
    assessment = assess_edition(embedded)
    assert set(assessment.parks["in_district"]) == {InDistrict.INSIDE}
    assert embedded.parks["location_source"].astype(bool).all()
    assert all(found.taken is not None for found in assessment.sources)


def test_the_projects_own_evidence_is_held_against_its_places(embedded):
    assessment = assess_edition(embedded)
    name, district = "深圳市软件产业基地", "南山"
    at = embedded.parks["name"].tolist().index(name)
    told = [each for each in read_evidence() if each.name == name]
    assert {each.district for each in told} == {district}
    assert set(assessment.sources[at].others) == set(told)
    taken = assessment.sources[at].taken
    farthest = max(measure_metres(taken.lon, taken.lat, it.lon, it.lat) for it in told)
    measured = assessment.parks["farthest_metres"].iloc[at]
    assert measured == pytest.approx(farthest, abs=0.5)
    assert (Doubt.APART in assessment.list_doubts(at)) == (farthest > 300)


def test_every_park_below_its_site_says_why(embedded):
    listed = list_places(
        assess_edition(embedded), np.arange(len(embedded.parks)), Language.ZH
    )
    lower = listed[listed["precision"] != "site"]
    assert lower["location_note"].str.len().min() > 5


def test_districts_and_doubts_narrow_the_list_and_keep_its_order(embedded):
    assessment = assess_edition(embedded)
    everything = pick_parks(assessment)
    assert everything.tolist() == assessment.order.tolist()
    picked = pick_parks(assessment, ["宝安"], [Doubt.STREET, Doubt.UNSURE])
    assert set(embedded.parks["district"].iloc[picked]) == {"宝安"}
    expected = [
        at
        for at in everything.tolist()
        if embedded.parks["district"].iloc[at] == "宝安"
        and {Doubt.STREET, Doubt.UNSURE} & set(assessment.list_doubts(at))
    ]
    assert picked.tolist() == expected
    assert expected


def test_an_empty_table_has_an_empty_list():
    assessment = assess_places([], names=())
    assert pick_parks(assessment).tolist() == []
    assert count_by_district(assessment, NOTHING_SELECTED).empty
    assert tabulate_places(assessment, pick_parks(assessment), Language.ZH).empty


@pytest.mark.parametrize("language", list(Language))
def test_the_page_lists_places_in_words(embedded, language):
    assessment = assess_edition(embedded)
    listed = tabulate_places(assessment, assessment.order, language)
    assert len(listed) == len(embedded.parks)
    words = set(listed["存疑" if language is Language.ZH else "Doubts"])
    assert ("只有片区的点" if language is Language.ZH else "Zone's point only") in words
    assert not any("zone-point" in said for said in words)


def write(assessment, positions, name, language=Language.EN, *, in_words=True):
    layer = pick_places(assessment, positions, language, in_words=in_words)
    about = define_quality(assessment, Filter(), positions, language)
    return export(layer, name, language=language, about=about)


def test_excel_holds_exactly_the_list_and_what_its_words_mean(embedded):
    assessment = assess_edition(embedded)
    positions = pick_parks(assessment, ["宝安"])
    book = openpyxl.load_workbook(io.BytesIO(write(assessment, positions, "xlsx")))
    heading, *rows = book.worksheets[0].iter_rows(values_only=True)
    column = dict(zip(heading, zip(*rows, strict=True), strict=True))
    assert column["Park"] == tuple(embedded.parks["name"].iloc[positions])
    assert column["Rank"] == tuple(assessment.parks["rank"].iloc[positions])
    assert column["Longitude"] == tuple(
        embedded.parks.geometry.x.iloc[positions].round(6)
    )
    said = "\n".join(
        str(cell) for row in book["About"].iter_rows(values_only=True) for cell in row
    )
    assert all(words in said for words in ("Doubtful", "300 m", "Order"))


def test_csv_reads_back_as_the_list(embedded):
    assessment = assess_edition(embedded)
    positions = pick_parks(assessment, (), [Doubt.ZONE_POINT])
    text = write(assessment, positions, "csv", Language.ZH).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["name"] for row in rows] == list(embedded.parks["name"].iloc[positions])
    assert all("只有片区的点" in row["doubts"] for row in rows)
    assert set(QUALITY_COLUMNS) <= set(rows[0])
    assert all(
        row["nearest_metres"] in {"", "None"} or row["nearest_metres"].isdigit()
        for row in rows
    )


def test_geojson_names_doubts_by_their_ids(embedded):
    assessment = assess_edition(embedded)
    positions = assessment.order[assessment.doubtful[assessment.order]]
    made = json.loads(write(assessment, positions, "geojson", in_words=False))
    assert len(made["features"]) == assessment.doubtful.sum()
    for feature, at in zip(made["features"], positions, strict=True):
        said = feature["properties"]
        assert said["doubts"] == list(assessment.list_doubts(at))
        point = embedded.parks.geometry.iloc[at]
        assert shapely.geometry.shape(feature["geometry"]).equals_exact(point, 1e-6)


def test_a_hostile_name_stays_text_in_the_list(make):
    name = "=HYPERLINK(1)<img src=x onerror=alert(1)>"
    assessment = assess_edition(make(f"1,南山,留仙洞片区,{name},软件,无"))
    book = openpyxl.load_workbook(
        io.BytesIO(write(assessment, assessment.order, "xlsx"))
    )
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert any(cell.value == name for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_every_doubt_has_a_name_and_every_distance_is_a_number(embedded):
    assert list(DOUBT_NAMES) == list(Doubt)
    assessment = assess_edition(embedded)
    listed = tabulate_places(assessment, assessment.order, Language.EN)
    metres = listed["Metres to the nearest other source"]
    assert pd.api.types.is_numeric_dtype(metres)
