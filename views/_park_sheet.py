"""The page of a park: everything the table says of it, and what stands around it."""

from markupsafe import Markup

from shapely import Point

from parks.comparison import take_park
from parks.edition import Edition
from parks.neighbours import find_zone_mates
from parks.quality import assess_edition
from views._around import list_neighbours, list_policies, list_zone_mates, name_zone
from views._compared import recall_picked
from views._correction_list import describe_correction, describe_old
from views._corrections import find_correction
from views._datums import list_map_links, tabulate_coordinates
from views._direction import highlight, list_evidence
from views._evidence import describe_sources
from views._locators import draw_city, draw_near
from views._panel import list_extra, titled
from views._sheet import address, button, link, link_brief, offer_copy, offer_print
from views._shortlist import recall_starred, say_star
from views._words import say

_MOST_DRAWN = 200
"""Other parks of a zone that a small map has room for."""


def describe_whole_park(edition: Edition, index: int) -> Markup:
    """Describe a park on a page of its own; every text of the table is escaped."""
    park = edition.parks.iloc[index]
    row = edition.table.rows[park["row"]]
    said = (
        titled(say("Sectors"), list_evidence(row)),
        titled(
            say("Industry direction"),
            highlight(row),
            say("The table says this of the whole zone; its parks inherit it."),
        ),
        titled(say("Policy basis"), list_policies(edition, row)),
        *list_extra(row),
        titled(say("Other parks of the zone"), list_zone_mates(edition, index)),
        titled(
            say("Parks with the same focus sectors near by"),
            list_neighbours(edition, index),
        ),
    )
    return Markup(
        "<article class='pa-park pa-page'>{}<div class='pa-halves'><div>{}</div>"
        "<div>{}</div></div>{}</article>"
    ).format(
        _head(edition, index),
        Markup().join(said),
        _describe_where(edition, index),
        _cite_table(edition, index),
    )


def _head(edition: Edition, index: int) -> Markup:
    park = edition.parks.iloc[index]
    park_id = str(park["park_id"])
    href = address("park", {"park": [park_id]})
    is_picked = park_id in recall_picked(edition)
    actions = (
        link(
            say("Show on the map"),
            address("", {"park": [park_id]}),
            {"go": "map", "park": park_id},
            look="pa-button pa-main",
        ),
        button(
            ("★ " if park_id in recall_starred(edition) else "☆ ")
            + say_star(edition, park_id),
            {"star": park_id},
        ),
        button(
            say("Leave out of the comparison") if is_picked else say("Compare"),
            {"pick": park_id},
        ),
        link_brief([park_id]),
        offer_copy(href),
        offer_print(),
    )
    return Markup(
        "<header><h1>{}</h1><p class='pa-where'>{}</p>"
        "<nav class='pa-actions' aria-label='{}'>{}</nav></header>"
    ).format(
        park["name"],
        name_zone(edition, int(park["row"])),
        say("What can be done with this page"),
        Markup().join(actions),
    )


def _describe_where(edition: Edition, index: int) -> Markup:
    """Show where the park lies, how well that is known and by whom."""
    park = edition.parks.iloc[index]
    member = take_park(edition, index)
    mates = find_zone_mates(edition, index)[:_MOST_DRAWN].tolist()
    maps = Markup("<div class='pa-maps'>{}{}</div>").format(
        draw_near(edition, member, [take_park(edition, mate) for mate in mates]),
        draw_city(edition, [member]),
    )
    correction = find_correction(edition, member.id)
    corrected = Markup()
    if correction is not None:
        line = Markup("<p class='pa-correction'>{}</p><p class='pa-quiet'>{}</p>")
        move, before = describe_correction(correction), describe_old(correction)
        corrected = line.format(move, before)
    sources = describe_sources(assess_edition(edition), index)
    parts = [maps, titled(say("Place"), corrected + sources)]
    if isinstance(point := park["geometry"], Point):
        parts += [
            titled(say("Coordinates"), tabulate_coordinates(point.x, point.y)),
            titled(say("In other maps"), list_map_links(point.x, point.y, member.name)),
        ]
    return Markup().join(parts)


def _cite_table(edition: Edition, index: int) -> Markup:
    seq = edition.parks["seq"].iloc[index]
    source = edition.table.source
    origin = say("Row {seq} of {table}", seq=seq, table=source.name)
    return Markup("<p class='pa-cite pa-quiet'>{}</p>").format(origin)
