"""A brief as a page of paper: what the Word file says, to read and to print."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

import shapely

from layers.locator import Locator, draw_locator
from layers.locator_frame import frame_around
from layers.locator_spots import Spot
from parks.briefs import Brief, Grid, Passage, Section, list_sender
from parks.edition import Edition
from parks.headings import head
from views._words import current_language, say

_MAP: Final = {"width": 640, "height": 416}


def describe_brief(edition: Edition, brief: Brief) -> Markup:
    """Describe a brief of an edition; every text in it is escaped."""
    parts = [
        Markup("<h1>{}</h1>").format(brief.title),
        _pair(list_sender(brief.sender, brief.day, brief.language)),
        _list(brief.remarks),
    ]
    if brief.overview is not None:
        parts += [_title(say("Overview")), _tabulate(brief.overview)]
    parts += [
        _title(say("Map")),
        _draw_map(edition, brief),
        _tabulate(brief.legend),
        *(_say_quietly(note) for note in brief.map_notes),
    ]
    if brief.distances is not None:
        parts += [
            _title(say("Distances")),
            _tabulate(brief.distances),
            _say_quietly(brief.distance_note),
        ]
    parts += [_describe_park(brief, section) for section in brief.sections]
    parts += [
        _title(say("Sources")),
        _tabulate(brief.sources),
        _list(brief.source_notes),
    ]
    return Markup("<article class='pa-park pa-page pa-paper'>{}</article>").format(
        Markup().join(parts)
    )


def _describe_park(brief: Brief, section: Section) -> Markup:
    language = brief.language
    direction = (
        Markup("<p class='pa-direction'>{}</p>{}").format(
            Markup().join(map(_show, section.direction)),
            _say_quietly(brief.direction_note),
        )
        if section.direction
        else Markup("<p>{}</p>").format(say("The table gives no direction."))
    )
    none = (say("The table names none."),)
    return Markup("<section>{}{}{}{}{}{}{}{}{}</section>").format(
        _title(f"{section.number}. {section.name}"),
        Markup("<p>{}</p>").format(section.note) if section.note else "",
        _pair(section.facts),
        _subtitle(head("direction", language)),
        direction,
        _subtitle(head("policies", language)),
        _list(section.policies or none),
        _subtitle(say("Place")),
        _pair(section.place),
    )


def _draw_map(edition: Edition, brief: Brief) -> Markup:
    """Draw the ground of the Word file's picture, light or dark as the page is."""
    if brief.sketch is None:
        return Markup()
    ground = shapely.box(*brief.sketch.bounds)
    frame = frame_around([ground], **_MAP)
    if frame is None:
        return Markup()
    spots = tuple(
        Spot(
            mark.lon,
            mark.lat,
            mark.precision,
            f"color-mix(in srgb, {mark.colour}, white var(--pa-lift))",
            str(mark.number),
        )
        for mark in brief.sketch.marks
    )
    locator = Locator(say("Map with the parks by number"), frame, spots)
    return draw_locator(edition, locator, current_language())


def _show(passage: Passage) -> Markup:
    look = Markup("<b>{}</b>") if passage.is_marked else Markup("{}")
    return look.format(passage.text)


def _title(text: str) -> Markup:
    return Markup("<h2>{}</h2>").format(text)


def _subtitle(text: str) -> Markup:
    return Markup("<h3>{}</h3>").format(text)


def _say_quietly(text: str) -> Markup:
    return Markup("<p class='pa-quiet'>{}</p>").format(text)


def _list(texts: Iterable[str]) -> Markup:
    items = Markup().join(Markup("<li>{}</li>").format(text) for text in texts)
    return Markup("<ul>{}</ul>").format(items) if items else Markup()


def _pair(pairs: Iterable[tuple[str, str]]) -> Markup:
    line = Markup("<tr><th scope='row'>{}</th><td>{}</td></tr>")
    lines = Markup().join(line.format(*pair) for pair in pairs)
    if not lines:
        return Markup()
    table = Markup("<table class='pa-lines pa-pairs'><tbody>{}</tbody></table>")
    return table.format(lines)


def _tabulate(grid: Grid) -> Markup:
    heads = Markup().join(
        Markup("<th scope='col'>{}</th>").format(name) for name in grid.heads
    )
    lines = Markup().join(
        Markup("<tr>{}</tr>").format(
            Markup().join(Markup("<td>{}</td>").format(cell) for cell in line)
        )
        for line in grid.lines
    )
    return Markup(
        "<div class='pa-scroll' tabindex='0'><table class='pa-lines'><thead><tr>{}"
        "</tr></thead><tbody>{}</tbody></table></div>"
    ).format(heads, lines)
