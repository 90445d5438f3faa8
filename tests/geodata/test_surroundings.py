import pytest

from geodata.errors import DataFileError
from geodata.surroundings import PREFIXES_FILE, describe_surroundings, read_prefixes


def test_every_prefix_is_of_a_park_of_the_gazetteer_and_no_district(gazetteer):
    for (name, district), prefixes in read_prefixes().items():
        park = gazetteer.find(name, district=district, kind="park")
        assert park.name == name
        assert all(gazetteer.find(each, kind="district") is None for each in prefixes)
        assert all(len(each) >= 2 for each in prefixes)


def test_a_place_is_described_by_its_zone_and_its_prefixes():
    around = describe_surroundings("大运软件小镇", "龙岗", "大运新城")
    assert around.split("|") == ["大运新城", "横岗", "园山"]
    assert describe_surroundings("大运软件小镇", "南山", None) == ""


@pytest.mark.parametrize(
    ("name", "district", "known"),
    [
        ("深圳市南山区粤海街道深圳湾生态园", "南山", "深圳湾科技生态园"),
        ("大运软件小镇（园山街道）", "龙岗", "大运软件小镇"),
        ("石岩街道宏发科技园", "宝安", "宏发科技园"),
    ],
)
def test_the_sub_district_that_a_park_lies_in_may_stand_before_it(
    gazetteer, name, district, known
):
    assert gazetteer.take(name, district=district, kind="park").name == known


@pytest.mark.parametrize(
    ("name", "district"),
    [
        ("沙井街道宏发科技园", "宝安"),
        ("宏发科技园（沙井）", "宝安"),
        ("平湖天安数码城", "龙岗"),
    ],
)
def test_a_namesake_in_another_sub_district_is_not_taken(gazetteer, name, district):
    assert gazetteer.take(name, district=district, kind="park") is None


@pytest.mark.parametrize("line", ["大运软件小镇,龙岗,,x", "大运软件小镇,龙岗,横岗"])
def test_a_malformed_line_is_an_error_that_names_it(tmp_path, line):
    path = tmp_path / "name_prefixes.csv"
    heading = PREFIXES_FILE.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(f"{heading}\n{line}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="line 2"):
        read_prefixes(path)
