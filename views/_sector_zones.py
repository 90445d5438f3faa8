"""The zones that take a sector up, row by row, with the words that say so."""

from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.model import Role
from parks.quoting import Piece, quote_evidence
from parks.sector_profiles import Profile, Taking
from parks.wording import name_district
from views._around import link_park
from views._direction import ROLE_TITLES
from views._sector_words import join_sentences
from views._words import current_language, say

_MOST_ZONES: Final = 60
_MOST_PARKS: Final = 40
"""Rows that the table holds, and parks that a row names."""


def tabulate_zones(edition: Edition, profile: Profile) -> Markup:
    """Tabulate the zones that name a sector; every text of the table is escaped."""
    titles = (
        say("Row"),
        say("Zone"),
        say("Taken up as"),
        say("Words of the table"),
        say("Parks"),
    )
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    lines = Markup().join(
        _draw_line(edition, taking) for taking in profile.takings[:_MOST_ZONES]
    )
    table = Markup(
        "<div class='pa-scroll' tabindex='0' role='region' aria-label='{}'>"
        "<table class='pa-lines pa-takings'><thead><tr>{}</tr></thead><tbody>{}</tbody>"
        "</table></div>"
    ).format(say("Zones that take it up"), head, lines)
    notes = [say("The table says this of the whole zone; its parks inherit it.")]
    if len(profile.takings) > _MOST_ZONES:
        notes.append(
            say(
                "The first {count} of {total} rows stand here; the map shows all.",
                count=_MOST_ZONES,
                total=len(profile.takings),
            )
        )
    quiet = Markup("<p class='pa-quiet'>{}</p>").format(join_sentences(notes))
    return table + quiet


def _draw_line(edition: Edition, taking: Taking) -> Markup:
    zone = edition.zones["zone"].iloc[taking.zone]
    district = name_district(taking.district, current_language())
    names = " · ".join(filter(None, (district, zone)))
    return Markup(
        "<tr><td data-head='{}'>{}</td><th scope='row'>{}</th>"
        "<td><span class='pa-role pa-{}'>{}</span></td><td>{}</td><td>{}</td></tr>"
    ).format(
        say("Row"),
        taking.seq,
        names or "–",
        taking.role.value,
        say(ROLE_TITLES[taking.role]),
        _quote(edition.table.rows[taking.zone].direction or "", taking),
        _list_parks(edition, taking),
    )


def _quote(direction: str, taking: Taking) -> Markup:
    quotation = quote_evidence(direction, taking.evidence)
    pieces = Markup().join(_draw_piece(piece) for piece in quotation.pieces)
    return Markup("<span class='pa-quoted'>{}{}</span>").format(
        pieces, "…" if quotation.goes_on else ""
    )


def _draw_piece(piece: Piece) -> Markup:
    gap = "…" if piece.is_after_gap else ""
    if piece.role is None:
        return Markup("{}{}").format(gap, piece.text)
    role: Role = piece.role
    mark = Markup("{}<mark class='pa-{}'>{}</mark>")
    return mark.format(gap, role.value, piece.text)


def _list_parks(edition: Edition, taking: Taking) -> Markup:
    if not taking.parks:
        return Markup("{}").format(say("no park"))
    items = [
        Markup("<li>{}</li>").format(link_park(edition, position))
        for position in taking.parks[:_MOST_PARKS]
    ]
    if len(taking.parks) > _MOST_PARKS:
        more = say("and {count} more", count=len(taking.parks) - _MOST_PARKS)
        items.append(Markup("<li class='pa-quiet'>{}</li>").format(more))
    return Markup("<ul class='pa-names'>{}</ul>").format(Markup().join(items))
