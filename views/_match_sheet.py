"""The result of a match: what is wanted, and the zones and parks that fit it."""

from collections.abc import Sequence

from markupsafe import Markup

from geodata.errors import StatedError
from parks.comparison import FEWEST, MOST, take_zone
from parks.edition import Edition
from parks.matching import Match, MatchedPark, MatchedZone, Wish, write_wish
from parks.wording import name_district, name_sector
from views._around import link_park
from views._brief_match import pick_briefed
from views._errors import explain
from views._match_notes import count_rows, list_notes, say_nothing
from views._match_parts import (
    draw_parts,
    draw_score,
    explain_score,
    list_sectors,
    name_point,
    say_metres,
    write_points,
)
from views._place import name_precision
from views._sheet import address, button, link, link_brief, offer_copy, offer_print
from views._words import current_language, enumerate_words, say

_MOST_ZONES = 20
"""Rows that the page shows; ties with the last of them are shown too, up to twice."""
_MOST_PARKS = 12
"""Parks of a row that the page names."""
_MOST_WORDS = 8
"""Words of a scope that are repeated for one sector."""


def describe_match(
    edition: Edition,
    wish: Wish,
    found: Match | StatedError | None,
    errors: Sequence[StatedError],
) -> Markup:
    """
    Describe what fits; every text of the table is escaped.

    Parameters
    ----------
    edition
        Whose zones and parks are ranked.
    wish
        What is looked for.
    found
        What came of it, or why nothing can be ranked; None while nothing is wanted.
    errors
        What of the link was not understood.
    """
    remarks = [explain(error) for error in errors]
    if isinstance(found, StatedError):
        remarks.append(explain(found))
    told = Markup().join(
        Markup("<p class='pa-remark' role='status'>{}</p>").format(remark)
        for remark in remarks
    )
    body = _describe(edition, found) if isinstance(found, Match) else Markup()
    intro = (
        say(
            "Paste a business scope or pick sectors: the zones and parks of the table "
            "are then ranked, each score with its parts and the words behind it."
        )
        if found is None
        else ""
    )
    return Markup(
        "<article class='pa-park pa-page pa-wide'>{}{}{}{}{}{}"
        "<p class='pa-cite pa-quiet'>{}</p></article>"
    ).format(
        _offer_actions(edition, wish, found if isinstance(found, Match) else None),
        Markup("<p>{}</p>").format(intro) if intro else "",
        told,
        _tabulate_wanted(edition, wish) if wish.wanted else "",
        _tell_point(wish) if wish.wanted else "",
        body,
        edition.table.source.name,
    )


def _tell_point(wish: Wish) -> Markup:
    """Tell from where distances are measured, if they are."""
    if wish.point is None:
        return Markup()
    said = say("Measured from: {point} (WGS 84)", point=name_point(wish.point))
    return Markup("<p>{}</p>").format(said)


def _offer_actions(edition: Edition, wish: Wish, found: Match | None) -> Markup:
    if not wish.wanted:
        return Markup()
    zones = found.zones if found else ()
    briefed = pick_briefed(edition, found) if found else []
    ids = [str(edition.zones["zone_id"].iloc[z.position]) for z in zones[:MOST]]
    compare = (
        button(say("Compare the first {count} zones", count=len(ids)), {"zones": ids})
        if len(ids) >= FEWEST
        else Markup()
    )
    return Markup("<nav class='pa-actions' aria-label='{}'>{}{}{}{}</nav>").format(
        say("What can be done with this page"),
        link_brief(briefed, write_wish(wish)) if briefed else "",
        compare,
        offer_copy(address("match", write_wish(wish))),
        offer_print(),
    )


