"""A table on its way in: refused, mended, and made into a map."""

import pytest

from parks.catalogue import read_any
from parks.drafts import Draft, make_map
from parks.errors import (
    NoTableError,
    OversizedFileError,
    RepeatedColumnError,
    ShapelessTableError,
)
from parks.readers.sheet import MOST_ROWS

TEXT = (
    "片区,园区,说明,区位\n甲区,甲园,重点发展人工智能,南山\n,,,\n乙区,乙园,软件,福田\n"
)


def open_text(text=TEXT):
    return Draft.open(text.encode(), "mine.csv")


def test_it_reads_as_the_command_line_does(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(TEXT, encoding="utf-8")
    read = read_any(path)
    draft = open_text().read()
    assert [row.parks for row in draft.rows] == [row.parks for row in read.rows]
    assert draft.problems == read.problems


def test_a_column_can_be_given_its_meaning():
    draft = open_text()
    assert draft.meanings == ("zone", "parks", None, None)
    assert draft.read().rows[0].extra == {"说明": "重点发展人工智能", "区位": "南山"}
    mended = draft.mend_columns(["zone", "parks", "direction", "district"])
    row = mended.read().rows[0]
    assert (row.direction, row.district) == ("重点发展人工智能", "南山")
    assert row.extra == {}
    assert draft.meanings == ("zone", "parks", None, None)


def test_a_meaning_that_cannot_be_is_refused():
    draft = open_text()
    with pytest.raises(RepeatedColumnError, match="zone"):
        draft.mend_columns(["zone", "zone", None, None])
    with pytest.raises(ShapelessTableError, match="parks or zones"):
        draft.mend_columns([None, None, "direction", "district"])


def test_a_cell_can_be_mended():
    draft = open_text().mend_cells({(0, 1): "丙园", (2, 0): "丁区"})
    assert [(row.zone, row.parks) for row in draft.read().rows] == [
        ("甲区", ("丙园",)),
        ("丁区", ("乙园",)),
    ]


def test_another_table_of_the_file_can_be_taken():
    draft = open_text("片区,园区\n甲区,甲园\n\n片区,园区,产业方向\n乙区,乙园,软件\n")
    assert len(draft.tables) == 2
    second = draft.take(2)
    assert second.read().rows[0].direction == "软件"
    assert second.read().source.table == 2


def test_what_is_too_large_is_refused_with_its_size():
    with pytest.raises(OversizedFileError, match=r"50\.1 MB"):
        Draft.open(b"x" * 50_100_000, "large.csv")
    rows = "\n".join(["片区", *["甲区"] * (MOST_ROWS + 1)])
    with pytest.raises(OversizedFileError, match="100,001"):
        Draft.open(rows.encode(), "long.csv")


def test_no_table_is_refused():
    with pytest.raises(NoTableError):
        Draft.open(b"nothing here", "x")


def test_the_map_tells_how_far_it_is_and_which_row_it_is_at():
    rows = [f"{n},南山,片区{n},园{n},软件" for n in range(1, 251)]
    draft = Draft.open(
        "\n".join(["序号,辖区,片区,园区,产业方向", *rows]).encode(), "mine.csv"
    )
    told = []
    edition = make_map(draft.read(), lambda share, row: told.append((share, row.seq)))
    assert len(edition.parks) == 250
    assert set(edition.parks["focus"]) == {("software",)}
    assert told[0] == (0.0, 1)
    assert 80 < len(told) <= 100
    assert all(0 <= share < 1 for share, _ in told)
    assert sorted(told) == told
