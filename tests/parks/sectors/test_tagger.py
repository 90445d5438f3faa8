import itertools
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parks.model import LONGEST_DIRECTION, Role, Row, Source, Table
from parks.readers import read_table
from parks.sectors import read_taxonomy, tag, tag_table
from parks.sectors.taxonomy import Group

DATA = Path(__file__).parents[2] / "data" / "directions_elsewhere.toml"
DIRECTIONS = tomllib.loads(DATA.read_text(encoding="utf-8"))["direction"]
IDS = {sector.id for sector in read_taxonomy()}
FRAGMENTS = [
    *"，。；、：:\n \t（）()“”《》1.一①与和及以为将的等是",
    *(
        "人工智能",
        "金融",
        "互联网",
        "互联网＋",
        "5G",
        "AI",
        "新能源",
        "金融大厦",
        "软件",
    ),
    *(
        "重点发展",
        "依托",
        "打造",
        "基地",
        "为核心",
        "深度融合",
        "推动",
        "集聚发展",
        "限制",
    ),
    *(
        "主导产业：",
        "配套产业：",
        "方向",
        "围绕",
        "产业",
        "大厦",
        "研究院",
        "企业",
        "道路",
    ),
]
anything = st.one_of(
    st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
)


def roles(direction, **options):
    return {found.id: found.role.value for found in tag(direction, **options)}


def test_enough_directions_of_other_places_are_judged():
    assert len({direction["text"] for direction in DIRECTIONS}) >= 190
    named = {i for d in DIRECTIONS for i in (*d["focus"], *d["mention"])}
    assert named == IDS


@pytest.mark.parametrize("direction", DIRECTIONS, ids=lambda d: d["text"][:24])
def test_directions_of_other_places(direction):
    assert roles(direction["text"]) == {
        **dict.fromkeys(direction["focus"], "focus"),
        **dict.fromkeys(direction["mention"], "mention"),
    }


@pytest.mark.parametrize("sector", read_taxonomy(), ids=lambda sector: sector.id)
def test_every_term_of_every_sector_is_found_alone_and_as_an_aim(sector):
    for term in sector.terms:
        assert roles(f"{term}。")[sector.id] == "focus"
        assert roles(f"重点发展{term}产业。")[sector.id] == "focus"
        assert roles(f"此前曾经提到{term}一词")[sector.id] == "mention"
    for term in sector.aim_terms:
        assert roles(f"主导产业：{term}")[sector.id] == "focus"
        assert roles(f"此前曾经提到{term}一词") == {}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "信息经济",
            "战略性新兴产业",
            "数据中心",
            "智慧新城",
            "与信息服务",
            "智能",
            "/",
        ),
        *("", "IC卡", "MAIL", "OpenAI2", "2.5G", "15G", "5GHz", "ARIA", "VRIO", "AI0"),
        *("最大数据中心", "以人文创新为魂", "生物芯片", "创新材料", "社会展示"),
    ],
)
def test_what_is_no_sector_gets_none(text):
    assert tag(f"{text}。") == ()


@pytest.mark.parametrize(
    ("text", "sector", "words"),
    [
        ("重点发展人脸识别。", "ai", "人脸识别"),
        ("重点发展互联网金融。", "fintech", "互联网金融"),
        ("重点发展科技金融。", "fintech", "科技金融"),
        ("重点发展智能装备。", "intelligent-manufacturing", "智能装备"),
        ("重点发展第三代半导体。", "semiconductors", "第三代半导体"),
        ("重点发展互联网＋。", "internet", "互联网＋"),
        ("重点发展ＡＩ。", "ai", "ＡＩ"),
        ("重点发展5g。", "5g", "5g"),
        ("重点发展nb-IoT。", "iot", "nb-IoT"),
        ("重点发展⼈⼯智能。", "ai", "⼈⼯智能"),
    ],
)
def test_the_contract_s_words_and_widths(text, sector, words):
    (found,) = tag(text)
    assert (found.id, found.role) == (sector, Role.FOCUS)
    assert [evidence.text for evidence in found.evidence] == [words]
    assert found.evidence[0].start == 4


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        # An ending says nothing of its own, unless nothing qualifies it.
        ("机器人装备", {"robotics"}),
        ("轨道交通动力装备", {"high-end-equipment"}),
        ("抛丸机设备", {"manufacturing"}),
        ("新材料、装备制造", {"new-materials", "manufacturing"}),
        # Goods that are only handled are no industry.
        ("农产品物流", {"modern-logistics"}),
        ("石化化工新材料", {"new-materials"}),
        ("化工、新材料", {"manufacturing", "new-materials"}),
        # Two industries in one word are two.
        ("商贸物流", {"wholesale-retail", "modern-logistics"}),
        ("医药健康", {"biomedicine", "life-health"}),
        # A longer word is not the shorter ones it holds.
        ("电子商务", {"e-commerce"}),
        ("健康食品", {"manufacturing"}),
        ("汽车空调零部件", {"automobiles"}),
    ],
)
def test_a_compound_means_its_head(text, sectors):
    assert roles(f"主导产业：{text}") == dict.fromkeys(sectors, "focus")
    assert roles(text) == dict.fromkeys(sectors, "focus")


def test_a_section_of_the_standard_never_stands_beside_a_sector_for_one_word():
    sections = {s.id for s in read_taxonomy() if s.group is Group.SECTION}
    for sector in read_taxonomy():
        for term in sector.terms:
            found = set(roles(f"{term}。"))
            assert len(found) == 1 or not found & sections, term


