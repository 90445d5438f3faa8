"""A count beside a choice is what making that choice would show."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from parks.catalogue import make_edition, open_edition
from parks.facets import count_facets
from parks.filter import MATCHES, OPTIONS, ROLES, Filter
from parks.places import PRECISIONS
from parks.selection import Shape

HEADING = "序号,辖区,片区,园区名称,产业方向,规划依据"
LISTS = ("district", "sector", "zone", "policy", "precision")
BOXES = (None, (113.9, 22.5, 114.0, 22.6), (0.0, 0.0, 1.0, 1.0))
SHAPES = (
    Shape.parse("circle:113.95,22.55,9000"),
    Shape.parse("polygon:113.9 22.5,114.2 22.5,114.2 22.7,113.9 22.7"),
)
DIRECTIONS = (
    "",
    "重点发展人工智能、金融科技。",
    "重点发展大数据，依托云计算和区块链。",
    "打造软件和工业互联网产业集聚区，推动人工智能应用。",
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["南山", "福田区", "姑苏区", ""]),
        st.sampled_from(["甲片区", "乙 片区", "丙", ""]),
        st.lists(st.sampled_from(["一号园", "二号园", "鹏城实验室"]), max_size=3),
        st.sampled_from(DIRECTIONS),
        st.lists(st.sampled_from(["《某规划》", "《某规划》（试行）", "《别的》"])),
    ),
    min_size=1,
    max_size=6,
)


def subsets(values, most=3):
    several = st.lists(st.sampled_from(values), max_size=most, unique=True)
    return several.map(tuple) if values else st.just(())


def filters_of(edition):
    members = edition.memberships
    return st.builds(
        Filter,
        districts=subsets(members.districts.names),
        sectors=subsets(members.sectors["any"].names),
        role=st.sampled_from(ROLES),
        match=st.sampled_from(MATCHES),
        zones=subsets(members.zones.names),
        policies=subsets((*members.policies.names, "规划", "无此文件")),
        precisions=subsets(PRECISIONS),
        query=st.sampled_from(["", "园", "nanshan", "qqqq"]),
        bbox=st.sampled_from(BOXES),
        within=subsets(SHAPES, 2),
        ids=st.one_of(st.just(()), subsets(edition.parks["park_id"].tolist(), 9)),
    )


def expect_true_counts(edition, filter_):
    facets = count_facets(edition, filter_)
    members = edition.memberships
    options = {
        "district": members.districts.names,
        "sector": members.sectors["any"].names,
        "zone": members.zones.names,
        "policy": members.policies.names,
        "precision": PRECISIONS,
    }
    for option in LISTS:
        field = OPTIONS[option]
        is_added = option == "sector" and filter_.match == "all"
        held = getattr(filter_, field) if is_added else ()
        for value in options[option]:
            chosen = replace(filter_, **{field: (*held, value)}).select(edition)
            assert getattr(facets, field)[value] == chosen.sum(), (option, value)


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_counts_are_true_of_the_embedded_table(data):
    edition = open_edition()
    expect_true_counts(edition, data.draw(filters_of(edition)))


@settings(deadline=None, max_examples=40)
@given(st.data(), ROWS)
def test_counts_are_true_of_any_table(data, rows):
    lines = [
        f"{number},{district},{zone},{'、'.join(parks)},{direction},{'、'.join(cited)}"
        for number, (district, zone, parks, direction, cited) in enumerate(rows, 1)
    ]
    text = "\n".join([HEADING, *lines])
    edition = make_edition(text.encode(), name="mine.csv")
    expect_true_counts(edition, data.draw(filters_of(edition)))


def test_every_option_of_the_table_is_counted():
    edition = open_edition()
    facets = count_facets(edition, Filter(districts=("福田",)))
    assert facets.districts["南山"] == 9
    assert facets.sectors["fintech"] == 7
    assert facets.zones["留仙洞片区"] == 0
    assert facets.districts["大鹏"] == 0
    assert len(facets.policies) == 23


def test_all_of_the_sectors_leaves_what_another_one_would_keep():
    edition = open_edition()
    both = Filter(sectors=("ai", "fintech"), match="all")
    shown = both.select(edition).sum()
    assert 0 < shown < Filter(sectors=("ai", "fintech")).select(edition).sum()
    counts = count_facets(edition, Filter(sectors=("ai",), match="all")).sectors
    assert counts["fintech"] == shown
    assert counts["ai"] == Filter(sectors=("ai",)).select(edition).sum()
