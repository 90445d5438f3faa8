import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.park_names import LONGEST, plain_name, read_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("深圳灣科技生態園", "深圳湾科技生态园"),
        ("ＴＣＬ国际Ｅ城", "tcl国际e城"),
        ("大运 软件\n小镇", "大运软件小镇"),
        ("腾讯“互联网＋”未来科技城", "騰訊「互聯網+」未來科技城"),
        ("梅林—彩田", "梅林-彩田"),
    ],
)
def test_a_name_is_written_in_one_way(one, other):
    assert plain_name(one) == plain_name(other)


@given(st.text())
def test_a_plain_name_stays_as_it_is(text):
    assert plain_name(plain_name(text)) == plain_name(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("创维创新谷一期", "1期"),
        ("创维创新谷第一期工程", "1期"),
        ("创维创新谷（1期）", "1期"),
        ("创维创新谷I期", "1期"),
        ("创维创新谷Ⅰ期", "1期"),
        ("汇聚创新园Ⅱ", "2"),
        ("万科云城A区", "a区"),
        ("万科云城东区", "东区"),
        ("万科云城（核心区）", "核心区"),
        ("软件产业基地5栋", "5栋"),
        ("软件产业基地四号楼", "4号楼"),
    ],
)
def test_a_part_of_a_park_is_told_in_one_way(text, part):
    assert read_name(text).parts == {part}


@pytest.mark.parametrize(
    "text", ["福田保税区", "深圳出口加工区", "蚝二V谷产业园", "新一代产业园"]
)
def test_what_only_looks_like_a_part_is_none(text):
    assert read_name(text).parts == frozenset()


def test_a_name_is_taken_apart():
    name = read_name("深圳市南山区深圳湾生态科技园（二期）（某某公司）")
    assert (name.own, name.trades, name.commons) == ("深圳湾", ("生态",), ("科技",))
    assert (name.head, name.parts) == ("园", {"2期"})
    assert (name.districts, name.asides) == ({"南山"}, ("某某公司",))


@pytest.mark.parametrize("aside", ["规划", "在建", "南山区", "深圳湾科技园"])
def test_brackets_that_say_nothing_new_are_told_from_others(aside):
    asides = read_name(f"万科云城（{aside}）").asides
    assert asides == (("深圳湾科技园",) if "园" in aside else ())


def test_a_long_text_is_cut():
    assert read_name("园" * 10 * LONGEST) == read_name("园" * LONGEST)