def _tabulate_wanted(edition: Edition, wish: Wish) -> Markup:
    """Tabulate what is wanted, with the words that say so and the rows that have it."""
    rows = edition.table.rows
    lines = []
    for id_, share in wish.wanted.items():
        taking = sum(any(tag.id == id_ for tag in row.sectors) for row in rows)
        words = wish.words.get(id_, ())
        said = enumerate_words(words[:_MOST_WORDS]) or "–"
        said += " …" if len(words) > _MOST_WORDS else ""
        had = f"{taking:,}" if taking else say("no row of the table")
        line = Markup(
            "<tr><th scope='row'>{}</th><td class='pa-num'>{}</td><td>{}</td>"
            "<td>{}</td></tr>"
        )
        name = name_sector(id_, current_language())
        lines.append(line.format(name, f"{share:g}", said, had))
    titles = (
        say("Sector wanted"),
        say("Weight"),
        say("Words of the business scope"),
        say("Rows that take it up"),
    )
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    return Markup(
        "<table class='pa-lines pa-wanted'><thead><tr>{}</tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(head, Markup().join(lines))


def _describe(edition: Edition, found: Match) -> Markup:
    if not found.zones:
        return Markup("<h3>{}</h3><p>{}</p>").format(
            say("Nothing fits"), say_nothing(found)
        )
    shown = _cut(found.zones)
    lines = Markup().join(_write_zone(edition, found.wish, zone) for zone in shown)
    titles = (
        say("Rank"),
        say("Zone"),
        say("Score"),
        say("Sectors that fit, in the words of both sides"),
        say("Parks"),
    )
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    notes = Markup().join(
        Markup("<p class='pa-quiet'>{}</p>").format(note)
        for note in list_notes(found, len(shown))
    )
    return Markup(
        "<h3>{}</h3>{}<div class='pa-scroll'><table class='pa-lines pa-matches'>"
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>{}"
    ).format(count_rows(found), notes, head, lines, explain_score(found.wish))


def _cut(zones: Sequence[MatchedZone]) -> Sequence[MatchedZone]:
    """Cut a long list, but not within a tie unless that is long itself."""
    if len(zones) <= _MOST_ZONES:
        return zones
    last = zones[_MOST_ZONES - 1].rank
    tied = [zone for zone in zones[: 2 * _MOST_ZONES] if zone.rank <= last]
    return tied[: 2 * _MOST_ZONES]


def _write_zone(edition: Edition, wish: Wish, zone: MatchedZone) -> Markup:
    member = take_zone(edition, zone.position)
    named = link(
        member.name,
        address("", {"zone": [member.id]}),
        {"go": "zone", "zone": zone.position},
    )
    return Markup(
        "<tr><td class='pa-rank'><b class='pa-letter'>{}</b></td>"
        "<th scope='row'>{}<p class='pa-quiet'>{}</p></th><td>{}{}</td><td>{}</td>"
        "<td>{}</td></tr>"
    ).format(
        zone.rank,
        named,
        " · ".join(
            filter(
                None,
                (
                    name_district(member.district, current_language()),
                    say("Row {seq} of the table", seq=member.row.seq),
                ),
            )
        ),
        draw_score(zone.score),
        draw_parts(zone, wish),
        list_sectors(zone),
        _list_parks(edition, wish, zone.parks),
    )


def _list_parks(edition: Edition, wish: Wish, parks: Sequence[MatchedPark]) -> Markup:
    if not parks:
        return Markup("<p class='pa-quiet'>{}</p>").format(say("no park"))
    items = [_write_park(edition, wish, park) for park in parks[:_MOST_PARKS]]
    if len(parks) > _MOST_PARKS:
        more = say("and {count} more", count=len(parks) - _MOST_PARKS)
        items.append(Markup("<li class='pa-quiet'>{}</li>").format(more))
    return Markup("<ul class='pa-names'>{}</ul>").format(Markup().join(items))


def _write_park(edition: Edition, wish: Wish, park: MatchedPark) -> Markup:
    precision = edition.parks["precision"].iloc[park.position]
    where = say_metres(park.metres, precision, wish.point)
    return Markup("<li>{} <i>{}</i><br><i>{}{}</i></li>").format(
        link_park(edition, park.position),
        say(
            "rank {rank}, {score} of 100",
            rank=park.rank,
            score=write_points(park.score),
        ),
        f"{where} · " if where else "",
        name_precision(precision),
    )
