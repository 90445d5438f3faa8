"""What people and programs do to a CSV, and to bytes."""

import pytest

from parks.errors import UnreadableFileError
from parks.readers import READERS, read_path, read_table


def read(text, **options):
    source = text if isinstance(text, bytes) else text.encode()
    return read_table(source, name="x.csv", **options)


def codes(table):
    return {p.code for p in table.problems}


def test_two_tables_with_their_titles_stay_apart():
    text = "表一\n序号,片区,园区\n1,甲片区,甲园\n"
    text += "\n表二\n序号,片区,园区,备注\n1,乙片区,乙园,新\n"
    first, second = read(text), read(text, number=2)
    assert [row.parks for row in first.rows] == [("甲园",)]
    assert [row.parks for row in second.rows] == [("乙园",)]
    assert second.rows[0].extra == {"备注": "新"}


def test_notes_and_later_text_are_no_rows():
    text = "序号,片区,园区\n1,甲片区,甲园\n注：截至2020年,,\n\n附件2\n本方案的说明\n"
    table = read(text)
    assert len(table.rows) == 1
    named = [p.used for p in table.problems if p.code == "text-outside"]
    assert named == ["3", "5–6"]


def test_headings_may_break_over_lines_and_a_separator_line_stand_above():
    table = read('sep=,\n序号,"片\n区","核心\n产业园"\n1,甲片区,甲园\n')
    assert table.rows[0].parks == ("甲园",)


def test_short_and_long_rows_are_read_and_said():
    table = read("序号,片区,园区,产业方向\n1,甲片区,甲园\n2,乙片区,乙园,软件,多的,\n")
    assert table.rows[1].extra["#5"] == "多的"
    assert {"cells-missing", "cells-surplus"} <= codes(table)


def test_blank_rows_are_counted_not_kept():
    table = read("序号,片区,园区\n1,甲片区,甲园\n,,\n,,\n")
    assert len(table.rows) == 1
    assert [p.used for p in table.problems if p.code == "rows-blank"] == ["2"]


def test_one_park_a_line_keeps_the_number_of_its_zone():
    text = "name,zone,seq\n甲园,甲片区,1\n乙园,甲片区,1\n丙园,乙片区,2\n"
    table = read(text)
    assert [row.seq for row in table.rows] == [1, 1, 2]
    assert "seq-odd" not in codes(table)


def test_numbers_that_repeat_or_are_none_are_said():
    table = read("序号,园区,片区\n1,甲园,甲\n1,乙园,乙\n三,丙园,丙\n9,丁园,丁\n")
    assert [row.seq for row in table.rows] == [1, 1, 2, 9]
    found = [(p.row, p.code) for p in table.problems if p.column == "seq"]
    assert found == [(1, "seq-odd"), (2, "seq-not-number"), (9, "seq-odd")]


def test_headings_that_repeat_are_numbered():
    table = read("园区,备注,备注,\n甲园,一,二,三\n")
    assert table.rows[0].extra == {"备注": "一", "备注 2": "二", "#4": "三"}


def test_a_lone_column_of_parks_is_a_table():
    assert [row.parks for row in read("园区\n甲园\n乙园\n").rows] == [
        ("甲园",),
        ("乙园",),
    ]


def test_headings_without_rows_are_said():
    table = read("序号,片区,园区\n")
    assert table.rows == ()
    assert "table-empty" in codes(table)


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16", "utf-32"])
def test_traditional_characters_in_their_encodings(encoding):
    text = "序號,轄區,片區,園區名稱,產業方向\n1,南山,留仙洞片區,萬科雲城,互聯網、軟體\n"
    table = read(text.encode(encoding))
    assert table.rows[0].parks == ("萬科雲城",)
    assert "encoding-guessed" in codes(table)


def test_a_file_cut_off_within_a_character_is_read_and_said():
    text = "序号,片区,园区\n" + "1,甲片区,甲园\n" * 5
    table = read(text.encode() + "2,乙".encode()[:-1])
    assert len(table.rows) == 6
    assert "encoding-damaged" in codes(table)


def test_western_encodings_are_read():
    table = read("district;zone;park\nSüd;Zone É;Café Park\n".encode("cp1252"))
    assert table.rows[0].parks == ("Café Park",)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read_and_said_to_be_guessed(encoding):
    table = read("序号,园区\n1,甲园\n".encode(encoding))
    assert table.rows[0].parks == ("甲园",)
    assert "encoding-guessed" in {problem.code for problem in table.problems}


def test_a_path_that_cannot_be_read_is_one_error(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv", "a\0b"):
        with pytest.raises(UnreadableFileError, match="cannot be opened"):
            read_path(path)


def test_a_path_is_read_under_its_name(tmp_path):
    path = tmp_path / "园区.csv"
    path.write_text("园区\n甲园\n", encoding="utf-8")
    assert read_path(path).source.name == "园区.csv"


def test_the_registry_cannot_be_changed():
    with pytest.raises(TypeError):
        READERS["other"] = None
