"""Reads what a written brief says, in order, and what a brief should say."""

import io

import docx
from docx.table import Table

from parks.briefs import list_sender

HOSTILE = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example","x")',
    "{{ config }} {% raw %}",
    "{ PAGE } { INCLUDETEXT /etc/passwd }",
    '<w:fldSimple w:instr="PAGE"/><b>x</b>',
    "]]><w:p>&amp;&#0;",
    "🎉 emoji 👩‍👩‍👧",
    "_x0041_ \\ ' \" `",
    "+1\t2\n-3",
    "http://evil.example mailto:a@b",
)


def read_word(content):
    """Give the texts of the body, paragraph by paragraph and cell by cell."""
    document = docx.Document(io.BytesIO(content))
    texts = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            texts += [[cell.text for cell in row.cells] for row in block.rows]
        elif block.style.name != "Gap":
            texts.append(block.text)
    return [text for text in texts if text not in ("", [""])]


def list_expected(brief, words):
    """Give what a brief has to say, in the order it is to be said."""
    texts = [
        brief.title,
        *map(list, list_sender(brief.sender, brief.day, brief.language)),
    ]
    texts += brief.remarks
    if brief.overview:
        texts += [words["overview"], *_grid(brief.overview)]
    texts += [words["map"], *_grid(brief.legend), "\n".join(brief.map_notes)]
    if brief.distances:
        texts += [words["distances"], *_grid(brief.distances), brief.distance_note]
    for section in brief.sections:
        texts += [f"{section.number}. {section.name}"]
        texts += [section.note] if section.note else []
        texts += map(list, section.facts)
        direction = "".join(passage.text for passage in section.direction)
        said = [direction, brief.direction_note] if direction else [words["none"]]
        texts += [words["direction"], *said]
        texts += [words["policies"], *(section.policies or [words["uncited"]])]
        texts += [words["place"], *map(list, section.place)]
    return [*texts, words["sources"], *_grid(brief.sources), *brief.source_notes]


def _grid(grid):
    return [list(grid.heads), *map(list, grid.lines)]


ZH = {
    "overview": "概览",
    "map": "地图",
    "distances": "距离",
    "direction": "产业方向",
    "none": "表中未给出产业方向。",
    "policies": "规划依据",
    "uncited": "表中未列出。",
    "place": "位置",
    "sources": "来源",
}
EN = {
    "overview": "Overview",
    "map": "Map",
    "distances": "Distances",
    "direction": "Industry direction",
    "none": "The table gives no direction.",
    "policies": "Policy basis",
    "uncited": "The table names none.",
    "place": "Place",
    "sources": "Sources",
}
WORDS = {"zh": ZH, "en": EN}
