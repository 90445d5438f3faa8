import re

import pytest

from geodata.district_names import (
    District,
    find_district,
    read_district_names,
)
from geodata.errors import DataFileError

SHORT = [
    "福田",
    "罗湖",
    "盐田",
    "南山",
    "宝安",
    "龙岗",
    "龙华",
    "坪山",
    "光明",
    "大鹏",
    "深汕",
]
TRADITIONAL = ["羅湖", "鹽田", "寶安", "龍崗", "龍華", "大鵬"]
SIMPLIFIED = ["罗湖", "盐田", "宝安", "龙岗", "龙华", "大鹏"]
NAMED = read_district_names()
every_district = pytest.mark.parametrize("district", NAMED, ids=lambda d: d.pinyin)


def test_the_eleven_districts_stand_in_the_order_of_the_table():
    assert [district.name for district in NAMED] == SHORT


def test_names_codes_and_ids_are_unique():
    for attribute in ("name", "name_zh", "name_en", "pinyin"):
        assert len({getattr(district, attribute) for district in NAMED}) == 11
    codes = [d.district_code for d in NAMED if d.district_code is not None]
    assert sorted(codes) == [f"4403{number:02}" for number in range(3, 12)]


@every_district
def test_every_record_is_whole(district):
    assert district.name_zh.startswith(district.name)
    assert re.fullmatch("[a-z]+", district.pinyin)
    assert re.fullmatch("[A-Z][A-Za-z' -]+", district.name_en)
    assert re.fullmatch(r"\d{6}", district.county_code)


def test_only_the_two_that_are_no_counties_lack_a_code():
    lacking = {d.name: d.county_code for d in NAMED if d.district_code is None}
    assert lacking == {"大鹏": "440307", "深汕": "441521"}
    for district in NAMED:
        assert district.district_code in (None, district.county_code)


@every_district
def test_every_form_of_a_name_finds_its_district(district):
    for form in (
        district.name,
        district.name_zh,
        f"深圳市{district.name_zh}",
        f"广东省深圳市{district.name_zh}",
        f"{district.name}区",
        f"{district.name}新区",
        f"{district.name}特别合作区",
        f" {district.name} ",
        district.pinyin,
        district.pinyin.upper(),
        district.pinyin.title(),
        district.name_en,
        district.name_en.lower(),
        f"{district.name_en} District",
        f"{district.name_en}, Shenzhen",
        *district.other_names,
    ):
        assert find_district(form) == district.name, form


@pytest.mark.parametrize(
    ("text", "name"), list(zip(TRADITIONAL, SIMPLIFIED, strict=True))
)
def test_traditional_characters_are_understood(text, name):
    for form in (text, f"{text}區", f"{text}新區", f"深圳市{text}區"):
        assert find_district(form) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("440305", "南山"),
        ("４４０３０５", "南山"),
        ("ＮＡＮＳＨＡＮ", "南山"),
        ("Bao’an District", "宝安"),
        ("bao an", "宝安"),
        ("光明新区", "光明"),
        ("深汕合作区", "深汕"),
        ("深汕特別合作區", "深汕"),
        ("Shenzhen Nanshan District", "南山"),
        ("Shenshan Special Cooperation Zone", "深汕"),
        ("Shenzhen-Shanwei Special Cooperation Zone", "深汕"),
        ("Dapeng New District", "大鹏"),
        ("Dapeng New Area", "大鹏"),
        ("Dapeng", "大鹏"),
    ],
)
def test_further_forms_are_understood(text, name):
    assert find_district(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "深圳",
        "深圳市",
        "区",
        "新区",
        "天河",
        "shenzhen",
        "南山智园",  # merely contains a district
        "坪山高新区",
        "大鹏街道",
        "441521",  # all of 海丰, of which 深汕 is a part
        "440300",
        "440312",
        "nan",
        "福田南山",
    ],
)
def test_what_names_no_district_finds_none(text):
    assert find_district(text) is None


def test_a_countys_code_names_the_county_and_not_the_part_split_from_it():
    assert find_district("440307") == "龙岗"


def test_districts_of_another_city_can_be_looked_in():
    tianhe = District("天河", "天河区", "Tianhe", "440106", "440106", "tianhe")
    assert find_district("Tianhe District", districts=[tianhe]) == "天河"
    assert find_district("南山", districts=[tianhe]) is None


def test_a_file_without_a_district_is_an_error(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(
        "district,name_zh,name_en,district_code,county_code,pinyin,other_names\n",
        encoding="utf-8",
    )
    with pytest.raises(DataFileError, match="names no district"):
        read_district_names(path)
