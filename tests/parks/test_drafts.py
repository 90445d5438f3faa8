"""A table on its way in: refused, mended, and made into a map."""

import io

import docx
import openpyxl
import pytest

from geodata.reference_systems import GCJ02
from parks.catalogue import read_any
from parks.drafts import Draft, make_map
from parks.errors import (
    NoTableError,
    OversizedFileError,
    RepeatedColumnError,
    ShapelessTableError,
)
from parks.model import WrittenPosition
from parks.readers.sheet import MOST_ROWS

TEXT = (
    "片区,园区,说明,区位\n甲区,甲园,重点发展人工智能,南山\n,,,\n乙区,乙园,软件,福田\n"
)


def write_docx(lines):
    document = docx.Document()
    table = document.add_table(len(lines), len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write_xlsx(lines):
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_html(lines, others=0):
    rows = ("".join(f"<td>{text}</td>" for text in line) for line in lines)
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    other = "<table><tr><td>联系<td>电话<tr><td>李<td>1234</table>"
    page = f"<html><meta charset=utf-8>{other * others}<table>{table}</table>"
    return page.encode()


def write_csv(lines):
    return "\n".join(",".join(line) for line in lines).encode()


FORMS = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_html,
    "csv": write_csv,
}


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


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "csv"])
def test_a_table_of_unknown_headings_waits_for_its_meanings(form):
    lines = [["甲栏", "乙栏"], ["张江科学城", "集成电路"], ["金桥", "汽车"]]
    draft = Draft.open(FORMS[form](lines), "x")
    assert not draft.is_shaped
    assert draft.raw.headings == ("甲栏", "乙栏")
    mended = draft.mend_columns(["parks", "direction"])
    assert [row.parks for row in mended.read().rows] == [("张江科学城",), ("金桥",)]


def test_a_table_without_headings_keeps_its_first_row():
    draft = Draft.open("张江科学城\t集成电路\n金桥\t汽车\n".encode(), "x").unhead()
    assert draft.meanings == (None, None)
    rows = draft.mend_columns(["parks", None]).read().rows
    assert [row.parks for row in rows] == [("张江科学城",), ("金桥",)]
    assert rows[0].extra == {"#2": "集成电路"}


def test_other_tables_of_the_file_are_named():
    table = Draft.open(FORMS["html"]([["园区"], ["甲园"]], 2), "x").read()
    (problem,) = (p for p in table.problems if p.code == "tables-unknown")
    assert (problem.found, problem.used) == ("联系 电话", "2")


PLACED = "片区,园区,经度,纬度\n甲区,甲园,114.055103,22.537268\n"


def test_its_reference_system_can_be_chosen_and_is_the_tables_own():
    draft = open_text(PLACED)
    assert draft.has_coordinates
    assert not open_text().has_coordinates
    chosen = draft.take_system(GCJ02)
    assert (draft.system, chosen.system) == (None, GCJ02)
    (row,) = chosen.read().rows
    assert row.position == WrittenPosition("114.055103", "22.537268", "GCJ-02")
    assert chosen.take_system(None).read() == draft.read()
    assert chosen.take(1).system is None
    park = make_map(chosen.read(), lambda *_: None).parks.iloc[0]
    assert (park.geometry.x, park.geometry.y) == pytest.approx(
        (114.05, 22.54), abs=2e-6
    )


def test_columns_of_coordinates_can_be_exchanged():
    draft = open_text(PLACED).swap_axes()
    assert draft.meanings == ("zone", "parks", "lat", "lon")
    assert draft.read().rows[0].position.x == "22.537268"
    assert draft.swap_axes() == open_text(PLACED)
    plane = open_text("园区,X坐标,Y坐标\n甲园,1,2\n")
    assert plane.meanings == ("parks", "x", "y")
    assert plane.swap_axes().meanings == ("parks", "y", "x")
