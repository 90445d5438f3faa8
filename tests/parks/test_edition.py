"""The embedded table as frames: every park placed, and honest about it."""

import pytest

from geodata.districts import find_outside, read_districts
from geodata.misplacements import read_misplacements
from parks.catalogue import make_edition, open_edition
from parks.edition import PARK_COLUMNS
from parks.places import PRECISIONS

HEADING = "序号,辖区,片区,园区名称,产业方向,规划依据"


@pytest.fixture(scope="module")
def edition():
    return open_edition()


def make(rows, heading=HEADING):
    return make_edition("\n".join([heading, *rows]).encode(), name="mine.csv")


def codes(edition):
    return {(problem.row, problem.code) for problem in edition.table.problems}


def test_it_holds_every_park_row_and_district(edition):
    assert len(edition.parks) == 59
    assert len(edition.zones) == 22
    assert len(edition.districts) == 11
    assert list(edition.parks.columns[:13]) == list(PARK_COLUMNS)
    assert edition.parks.crs == edition.zones.crs == "EPSG:4326"


def test_ids_are_unique_and_readable(edition):
    ids = edition.parks["park_id"]
    assert ids.is_unique
    assert ids.str.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*").all()
    assert "shen-zhen-wan-ke-ji-sheng-tai-yuan" in set(ids)


def test_a_park_inherits_what_its_row_says(edition):
    park = edition.parks.set_index("name").loc["罗湖网商虚拟产业园"]
    row = edition.table.rows[park["row"]]
    assert (park["seq"], park["district"], park["district_code"]) == (
        5,
        "罗湖",
        "440303",
    )
    assert park["direction"] == row.direction
    assert park["focus"][0] == "internet"
    assert set(park["focus"]) <= set(park["sectors"])
    assert len(park["policies"]) == 3


def test_document_numbers_stay_with_their_titles(edition):
    park = edition.parks.set_index("name").loc["深圳出口加工区"]
    assert park["policies"][0].endswith("的通知（深府〔2018〕84号）")


def test_every_park_has_a_place_its_precision_source_and_note(edition):
    parks = edition.parks
    assert parks["precision"].isin(PRECISIONS).all()
    assert parks.geometry.notna().all()
    for column in ("location_source", "location_note", "location_note_en"):
        assert parks[column].str.len().gt(5).all()
    assert (parks["precision"] != "district").all()


def test_every_park_lies_in_its_district_or_its_exception_is_given(edition):
    outside = find_outside(edition.parks, read_districts())
    excused = {(entry.name, entry.district) for entry in read_misplacements()}
    named = set(
        edition.parks.loc[outside.index, ["name", "district"]].itertuples(
            index=False, name=None
        )
    )
    assert named <= excused


def test_a_park_without_a_place_of_its_own_stands_at_its_zone_and_says_so(edition):
    parks = edition.parks.set_index("name")
    first, second = parks.loc["天格科技园"], parks.loc["领亚美生智慧绿谷"]
    assert first["precision"] == second["precision"] == "zone"
    assert first.geometry.equals(second.geometry)
    assert "所在片区的点" in first["location_note"]


@pytest.mark.parametrize(
    ("name", "precision"),
    [
        ("宝安桃花源科技创新园旭生分园", "zone"),  # only the main park has a point
        ("坪山人工智能产业基地", "zone"),  # a programme, not a site
        ("国家新型工业化产业示范基地", "zone"),
        ("国家新能源汽车产业基地", "zone"),
        ("高新奇战略新兴产业园", "street"),  # every published point is wrong
        ("鹏城实验室", "near"),
        ("新一代产业园", "site"),
    ],
)
def test_known_traps_are_not_stepped_into(edition, name, precision):
    assert edition.parks.set_index("name").loc[name, "precision"] == precision


def test_the_laboratory_stands_where_it_stood_in_2020(edition):
    park = edition.parks.set_index("name").loc["鹏城实验室"]
    # Not at 石壁龙 (22.629 N), its later campus six kilometres north.
    assert park.geometry.y < 22.60


def test_the_row_without_parks_stays_a_row(edition):
    row = edition.zones.iloc[20]
    assert (row["seq"], row["district"], row["zone"], row["park_count"]) == (
        21,
        "大鹏",
        None,
        0,
    )
    assert row.geometry is None


