"""Excel: as a reader opens it, and nothing in it runs."""

import io

import openpyxl
import pytest

from parks.exports import export, pick_layer
from parks.language import Language

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://evil.example")',
    "+cmd|' /C calc'!A0",
    "http://evil.example",
    "mailto:a@b",
    "{=SUM(A1)}",
    "<b>园</b>",
    "<r>甲 & 乙 <b></r>",
    "<r><rPr><b/></rPr><t>伪造园</t></r>",
    "<r></r>",
    "甲\x0b乙",
)


def sheets(content):
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (Language.ZH, ["园区标识", "园区", "辖区"]),
        (Language.EN, ["Park id", "Park", "District"]),
    ],
)
def test_it_has_a_frozen_heading_a_filter_and_a_row_a_park(
    embedded, download, language, headings
):
    rows, about, _ = sheets(download(embedded, "xlsx", language))
    assert [cell.value for cell in rows[1]][:3] == headings
    assert rows.max_row == 60
    assert rows.freeze_panes == "C2"
    assert rows.auto_filter.ref.endswith("60")
    said = {row[0].value: row[1].value for row in about}
    assert "59" in " ".join(said.values())
    assert any("EPSG:4326" in text for text in said.values())


@pytest.mark.parametrize("layer", ["parks", "zones"])
@pytest.mark.parametrize(
    ("language", "heading"),
    [(Language.ZH, "位置说明"), (Language.EN, "Note on place")],
)
def test_notes_are_in_the_readers_language(
    embedded, download, layer, language, heading
):
    column = "location_note_en" if language is Language.EN else "location_note"
    rows, *_ = sheets(download(embedded, "xlsx", language, layer=layer))
    headings, *written = rows.iter_rows(values_only=True)
    at = headings.index(heading)
    notes = getattr(embedded, layer)[column]
    assert [row[at] or "" for row in written] == [note or "" for note in notes]


def test_the_sheet_on_sources_names_the_system_of_the_coordinates(embedded, download):
    _, about, _ = sheets(download(embedded, "xlsx", crs="EPSG:4547"))
    said = {row[0].value: row[1].value for row in about}
    assert "(EPSG:4547)" in said["Reference system"]


def test_every_cell_is_text_or_number(make, download):
    rows = [
        f'{n},南山,甲区,"{text.replace(chr(34), chr(34) * 2)}",人工智能,'
        for n, text in enumerate(HOSTILE, 1)
    ]
    sheet, _, _ = sheets(download(make(*rows), "xlsx"))
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in {"s", "n"}
            assert cell.hyperlink is None
    names = [row[1].value for row in sheet.iter_rows(min_row=2)]
    assert names[:10] == list(HOSTILE[:10])


def test_a_cell_too_long_for_excel_is_cut_and_said(make, download):
    edition = make(f'1,南山,甲区,甲园,"人工智能{"长" * 40_000}",')
    sheet, about, _ = sheets(download(edition, "xlsx"))
    cells = [str(cell.value) for cell in sheet[2]]
    assert max(map(len, cells)) == 32_767
    said = {row[0].value: row[1].value for row in about}
    assert said["Cut"].startswith("1 cell")


def test_excel_counts_an_emoji_as_two_and_what_is_cut_is_said(make, download):
    edition = make(f'1,南山,甲区,甲园,"人工智能{"😀" * 16_383}",')
    sheet, about, _ = sheets(download(edition, "xlsx"))
    cells = [str(cell.value) for cell in sheet[2]]
    assert f"人工智能{'😀' * 16_381}" in cells
    said = {row[0].value: row[1].value for row in about}
    assert said["Cut"].startswith("1 cell")


def test_an_empty_choice_is_a_sheet_of_headings(make, download):
    sheet, _, _ = sheets(download(make("1,大鹏,/,/,,"), "xlsx"))
    assert sheet.max_row == 1


def test_equal_data_gives_equal_bytes(embedded, download):
    assert download(embedded, "xlsx") == download(embedded, "xlsx")


def test_a_sheet_leads_each_field_and_row_back_to_the_table(embedded, download):
    content = download(embedded, "xlsx", Language.ZH)
    sources = sheets(content)[2]
    assert sources.title == "来源"
    written = [[cell.value for cell in row] for row in sources.iter_rows()]
    gap = written.index([None] * 4)
    fields = {row[0]: row for row in written[1:gap]}
    headings = [cell.value for cell in sheets(content)[0][1]]
    assert list(fields) == headings[: len(fields)]
    assert fields["片区"][1:] == ["片区", "Zone", "表中“片区”列"]
    assert fields["位置精度"][3] == "推导所得，表中没有对应的单元格"
    rows = [tuple(row[:3]) for row in written[gap + 2 :]]
    parks = embedded.parks
    expected = zip(parks["park_id"], parks["seq"], parks["row"] + 1, strict=True)
    assert rows == list(expected)


def test_rows_of_no_edition_have_no_sheet_on_sources(embedded, everything):
    layer = pick_layer(embedded, everything(embedded))
    content = export(layer, "xlsx", language=Language.EN, about={})
    assert [sheet.title for sheet in sheets(content)] == ["Parks", "About"]
