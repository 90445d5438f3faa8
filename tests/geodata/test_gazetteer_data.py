"""Every record of the gazetteer, held against the table and the districts."""

import csv
import re

import pytest

import geopandas as gpd
import shapely

from geodata.datums import Datum
from geodata.district_names import read_district_names
from geodata.districts import METRIC
from geodata.gazetteer import (
    GAZETTEER_FILE,
    Confidence,
    Kind,
    Precision,
    read_gazetteer,
)
from geodata.unplaced import read_unplaced

PLACES = read_gazetteer().places
PARKS = [place for place in PLACES if place.kind is Kind.PARK]
ZONES = [place for place in PLACES if place.kind is Kind.ZONE]
every_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)


@pytest.fixture(scope="module")
def table(repository):
    """The lines of the table's cells, without the heading of the page."""
    path = repository / "parks" / "data" / "appendix.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]


def test_every_park_of_the_table_has_a_place_or_is_known_to_have_none(table):
    placed = {place.name for place in PARKS}
    unplaced = {each.name for each in read_unplaced()}
    assert not placed & unplaced
    assert len(placed | unplaced) == 59
    assert placed | unplaced <= set(table)


def test_every_zone_of_the_table_has_a_place(table):
    assert len(ZONES) == 21
    joined = "".join(table)
    for zone in ZONES:
        assert zone.name in joined
        assert zone.name == zone.zone


def test_parks_stand_in_the_table_after_their_zone_and_before_the_next(table):
    joined = "\n".join(table).replace("大运\n新城", "大运新城")
    # A zone's cell is a line of its own; in later columns its name is within a line.
    starts = {zone.name: joined.index(f"\n{zone.name}\n") for zone in ZONES}
    for park in PARKS:
        position = joined.index(f"\n{park.name}\n", starts[park.zone])
        between = [s for s in starts.values() if starts[park.zone] < s < position]
        assert not between, park.name


def test_every_district_has_a_place():
    names = [place.name for place in PLACES if place.kind is Kind.DISTRICT]
    assert names == [district.name for district in read_district_names()]


def test_no_name_stands_twice():
    assert len({place.name for place in PLACES}) == len(PLACES)


def test_so_many_parks_are_known_so_precisely():
    counts = dict.fromkeys(Precision, 0)
    for park in PARKS:
        counts[park.precision] += 1
    assert list(counts.values()) == [13, 10, 10, 0, 0]


@every_place
def test_the_record_is_whole(place):
    assert place.district in {district.name for district in read_district_names()}
    assert len(place.source) > 20
    assert place.matched
    assert len(place.note_zh) > 8
    assert len(place.note_en) > 20
    assert place.note_zh.endswith("。")
    assert place.note_en.endswith(".")
    assert isinstance(place.confidence, Confidence)


@every_place
def test_the_position_lies_in_its_district(place, districts):
    polygon = districts.set_index("district").geometry[place.district]
    assert polygon.covers(shapely.Point(place.lon, place.lat))


@every_place
def test_precision_goes_with_kind(place):
    allowed = {
        Kind.PARK: {Precision.SITE, Precision.NEAR, Precision.STREET},
        Kind.ZONE: {Precision.ZONE},
        Kind.DISTRICT: {Precision.DISTRICT},
    }
    assert place.precision in allowed[place.kind]
    assert (place.zone is None) == (place.kind is Kind.DISTRICT)


@every_place
def test_the_source_names_the_datum_that_it_came_in(place):
    assert isinstance(place.source_datum, Datum)
    assert place.source_datum in place.source


@every_place
def test_the_notes_say_where_the_datum_is_only_inferred(place):
    if "inferred" in place.source or "assumed" in place.source:
        assert place.confidence is not Confidence.HIGH
        assert re.search("坐标系.*(推定|假定|相符|反推)|若其实是GCJ-02", place.note_zh)
        assert re.search("datum|GCJ-02 is inferred", place.note_en)


