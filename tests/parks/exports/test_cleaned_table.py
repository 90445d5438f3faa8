"""A cleaned table: what was understood, shaded where it was doubted, and readable."""

import io

import openpyxl
import pytest

from parks.catalogue import make_edition
from parks.exports.cleaned_table import write_cleaned_table
from parks.language import Language
from parks.readers import read_table

TABLE = (
    "区县,园区名称,主导产业,面积（公顷）,备注\n"
    "南山,1、甲园；乙园,以人工智能为主导,12,=1+1\n"
    ",丙园,依托大数据重点发展金融科技,,\n"
    "某区,丁园,/,3,<b>x</b>\n"
)


@pytest.fixture
def edition():
    return make_edition(TABLE.encode(), name="甲.csv")


@pytest.mark.parametrize("language", list(Language))
def test_it_reads_back_to_the_same_rows(edition, language):
    content = write_cleaned_table(edition, language=language, about={})
    again = read_table(content, name="x")

    def said(rows):
        return [
            (r.seq, r.district, r.zone, r.parks, r.direction, r.policies) for r in rows
        ]

    assert said(again.rows) == said(edition.table.rows)
    kept = [row.extra["备注"] for row in again.rows]
    assert kept == ["=1+1", "", "<b>x</b>"]


def test_the_appendix_reads_back_field_for_field(embedded):
    content = write_cleaned_table(embedded, language=Language.ZH, about={})
    again = read_table(content, name="x").rows
    for row, old in zip(again, embedded.table.rows, strict=True):
        assert (row.zone, row.parks, row.policies) == (
            old.zone,
            old.parks,
            old.policies,
        )
        assert row.direction == old.direction


def test_doubted_cells_are_shaded_and_every_doubt_is_listed(edition):
    content = write_cleaned_table(edition, language=Language.ZH, about={"表": "甲"})
    book = openpyxl.load_workbook(io.BytesIO(content))
    table, problems, parks, about = book.worksheets
    shaded = {
        cell.coordinate
        for row in table.iter_rows(min_row=2)
        for cell in row
        if cell.fill.fgColor.rgb == "FFFFF2CC"
    }
    # The numbered and split parks, the district filled down, the unknown district
    # and the placeholder.
    assert shaded == {"D2", "B3", "B4", "E4"}
    assert problems.max_row == 1 + len(edition.table.problems)
    assert parks.max_row == 5
    assert [cell.value for cell in about[1]] == ["表", "甲"]
