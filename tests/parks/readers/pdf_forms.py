"""Writes rows of parks as PDF files, their cells with lines around them."""

import io

from forms import HEADINGS, TITLE, find_blocks, list_cells
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

FONT = "STSong-Light"
WIDTHS = [40, 60, 160, 320, 400, 720]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
BODY = ParagraphStyle("body", fontName=FONT, fontSize=9, leading=12, wordWrap="CJK")

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def write_flowables(*flowables, encrypt=None, height=500, width=1800):
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=(width, height),
        encrypt=encrypt,
        invariant=1,
        leftMargin=36,
        rightMargin=36,
    )
    document.build(list(flowables))
    return file.getvalue()


def write_cell(text):
    """Write a cell, its lines broken where the text has a break or the column ends."""
    return Paragraph(text.replace("\n", "<br/>"), BODY)


def make_table(lists, widths, *, spans=(), repeat=1):
    merges = [("SPAN", first, last) for first, last in spans]
    return LongTable(
        [[write_cell(text) for text in cells] for cells in lists],
        colWidths=widths,
        repeatRows=repeat,
        style=TableStyle([GRID, *merges]),
    )


def write_pdf(rows, *, repeat=1, height=500, width=1800, widths=WIDTHS):
    """Write a PDF: a title, then ours over pages, headings again, districts merged."""
    lists = [HEADINGS, *map(list_cells, rows)]
    spans = []
    for first, last in find_blocks([row.district for row in rows]):
        spans.append(((1, first + 1), (1, last + 1)))
        for number in range(first + 1, last + 1):
            lists[number + 1][1] = ""
    table = make_table(lists, widths, spans=spans, repeat=repeat)
    return write_flowables(write_cell(TITLE), table, height=height, width=width)
