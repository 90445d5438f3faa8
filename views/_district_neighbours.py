"""Neighbouring zones of different districts with the same focus, as a table."""

from typing import Final

import numpy as np
from markupsafe import Markup, escape

from parks.edition import Edition
from parks.filter import Filter
from parks.neighbouring_zones import ZonePair, ZonePairs
from parks.wording import name_precision, name_sectors
from views._around import name_zone
from views._distances import explain_distances, say_distance
from views._sheet import address, link
from views._ways import show_filtered
from views._words import current_language, say

_MOST_LISTED: Final = 60
"""Pairs on the page; the downloads have more."""


def describe_neighbours(
    edition: Edition, found: ZonePairs, kilometres: float
) -> Markup:
    """Tabulate the pairs, nearest first, with what their distances are worth."""
    facts = {"count": found.total, "kilometres": f"{kilometres:g}"}
    told = (
        say(
            "Pairs of zones of different districts that share a focus sector and lie "
            "at most {kilometres} km apart: {count}.",
            **facts,
        )
        if found.total
        else say(
            "No two zones of different districts share a focus sector within "
            "{kilometres} km.",
            kilometres=facts["kilometres"],
        )
    )
    parts = [
        Markup("<h2>{}</h2><p>{}</p>").format(
            say("Neighbouring zones with the same focus"), told
        )
    ]
    if found.placeless:
        remark = say(
            "Zones with a focus that have no known place and are not measured: "
            "{count}.",
            count=found.placeless,
        )
        parts.append(Markup("<p class='pa-remark'>{}</p>").format(remark))
    if found.pairs:
        parts += [_tabulate(edition, found.pairs[:_MOST_LISTED]), explain_distances()]
    if found.total > _MOST_LISTED:
        more = say("and {count} more", count=found.total - _MOST_LISTED)
        parts.append(Markup("<p class='pa-quiet'>{}</p>").format(more))
    parts.append(
        Markup("<p class='pa-cite pa-quiet'>{}</p>").format(edition.table.source.name)
    )
    return Markup("<section class='pa-park pa-page pa-part'>{}</section>").format(
        Markup().join(parts)
    )


def _tabulate(edition: Edition, pairs: tuple[ZonePair, ...]) -> Markup:
    titles = say("Zone"), say("Zone"), say("Shared focus"), say("Distance")
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    line = Markup(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td class='pa-num'>{}</td></tr>"
    )
    lines = Markup().join(
        line.format(
            _describe_zone(edition, pair.first),
            _describe_zone(edition, pair.second),
            name_sectors(pair.shared, current_language()),
            say_distance(pair.metres, is_rough=pair.is_rough),
        )
        for pair in pairs
    )
    return Markup(
        "<table class='pa-lines pa-pairs'><thead><tr>{}</tr></thead><tbody>{}</tbody>"
        "</table>"
    ).format(head, lines)


def filter_zone(edition: Edition, at: int) -> Filter | None:
    """
    Give the filter that shows just a zone's parks on the map.

    By its district and name; where these mean other rows' parks too, park by park.
    None for a zone without parks that no filter can tell from others.
    """
    district, zone = (edition.zones[name].iloc[at] for name in ("district", "zone"))
    named = Filter(
        districts=(str(district),) if district else (),
        zones=(str(zone),) if zone else (),
    )
    own = (edition.parks["row"] == at).to_numpy()
    if np.array_equal(named.select(edition), own):
        return named
    if not own.any():
        return None
    return Filter(ids=tuple(edition.parks["park_id"].to_numpy()[own].tolist()))


def link_zone(edition: Edition, at: int, name: str) -> Markup:
    """Link a zone's name to its parks on the map; without any, only name it."""
    filter_ = filter_zone(edition, at)
    if filter_ is None:
        return escape(name)
    href = address("", filter_.to_options())
    return link(name, href, {"go": "zone", "zone": at})


def show_zone(edition: Edition, at: int) -> None:
    """Show a zone's parks on the map; without any, stay where one is."""
    filter_ = filter_zone(edition, at)
    if filter_ is not None:
        show_filtered(filter_)


def _describe_zone(edition: Edition, at: int) -> Markup:
    zone = edition.zones.iloc[at]
    return Markup("{} <i>{} · {}</i>").format(
        link_zone(edition, at, name_zone(edition, at)),
        say("row {number}", number=zone["seq"]),
        name_precision(zone["precision"], current_language()),
    )
