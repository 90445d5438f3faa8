"""Headings are known by meaning, and a datum is never mistaken."""

import tomllib
from pathlib import Path

import pytest

from parks.readers import columns, read_table
from parks.readers.columns import assign, is_known_district, names_other_datum
from parks.readers.vocabulary import read_vocabulary

DATA = Path(columns.__file__).parents[1] / "data" / "columns.toml"
WORDS = [
    (field, word)
    for field, words in tomllib.loads(DATA.read_text(encoding="utf-8"))[
        "fields"
    ].items()
    for word in words
    if word not in {"区域", "區域"}
]


@pytest.mark.parametrize(("field", "word"), WORDS)
def test_every_word_of_the_list_means_its_field(field, word):
    partner = {"x": ["北坐标"], "y": ["东坐标"]}.get(field, [])
    assert assign([word, *partner])[0] == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        (" 片 区 ", "zone"),
        ("核心\n产业园", "parks"),
        ("产业园区名称（个）", "parks"),
        ("所属辖区", "district"),
        ("主要产业方向", "direction"),
        ("Park_Name", "parks"),
        ("ＤＩＳＴＲＩＣＴ", "district"),
        ("政策依据文件", "policies"),
        ("东经(°)", "lon"),
        ("园区面积", "area"),
        ("park_id", None),
        ("联系人", "contact"),
        ("园区①", "parks"),
        ("园区*", "parks"),
        ("园区[1]", "parks"),
        ("园区¹", "parks"),
        ("园区（注1）", "parks"),
        ("规划依据①②", "policies"),
        ("备注", None),
        ("", None),
    ],
)
def test_wording_matters_little(heading, field):
    assert assign([heading]) == (field,)


def test_the_surer_heading_gets_the_field():
    assert assign(["名称", "园区名称"]) == (None, "parks")
    assert assign(["区域", "片区"]) == ("district", "zone")
    assert assign(["辖区", "区域"]) == ("district", "zone")
    assert assign(["区域", "园区"]) == ("district", "parks")
    assert assign(["区域", "产业方向"]) == ("zone", "direction")


@pytest.mark.parametrize("heading", ["经度(GCJ-02)", "经度（火星坐标）", "lng(BD-09)"])
def test_a_coordinate_of_another_datum_is_no_wgs84(heading):
    assert names_other_datum(heading)
    table = read_table(f"园区,{heading}\n甲园,113.9\n".encode(), name="x")
    assert "lon" not in table.rows[0].extra
    assert table.rows[0].extra[heading] == "113.9"
    assert "datum-other" in {p.code for p in table.problems}


def test_a_reference_column_says_which_datum_it_is():
    text = "园区,lon,lat,reference\n甲园,113.9,22.5,{}\n"
    moved = read_table(text.format("GCJ-02").encode(), name="x")
    assert "lon" not in moved.rows[0].extra
    assert moved.rows[0].extra["lat (GCJ-02)"] == "22.5"
    assert "datum-other" in {p.code for p in moved.problems}
    plain = read_table(text.format("EPSG:4326").encode(), name="x")
    assert plain.rows[0].extra["lon"] == "113.9"


@pytest.mark.parametrize(
    "name", ["南山", "南山区", "深圳市南山区", "大鹏新区", "深汕特别合作区"]
)
def test_known_districts_in_all_their_forms(name):
    assert is_known_district(name, read_vocabulary().districts)


@pytest.mark.parametrize("name", ["天河", "南山高新区", "光明凤凰城", "", "深圳市"])
def test_other_names_are_no_known_districts(name):
    assert not is_known_district(name, read_vocabulary().districts)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            "序号 县（市、区） 园区名称 级别 主导产业 规划面积（平方公里） 联系电话",
            ("seq", "district", "parks", None, "direction", "area", "phone"),
        ),
        (
            "市 县区 开发区名称 批准时间 核准面积（公顷） 主导产业",
            (None, "district", "parks", None, "area", "direction"),
        ),
        (
            "園區名稱 所在地 運營單位 產業定位 租金（元/㎡·月）",
            ("parks", "address", "operator", "direction", "rent"),
        ),
        ("示范基地名称 产业领域", ("parks", "direction")),
        (
            "Name District Address Area(ha) Operator Longitude",
            ("parks", "district", "address", "area", "operator", "lon"),
        ),
    ],
)
def test_headings_of_other_places_mean_what_they_say(headings, fields):
    assert assign(headings.split()) == fields