@every_place
def test_a_point_of_openstreetmap_names_its_licence(place):
    if "OpenStreetMap" in place.source:
        assert "ODbL" in place.source


@pytest.mark.parametrize(
    "park",
    [park for park in PARKS if park.precision is not Precision.SITE],
    ids=lambda park: park.name,
)
def test_what_is_no_site_says_how_far_off_or_what_is_unproven(park):
    assert re.search("公里|米|未证实", park.note_zh)
    assert re.search("km|metres| m |kilometres|not proven", park.note_en)


def test_coordinates_are_written_with_six_decimals():
    with GAZETTEER_FILE.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            assert re.fullmatch(r"11[345]\.\d{6}", record["lon"])
            assert re.fullmatch(r"22\.\d{6}", record["lat"])


def test_a_parks_place_is_better_than_its_zones():
    zones = {zone.name: (zone.lon, zone.lat) for zone in ZONES}
    shared = {p.name for p in PARKS if (p.lon, p.lat) == zones[p.zone]}
    # Their own road or bus stop leads to the very station that stands for the zone.
    assert shared == {"香蜜湖新金融中心", "中粮创芯大厦", "庭威工业园"}


@pytest.mark.parametrize("zone", ["空港新城", "深圳高新区龙华园区"])
def test_a_point_of_three_decimals_says_so(gazetteer, zone):
    place = gazetteer.find(zone, kind=Kind.ZONE)
    assert (place.lon, place.lat) == (round(place.lon, 3), round(place.lat, 3))
    assert "三位小数" in place.note_zh
    assert "three decimals" in place.note_en


def test_a_districts_point_is_the_one_farthest_from_its_border(districts, gazetteer):
    metric = districts.to_crs(METRIC)
    for name, polygon in zip(metric["district"], metric.geometry, strict=True):
        largest = max(shapely.get_parts(polygon), key=shapely.area)
        place = gazetteer.find(name, kind=Kind.DISTRICT)
        point = gpd.GeoSeries.from_xy([place.lon], [place.lat], crs="EPSG:4326")
        reached = point.to_crs(METRIC).iloc[0].distance(largest.boundary)
        farthest = shapely.maximum_inscribed_circle(largest, tolerance=1.0).length
        assert reached == pytest.approx(farthest, abs=2)


@pytest.mark.parametrize(
    ("name", "precision", "words"),
    [
        ("鹏城实验室", "near", "石壁龙"),
        ("腾讯“互联网+”未来科技城", "street", "假定"),
        ("招商局智慧城", "street", "未证实"),
        ("国家生物医药基地", "near", "推测"),
        ("庭威工业园", "street", "兴东"),
        ("美生创谷科技园", "street", "兴东"),
        ("高新奇战略新兴产业园", "street", "新安街道"),
        ("科润大厦", "street", "5—7公里"),
        ("光明云谷", "street", "不知在南界的哪一段"),
        ("宏发科技园", "street", "塘头大道"),
        ("中亚电子博览中心", "street", "沙井地铁站"),
        ("田心工业园", "near", "沙头角"),
        ("碳云大厦", "near", "待核实"),
        ("碳云大厦", "near", "尚未建成"),
        ("龙岗天安数码城", "site", "推定"),
        ("蛇口网谷", "site", "万融大厦"),
        ("创维创新谷", "site", "没有消除"),
    ],
)
def test_doubtful_places_are_not_dressed_up(gazetteer, name, precision, words):
    place = gazetteer.find(name, kind=Kind.PARK)
    assert place.precision == precision
    assert words in place.note_zh


def test_the_laboratory_stands_by_vanke_cloud_city_not_at_its_later_campus(gazetteer):
    laboratory, neighbour = gazetteer.find("鹏城实验室"), gazetteer.find("万科云城")
    assert (laboratory.lon, laboratory.lat) == (neighbour.lon, neighbour.lat)
