"""The same table damaged, reordered, re-encoded: read all the same, or said."""

import pytest

from parks.catalogue import EMBEDDED_PATH
from parks.errors import (
    BrokenFileError,
    EmptyFileError,
    NoTableError,
    NotATextError,
    TableNumberError,
)
from parks.readers import read_path, read_table

TEXT = EMBEDDED_PATH.read_text(encoding="utf-8")
WHOLE = read_path(EMBEDDED_PATH)


def read(text, **options):
    return read_table(text.encode(), name="mutant.txt", **options)


@pytest.mark.parametrize(
    "encoded",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["bom", "gb18030", "utf-16", "crlf", "cr"],
)
def test_encodings_and_line_ends_change_nothing(encoded):
    assert read_table(encoded, name="x.txt").rows == WHOLE.rows


def test_a_guessed_encoding_is_said():
    codes = [p.code for p in read_table(TEXT.encode("gb18030"), name="x").problems]
    assert "encoding-guessed" in codes


def test_a_row_taken_out_leaves_the_others_and_is_noticed():
    start, end = TEXT.index("\n\t7\n"), TEXT.index("\n\t8\n")
    table = read(TEXT[:start] + TEXT[end:])
    assert [row.seq for row in table.rows if row.seq < 9] == [1, 2, 3, 4, 5, 6, 8]
    codes = {(p.row, p.code) for p in table.problems}
    assert any(
        row == 8 and code in {"seq-odd", "district-doubtful"} for row, code in codes
    )


def test_without_any_numbers_the_rows_are_numbered():
    lines = TEXT.split("\n")
    bare = "\n".join("\t" if line.strip().isdigit() else line for line in lines)
    table = read(bare)
    assert [row.zone for row in table.rows] == [row.zone for row in WHOLE.rows]
    assert [row.seq for row in table.rows] == list(range(1, 23))


def test_other_words_in_the_headings_mean_the_same():
    other = TEXT.replace("\t核心产业园\n", "\t园区名称\n").replace(
        "\t辖区\n", "\t行政区\n"
    )
    assert read(other).rows == WHOLE.rows


def test_a_column_that_is_not_known_is_kept_under_its_heading():
    rows = "\t序号\n\t片区\n\t园区\n\t绿化率\n\n\t1\n\t甲片区\n\t甲园\n\t三成\n"
    table = read(rows)
    assert table.rows[0].extra == {"绿化率": "三成"}


def test_lacking_columns_are_said_and_left_empty():
    table = read("\t序号\n\t园区\n\n\t1\n\t甲园\n\n\t2\n\t乙园\n")
    assert [row.parks for row in table.rows] == [("甲园",), ("乙园",)]
    assert {row.zone for row in table.rows} == {None}
    lacking = {p.column for p in table.problems if p.code == "column-missing"}
    assert {"district", "zone", "direction", "policies"} <= lacking


def test_of_two_tables_either_can_be_asked_for():
    second = "\n第二表\n\n\t序号\n\t园区\n\n\t1\n\t乙园\n"
    table = read(TEXT + "\n正文正文\n\n" + second, number=2)
    assert table.source.table == 2
    assert table.rows[0].parks == ("乙园",)
    first = read(TEXT + "\n正文正文\n\n" + second)
    assert len(first.rows) == 22
    assert "tables-several" in {p.code for p in first.problems}
    with pytest.raises(TableNumberError, match="3"):
        read(TEXT + second, number=3)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyFileError),
        (b" \n\t \n", EmptyFileError),
        ("一篇没有表格的文章。\n第二段。".encode(), NoTableError),
        (b"\x00\x01\x02\xff" * 200, NotATextError),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, NotATextError),
        (b"PK\x03\x04" + bytes(range(256)) * 9, BrokenFileError),
    ],
    ids=["empty", "blank", "prose", "nul", "png", "zip"],
)
def test_what_holds_no_table_is_refused_in_one_sentence(content, error):
    with pytest.raises(error, match="mine") as refusal:
        read_table(content, name="mine")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "payload", ["<script>", "${x}", "`x`", "{{7*7}}", "<!--", "\u202eabc", "=1+1", "𝕏"]
)
def test_hostile_text_is_only_text(payload):
    table = read(TEXT.replace("万科云城", f"万科{payload}云城"))
    assert table.rows[6].parks[0] == f"万科{payload}云城"


def test_a_huge_cell_is_read_and_not_choked_on():
    table = read(
        TEXT.replace("工业互联网。\n\t《深汕", "工业互联网，" * 400_000 + "\n\t《深汕")
    )
    assert len(table.rows) == 22
    assert len(table.rows[-1].direction) == 6 * 400_000
