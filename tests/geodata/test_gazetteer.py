import pytest

from geodata.errors import DataFileError
from geodata.gazetteer import (
    GAZETTEER_FILE,
    LEAST_SIMILARITY,
    Gazetteer,
    Kind,
    read_gazetteer,
)

HEADING, FIRST = GAZETTEER_FILE.read_text(encoding="utf-8").splitlines()[:2]


def write(tmp_path, *lines):
    path = tmp_path / "gazetteer.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新一代产业园", "新一代产业园"),
        (" 新一代 产业园 ", "新一代产业园"),
        ('腾讯"互联网+"未来科技城', "腾讯“互联网+”未来科技城"),
        ("腾讯“互联网＋”未来科技城", "腾讯“互联网+”未来科技城"),
        ("梅林-彩田片区", "梅林—彩田片区"),
        ("大运\n\n新城", "大运新城"),
        ("南山", "南山"),
        ("南山区", "南山"),
        ("nanshan", "南山"),
        ("440305", "南山"),
        ("深汕特别合作区", "深汕"),
    ],
)
def test_a_place_is_found_by_its_name(gazetteer, text, name):
    assert gazetteer.find(text).name == name


@pytest.mark.parametrize(
    "text", ["", " ", "软件产业基地", "万科", "天河", "海鹏工业园", "九龙山智能科技城"]
)
def test_what_is_not_a_places_whole_name_finds_none(gazetteer, text):
    assert gazetteer.find(text) is None


def test_a_namesake_in_another_district_is_not_taken(gazetteer):
    assert gazetteer.find("万科云城", district="南山区").district == "南山"
    assert gazetteer.find("万科云城", district="龙华") is None
    assert gazetteer.find("万科云城", district="成都") is None


def test_only_the_kind_asked_for_is_found(gazetteer):
    assert gazetteer.find("福田保税区", kind=Kind.ZONE).kind is Kind.ZONE
    assert gazetteer.find("福田保税区", kind="zone").kind is Kind.ZONE
    assert gazetteer.find("福田保税区", kind="park") is None


def test_of_two_places_of_one_name_none_is_guessed(gazetteer):
    place = gazetteer.find("万科云城")
    assert Gazetteer((place, place)).find("万科云城") is None


def test_a_search_gives_the_exact_name_first(gazetteer):
    for place in gazetteer.places:
        (best, score), *others = gazetteer.search(place.name)
        assert best == place
        assert score == 1
        assert all(other_score < 1 for _, other_score in others)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("软件产业基地", "深圳市软件产业基地"),
        ("天安数码城", "龙岗天安数码城"),
        ("深港国际科技园区", "深港国际科技园"),
        ("nanshan", "南山"),
        ("光明云", "光明云谷"),
    ],
)
def test_a_search_by_a_part_or_a_like_name_finds_the_place(gazetteer, text, name):
    assert gazetteer.search(text)[0][0].name == name


def test_a_search_is_ranked_limited_and_within_the_district(gazetteer):
    found = gazetteer.search("产业园", limit=50)
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= LEAST_SIMILARITY
    assert len(gazetteer.search("产业园", limit=2)) == 2
    assert gazetteer.search("产业园", limit=0) == []
    inside = gazetteer.search("产业园", district="futian")
    assert inside
    assert {place.district for place, _ in inside} == {"福田"}


@pytest.mark.parametrize("text", ["", "！！", "zzzz", "<script>", "🙂"])
def test_a_search_for_nothing_like_a_place_finds_nothing(gazetteer, text):
    assert gazetteer.search(text) == []


def test_a_file_of_one_place_is_read(tmp_path):
    (place,) = read_gazetteer(write(tmp_path, HEADING, FIRST)).places
    assert (place.name, place.kind, place.zone) == ("福田", Kind.DISTRICT, None)
    assert place.source_date == "2026"


@pytest.mark.parametrize("date", ["", "2018", "2018-10", "2018-10-26"])
def test_a_sources_date_may_be_a_day_a_month_a_year_or_unknown(tmp_path, date):
    line = FIRST.replace(",2026,", f",{date},", 1)
    (place,) = read_gazetteer(write(tmp_path, HEADING, line)).places
    assert place.source_date == date


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (",district,district,", None, "line 2: not"),
        ("114.039405", "east", "line 2: could not convert"),
        ("114.039405", "214.039405", "line 2: 214.039405"),
        ("114.039405", "nan", "line 2: nan"),
        ("22.547034", "122.547034", "line 2:"),
        ("114.039405", "", "line 2: lon is empty"),
        ("福田,district,", "福田,village,", "line 2: 'village'"),
        (",district,high", ",exact,high", "line 2: 'exact'"),
        (",high,", ",sure,", "line 2: 'sure'"),
        (",WGS-84,", ",WGS,", "line 2: 'WGS'"),
        ("福田,district,", ",district,", "line 2: name is empty"),
        (",2026,", ",2026-13,", "line 2: month must be"),
        (",2026,", ",26,", "line 2: 26 is no date"),
        (",2026,", ",2026-02-30,", "line 2: day is out of range"),
    ],
)
def test_a_malformed_line_is_an_error_that_names_it(tmp_path, old, new, reason):
    line = FIRST.replace(old, new, 1) if new is not None else "福田,district"
    assert line != FIRST
    with pytest.raises(DataFileError, match=reason) as caught:
        read_gazetteer(write(tmp_path, HEADING, line))
    assert "gazetteer.csv" in str(caught.value)


def test_a_file_without_place_or_heading_is_an_error(tmp_path):
    with pytest.raises(DataFileError, match="holds no place"):
        read_gazetteer(write(tmp_path, HEADING))
    with pytest.raises(DataFileError, match="first line must read name,kind"):
        read_gazetteer(write(tmp_path, FIRST))
    with pytest.raises(DataFileError, match="No such file"):
        read_gazetteer(tmp_path / "absent.csv")
