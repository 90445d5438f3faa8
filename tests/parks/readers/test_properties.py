"""What holds for any text: a table or a refusal, and nothing lost on the way."""

import contextlib
import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from parks.catalogue import EMBEDDED_PATH
from parks.errors import ParksError
from parks.readers import read_table

APPENDIX = EMBEDDED_PATH.read_text(encoding="utf-8")
NAME = st.text(alphabet="园区科技城谷云智创新港湾ABC123—", min_size=2, max_size=12).map(
    lambda name: "甲" + name
)
ZONE = NAME.map(lambda name: name + "片区")
WORDS = st.text(
    alphabet="发展人工智能互联网产业，。重点abc", min_size=2, max_size=40
).map(lambda text: "向" + text)
TITLE = st.text(alphabet="深圳市规划方案通知2020", min_size=2, max_size=14)
ROW = st.tuples(
    st.sampled_from(["福田", "南山", "宝安", "大鹏"]),
    ZONE,
    st.lists(NAME, min_size=1, max_size=4, unique=True),
    WORDS,
    st.lists(TITLE, min_size=1, max_size=3),
)


def is_table_or_refusal(source):
    with contextlib.suppress(ParksError):
        assert read_table(source, name="any").source.name == "any"


@given(st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_refusal(source):
    is_table_or_refusal(source)


@given(st.text(max_size=300))
def test_any_text_gives_a_table_or_a_refusal(text):
    is_table_or_refusal(text.encode("utf-8", "surrogatepass"))


@given(
    st.integers(0, len(APPENDIX)),
    st.integers(0, 400),
    st.text(alphabet="\t\n 0123456789/《》（）园区", max_size=20),
)
@settings(max_examples=150)
def test_the_appendix_cut_and_stuffed_anywhere_never_breaks_the_reader(at, cut, stuff):
    is_table_or_refusal((APPENDIX[:at] + stuff + APPENDIX[at + cut :]).encode())


@given(st.lists(ROW, min_size=1, max_size=6))
def test_a_table_flattened_out_of_word_reads_back(rows):
    lines = [
        "附件",
        "",
        "",
        *(f"\t{h}" for h in ("序号", "辖区", "片区", "核心产业园")),
    ]
    lines += ["\t产业方向", "\t规划依据", ""]
    for number, (district, zone, parks, direction, titles) in enumerate(rows, 1):
        policies = "、".join(f"《{title}》" for title in titles)
        lines += [f"\t{number}", f"\t{district}", f"\t{zone}"]
        lines += ["\t" + "\n\n".join(parks), f"\t{direction}", f"\t{policies}", ""]
    table = read_table("\n".join(lines).encode(), name="any")
    assert_same(table, rows)


@given(st.lists(ROW, min_size=1, max_size=6))
def test_a_table_written_as_csv_reads_back(rows):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["序号", "辖区", "片区", "核心产业园", "产业方向", "规划依据"])
    for number, (district, zone, parks, direction, titles) in enumerate(rows, 1):
        policies = "、".join(f"《{title}》" for title in titles)
        writer.writerow([number, district, zone, "\n".join(parks), direction, policies])
    assert_same(read_table(text.getvalue().encode("utf-8-sig"), name="any"), rows)


def assert_same(table, rows):
    got = [
        (r.district, r.zone, list(r.parks), r.direction, [p.title for p in r.policies])
        for r in table.rows
    ]
    assert got == [(d, z, list(p), w, t) for d, z, p, w, t in rows]
    assert [row.seq for row in table.rows] == list(range(1, len(rows) + 1))
