"""Briefs on parks to send on: one description, written as Word, as Excel and drawn."""

from parks.briefs.asking import MOST_PARKS, find_parks
from parks.briefs.brief import Brief, Grid, Passage, Section
from parks.briefs.excel import write_excel
from parks.briefs.making import make_brief
from parks.briefs.picture import draw_picture
from parks.briefs.sender import NOBODY, Sender, list_sender, read_sender
from parks.briefs.word import write_word

__all__ = [
    "MOST_PARKS",
    "NOBODY",
    "Brief",
    "Grid",
    "Passage",
    "Section",
    "Sender",
    "draw_picture",
    "find_parks",
    "list_sender",
    "make_brief",
    "read_sender",
    "write_excel",
    "write_word",
]