def test_zone_outlines_hold_their_points_and_stay_in_their_district(edition):
    districts = edition.districts.set_index("district").geometry
    for zone in edition.zones.dropna(subset="zone").itertuples():
        assert zone.geometry.area > 0
        # Six decimals of a border are a tenth of a metre.
        assert zone.geometry.within(districts[zone.district].buffer(1e-5))


def test_a_table_brings_its_own_places():
    edition = make(
        ["1,南山,甲片区,甲园,人工智能,,113.94,22.54"], HEADING + ",经度,纬度"
    )
    park = edition.parks.iloc[0]
    assert (park.geometry.x, park.geometry.y, park["precision"]) == (
        113.94,
        22.54,
        "site",
    )
    assert park["location_source"] == "table"


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        ("abc", "22.5", "place-unreadable"),
        ("", "22.5", "place-unreadable"),
        ("nan", "nan", "place-unreadable"),
        ("inf", "0", "place-unreadable"),
        ("22.54", "113.94", "place-swapped"),
        ("999", "22", "place-unreadable"),
    ],
)
def test_a_place_that_is_none_falls_back_and_is_said(lon, lat, code):
    edition = make([f"1,南山,留仙洞片区,甲园,,,{lon},{lat}"], HEADING + ",经度,纬度")
    assert (1, code) in codes(edition)
    assert edition.parks["precision"].tolist() == ["zone"]


def test_a_place_in_degrees_and_minutes_is_a_place():
    row = "1,南山,甲片区,甲园,,,东经113度56分42秒,N22°32.4′"
    park = make([row], HEADING + ",经度,纬度").parks.iloc[0]
    assert park["precision"] == "site"
    assert park.geometry.x == pytest.approx(113.945)
    assert park.geometry.y == pytest.approx(22.54)


@pytest.mark.parametrize(
    ("row", "precision", "fallback"),
    [
        ("1,南山,留仙洞片区,甲园,,,没有,22.5", "zone", "所在片区的点"),
        ("1,南山,无此片区,甲园,,,没有,22.5", "district", "所在区的点"),
        ("1,姑苏区,无此片区,甲园,,,没有,22.5", None, "未画在地图上"),
    ],
)
def test_a_place_the_table_gave_in_vain_is_not_called_missing(row, precision, fallback):
    park = make([row], HEADING + ",经度,纬度").parks.iloc[0]
    assert park["precision"] == precision
    assert park["location_note"].startswith("表中给出的经纬度不能用作位置")
    assert fallback in park["location_note"]
    assert "来源给出" not in park["location_note"]
    assert "no position" in park["location_note_en"]


def test_a_place_in_another_district_is_doubted():
    edition = make(["1,南山,甲片区,甲园,,,114.40,22.60"], HEADING + ",经度,纬度")
    assert (1, "place-outside-district") in codes(edition)


def test_an_unknown_zone_falls_back_to_its_district_and_says_so():
    edition = make(["1,龙华区,无此片区,无此园,,"])
    park = edition.parks.iloc[0]
    assert (park["precision"], park["district"]) == ("district", "龙华")
    assert "所在区的点" in park["location_note"]


def test_parks_of_a_city_not_known_here_are_kept_without_a_place():
    edition = make(["1,姑苏区,平江片区,苏州园,生物医药,", "2,,,无区园,,"])
    assert edition.parks["name"].tolist() == ["苏州园", "无区园"]
    assert edition.parks["precision"].tolist() == [None, None]
    assert edition.parks.geometry.isna().all()


def test_namesakes_get_ids_of_their_own_that_do_not_depend_on_order():
    rows = ["1,南山,甲片区,创新园,,", "2,福田,乙片区,创新园,,"]
    ids = {row[1]: row[0] for row in make(rows).parks[["park_id", "district"]].values}
    turned = {
        row[1]: row[0] for row in make(rows[::-1]).parks[["park_id", "district"]].values
    }
    assert ids == turned
    assert len(set(ids.values())) == 2


def test_equal_tables_have_equal_keys_and_others_not():
    row = "1,南山,甲片区,甲园,,"
    assert make([row]).key == make([row]).key
    assert make([row]).key != make([row.replace("甲园", "乙园")]).key


def test_a_table_of_rows_without_parks_is_an_edition_without_parks():
    edition = make(["1,南山,甲片区,/,,"])
    assert len(edition.parks) == 0
    assert len(edition.zones) == 1
