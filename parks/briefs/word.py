"""A brief as a Word document: headings, tables and a map; every text is only text."""

import io
from collections.abc import Iterable
from typing import Final

import docx
from docx.document import Document
from docx.shared import Cm

from parks.briefs.brief import Brief, Section
from parks.briefs.packing import pack
from parks.briefs.picture import WIDTH_CENTIMETRES, draw_picture
from parks.briefs.sender import list_sender
from parks.briefs.sentences import say
from parks.briefs.word_styles import dress
from parks.briefs.word_tables import add_grid, add_pairs

_GRID_WIDTHS: Final = {
    3: (1.6, 10.4, 4.8),
    4: (1.2, 6.0, 1.8, 7.8),
    5: (1.2, 4.7, 4.1, 4.2, 2.6),
    6: (1.2, 4.0, 3.4, 3.4, 2.0, 2.8),
}
"""Centimetres of a table's columns, by how many there are."""


def write_word(brief: Brief) -> bytes:
    """
    Write a brief as .docx on A4; the same brief gives the same bytes.

    Parameters
    ----------
    brief
        As `parks.briefs.make_brief` gives it.
    """
    document = docx.Document()
    dress(document, brief)
    _open(document, brief)
    if brief.overview is not None:
        document.add_heading(say("Overview", brief.language), 1)
        grid = brief.overview
        add_grid(document, grid, _GRID_WIDTHS[len(grid.heads)])
    _add_map(document, brief)
    if brief.distances is not None:
        document.add_heading(say("Distances", brief.language), 1)
        add_grid(document, brief.distances, _GRID_WIDTHS[3])
        document.add_paragraph(brief.distance_note, style="Caption")
    for section in brief.sections:
        _add_park(document, brief, section)
    document.add_heading(say("Sources", brief.language), 1)
    add_grid(document, brief.sources, _GRID_WIDTHS[4])
    _list(document, brief.source_notes)
    file = io.BytesIO()
    document.save(file)
    return pack(file.getvalue())


def _open(document: Document, brief: Brief) -> None:
    document.add_paragraph(brief.title, style="Title")
    said = list_sender(brief.sender, brief.day, brief.language)
    if said:
        add_pairs(document, said)
    _list(document, brief.remarks)


def _add_map(document: Document, brief: Brief) -> None:
    document.add_heading(say("Map", brief.language), 1)
    if brief.sketch is not None:
        picture = io.BytesIO(draw_picture(brief.sketch))
        shape = document.add_picture(picture, width=Cm(WIDTH_CENTIMETRES))
        # What a screen reader says in the picture's place.
        names = " · ".join(f"{each.number} {each.name}" for each in brief.sections)
        title = say("Map of parks", brief.language)
        shape._inline.docPr.set("descr", f"{title}: {names}")  # noqa: SLF001 - no other way
    add_grid(document, brief.legend, _GRID_WIDTHS[5])
    document.add_paragraph("\n".join(brief.map_notes), style="Caption")


def _add_park(document: Document, brief: Brief, section: Section) -> None:
    language = brief.language
    document.add_heading(f"{section.number}. {section.name}", 1)
    if section.note:
        document.add_paragraph(section.note)
    add_pairs(document, section.facts)
    document.add_heading(say("Industry direction", language), 2)
    if section.direction:
        direction = document.add_paragraph()
        for passage in section.direction:
            direction.add_run(passage.text).bold = passage.is_marked or None
        document.add_paragraph(brief.direction_note, style="Caption")
    else:
        document.add_paragraph(say("The table gives no direction.", language))
    document.add_heading(say("Policy basis", language), 2)
    none = (say("The table names none.", language),)
    _list(document, section.policies or none)
    document.add_heading(say("Place", language), 2)
    add_pairs(document, section.place)


def _list(document: Document, texts: Iterable[str]) -> None:
    for text in texts:
        document.add_paragraph(text, style="List Bullet")