def test_each_word_keeps_its_own_role():
    (found,) = tag("依托人工智能学院，重点发展人工智能产业。")
    assert found.role is Role.FOCUS
    assert [e.role for e in found.evidence] == [Role.MENTION, Role.FOCUS]


def test_aims_come_before_mentions_each_in_the_order_of_the_text():
    tags = tag("依托软件、云计算，以大数据为支撑，重点发展机器人、人工智能、软件。")
    assert [found.id for found in tags] == [
        *("robotics", "ai", "software"),
        *("cloud", "big-data"),
    ]


def test_a_name_of_the_row_is_no_aim():
    text = "重点建设大运软件小镇，打造“互联网+”未来科技城。"
    assert roles(text) == {"software": "focus", "internet": "focus"}
    names = ["大运软件小镇", "“互联网＋”未来科技城", "软件", "", " "]
    assert roles(text, names=names) == {"software": "mention", "internet": "mention"}


def test_turned_away_words_leave_no_trace_beside_the_wanted():
    (found,) = tag("重点发展金融科技。禁止引入金融科技。")
    assert len(found.evidence) == 1
    assert found.evidence[0].role is Role.FOCUS


@settings(max_examples=300, deadline=None)
@given(anything, st.lists(anything, max_size=3))
def test_any_text_is_tagged_by_the_rules(direction, names):
    tags = tag(direction, names=names)
    assert len({found.id for found in tags}) == len(tags)
    assert {found.id for found in tags} <= IDS
    spans = {(e.start, e.end) for found in tags for e in found.evidence}
    ordered = sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))
    for found in tags:
        assert found.evidence == tuple(sorted(found.evidence, key=lambda e: e.start))
        assert all(direction[e.start : e.end] == e.text for e in found.evidence)
        is_focus = any(e.role is Role.FOCUS for e in found.evidence)
        assert found.role is (Role.FOCUS if is_focus else Role.MENTION)
    order = [found.role for found in tags]
    assert order == sorted(order)  # "focus" before "mention"


@settings(max_examples=300, deadline=None)
@given(anything)
def test_a_sentence_without_sectors_changes_nothing(direction):
    before = tag(direction)
    text = f"{direction}\n道路宽阔整洁，绿树成荫。"
    assert tag(text) == before


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "人工智能",
            "人工智能、",
            "打造基地",
            "以为重点",
            "金融大厦、",
            "ai ",
            "重点发展",
        ),
        *("依托人工智能的", "《", "(一)", "1.", "大", "a", "和", "、", "“", "\u0000"),
        *(
            "推动人工智能发展",
            "限制金融、",
            "人工智能和教育、",
            "产业",
            "为",
            "限制类：",
            "机械加工",
            "石化化工",
            "机械甲乙丙丁、戊己（",
            "机械1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.的",
        ),
    ],
)
def test_hostile_text_takes_time_in_proportion(unit):
    began = time.process_time()
    tag(unit * (300_000 // len(unit)), names=[unit, unit * 3])
    assert time.process_time() - began < 20  # a quadratic step would take minutes


def test_words_that_can_be_cut_in_many_ways_are_cut_in_one():
    words = ["装备制造业", "新兴", "制造", "设备", "设备制造", "制造业", "装备"] * 2
    orders = itertools.islice(itertools.permutations(words), 0, 300_000, 1000)
    text = "".join(f"机械{''.join(order)}的" for order in orders)
    began = time.process_time()
    tag(text)
    assert time.process_time() - began < 20  # trying every cut would take minutes


def test_a_lone_surrogate_is_only_text():
    assert roles("重点发展\ud800人工智能") == {"ai": "focus"}


def test_a_table_is_tagged_row_by_row():
    rows = (
        Row(1, "福田", "甲片区", ("软件小镇",), "重点建设软件小镇。"),
        Row(2, "福田", "乙片区", (), "重点建设软件小镇。"),
        Row(3, "大鹏", None),
    )
    table = Table(Source("一览表", "text"), rows)
    tagged = tag_table(table)
    assert [[(t.id, t.role.value) for t in row.sectors] for row in tagged.rows] == [
        [("software", "mention")],
        [("software", "focus")],
        [],
    ]
    assert table.rows[0].sectors == ()
    assert tag_table(tagged) == tagged


def test_only_names_that_stand_in_a_direction_are_asked_for():
    direction = "重点发展金融；建设金融大厦，打造人工智能小镇"
    names = ("人工智能小镇", "别的园", "“金融”大厦", "")
    rows = tuple(Row(1, None, None, (name,), direction) for name in (*names, "园"))
    tagged = tag_table(Table(Source("a.csv", "csv"), rows)).rows
    expected = [tag(direction, names=row.parks) for row in rows]
    assert [row.sectors for row in tagged] == expected
    assert len(set(expected)) > 1


def test_only_the_beginning_of_an_endless_direction_is_searched():
    direction = "软件、" * 100_000
    (found,) = tag(direction)
    assert found.evidence[-1].end <= LONGEST_DIRECTION
    table = read_table(f"园区,产业方向\n甲园,{direction}\n".encode(), name="x")
    assert "direction-long" in {problem.code for problem in table.problems}
    assert len(table.rows[0].direction) == len(direction)
