"""Tables of a Word brief: their headings repeat on each page, no line is torn."""

from collections.abc import Iterable, Sequence
from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table, _Cell, _Row

from parks.briefs.brief import Grid

_PAIR_WIDTHS: Final = (4.2, 12.6)
_SHADE: Final = "E9F0F4"
_LONG: Final = 600
"""Characters of a cell that may run on to the next page."""
_SHORT: Final = 12
"""Lines of a table that is kept on one page."""


def add_grid(document: Document, grid: Grid, widths: Sequence[float]) -> None:
    """Add a table with headings; widths in centimetres."""
    table = _begin(document, widths)
    head = table.add_row()
    for cell, text in zip(head.cells, grid.heads, strict=True):
        _write(cell, text, is_bold=True)
    _mark(head, "w:tblHeader")
    for cell in head.cells:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), _SHADE)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - no other way
    _mark(head, "w:cantSplit")
    for line in grid.lines:
        _add_line(table, line)
    _finish(document, table, widths)


def add_pairs(document: Document, pairs: Iterable[tuple[str, str]]) -> None:
    """Add labels with a text beside each."""
    table = _begin(document, _PAIR_WIDTHS)
    for pair in pairs:
        row = _add_line(table, pair)
        for run in row.cells[0].paragraphs[0].runs:
            run.bold = True
    _finish(document, table, _PAIR_WIDTHS)


def _begin(document: Document, widths: Sequence[float]) -> Table:
    table: Table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    return table


def _add_line(table: Table, texts: Sequence[str]) -> _Row:
    row: _Row = table.add_row()
    for cell, text in zip(row.cells, texts, strict=True):
        _write(cell, text)
    if max(map(len, texts)) <= _LONG:
        _mark(row, "w:cantSplit")
    return row


def _write(cell: _Cell, text: str, *, is_bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = "Table Text"
    paragraph.add_run(text).bold = is_bold or None


def _finish(document: Document, table: Table, widths: Sequence[float]) -> None:
    """Set the widths, which Word reads from cells and LibreOffice from columns."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    if len(table.rows) <= _SHORT:
        for row in list(table.rows)[:-1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
    # Two tables without anything between them would be one.
    document.add_paragraph(style="Gap")


def _mark(row: _Row, name: str) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - no other way
    properties.append(OxmlElement(name))
