"""The figures as files: every field, read back."""

import csv
import io

import openpyxl
import pytest

from parks.exports.indicator_list import (
    DEFINITION_HEADINGS,
    HEADINGS,
    write_indicators_csv,
    write_indicators_xlsx,
)
from parks.indicators import read_indicators
from parks.language import Language, translate

ALL = read_indicators().all


def test_the_csv_begins_with_a_mark_and_has_every_figure_with_its_source():
    written = write_indicators_csv()
    assert written.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    assert [line["id"] for line in lines] == [each.id for each in ALL]
    for line, each in zip(lines, ALL, strict=True):
        assert float(line["value"]) == each.value
        assert line["quote"] == each.quote
        assert line["document_title"] == each.document.title
        assert line["definition_warning_zh"] == each.definition.warning_zh
        assert line["definition_not_with"].split("; ") == list(
            each.definition.not_with or [""]
        )
        assert None not in line
    assert lines[0]["qualifier"] == "exact"


@pytest.mark.parametrize("language", Language)
def test_the_workbook_has_figures_definitions_and_what_they_are(language):
    book = openpyxl.load_workbook(io.BytesIO(write_indicators_xlsx(language)))
    names = [translate(name, language) for name in ("Figures", "Definitions", "About")]
    assert book.sheetnames == names
    figures, definitions, about = (list(sheet.values) for sheet in book)
    assert list(figures[0]) == [translate(name, language) for name in HEADINGS]
    assert len(figures) == len(ALL) + 1
    assert [line[10] for line in figures[1:]] == [each.quote for each in ALL]
    scale = 0.1 if language is Language.EN else 1
    core = next(each for each in ALL if each.id == "core-2020")
    assert figures[1 + ALL.index(core)][3] == pytest.approx(8446.6 * scale)
    titles = [translate(name, language) for name in DEFINITION_HEADINGS]
    assert list(definitions[0]) == titles
    assert len(definitions) == 1 + len({each.definition.id for each in ALL})
    assert len(about) == 3


def test_the_same_figures_give_the_same_bytes():
    assert write_indicators_xlsx(Language.ZH) == write_indicators_xlsx(Language.ZH)
