"""The profile of a sector: aim, agencies, map, zones, and what stands beside it."""

from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.filter import Filter
from parks.model import Role
from parks.sector_aims import read_aims
from parks.sector_profiles import Profile, find_kin, find_profile
from parks.sectors import Sector
from views._panel import titled
from views._sector_map import count_precisions, draw_sector
from views._sector_overview import count_focus
from views._sector_words import (
    cite_plan,
    count_districts,
    link_sector,
    name_agencies,
    name_rows,
    paint_swatch,
    tell_aim,
    tell_near,
    warn_of_city,
)
from views._sector_zones import tabulate_zones
from views._sheet import address, link, offer_copy, offer_print
from views._words import current_language, enumerate_words, say

_MOST_WORDS: Final = 20
_MOST_KIN: Final = 12
"""Words of a table and related sectors that are named."""


def describe_sector(edition: Edition, sector: Sector) -> Markup:
    """Describe a sector on a page of its own; every text of the table is escaped."""
    profile = find_profile(edition, sector)
    return Markup(
        "<article class='pa-park pa-page'>{}{}<div class='pa-halves'><div>{}</div>"
        "<div>{}</div></div>{}<p class='pa-cite pa-quiet'>{} {}</p></article>"
    ).format(
        _head(profile),
        warn_of_city(edition) if sector.is_key else "",
        _tell(edition, profile),
        _show_places(edition, profile),
        _list_zones(edition, profile),
        cite_plan() if sector.is_key else "",
        say("Table: {table}.", table=edition.table.source.name),
    )


def _head(profile: Profile) -> Markup:
    sector = profile.sector
    aim = read_aims().aims.get(sector.id)
    told = (
        say("Key industry of Shenzhen's plan: {heading}", heading=aim.heading)
        if aim
        else say("A sector beside the twelve key industries of Shenzhen's plan")
    )
    every = link(
        say("All sectors"),
        address("sectors", {}),
        {"go": "sector", "sector": ""},
        look="pa-button",
    )
    actions = (
        *_offer_map(profile),
        every,
        offer_copy(address("sectors", {"sector": [sector.id]})),
        offer_print(),
    )
    return Markup(
        "<header><h1>{}{}</h1><p class='pa-where'>{}</p>"
        "<nav class='pa-actions' aria-label='{}'>{}</nav></header>"
    ).format(
        paint_swatch(sector),
        sector.name(current_language()),
        told,
        say("What can be done with this page"),
        Markup().join(actions),
    )


def _offer_map(profile: Profile) -> list[Markup]:
    """Offer the map with the parks of the focus, and with those mentioned too."""
    has_focus = bool(profile.list_parks(Role.FOCUS))
    ways = []
    if has_focus:
        ways.append(_lead(profile, "focus", say("Show its parks on the map")))
    if profile.list_parks(Role.MENTION):
        text = (
            say("Show those that mention it too")
            if has_focus
            else say("Show the parks that mention it on the map")
        )
        ways.append(_lead(profile, "any", text))
    return ways


def _lead(profile: Profile, role: str, text: str) -> Markup:
    href = address("", Filter(sectors=(profile.sector.id,), role=role).to_options())
    look = "pa-button pa-main" if role == "focus" else "pa-button"
    return link(text, href, {"go": "map", "role": role}, look=look)


def _tell(edition: Edition, profile: Profile) -> Markup:
    sector = profile.sector
    parts = [count_focus(profile)]
    if not profile.list_zones(Role.FOCUS):
        parts += [_say_untaken(profile), tell_near(edition, [sector])]
    if sector.is_key:
        parts += [
            titled(
                say("Aim in Shenzhen's plan, in our own words"), _say(tell_aim(sector))
            ),
            titled(say("Responsible agencies"), _say(name_agencies(sector))),
        ]
    if profile.takings:
        parts.append(titled(say("Words of the table"), _say(_list_words(profile))))
    if districts := profile.list_districts(Role.FOCUS):
        told = _say(count_districts(districts))
        parts.append(titled(say("Focus zones by district"), told))
    if kin := _list_kin(edition, sector):
        parts.append(titled(say("Sectors that share rows with it"), kin))
    return Markup().join(parts)


def _say_untaken(profile: Profile) -> Markup:
    told = (
        say("No zone of this table takes it up as focus; some mention it in passing.")
        if profile.takings
        else say("No zone of this table takes it up, or mentions it in passing.")
    )
    return Markup("<p class='pa-remark'>{}</p>").format(told)


def _list_words(profile: Profile) -> str:
    """List the words that name the sector, each with how often it stands there."""
    words = profile.words
    said = [f"“{word}”\u00a0×\u00a0{count:,}" for word, count in words[:_MOST_WORDS]]
    told = enumerate_words(said)
    if len(words) > _MOST_WORDS:
        more = say("and {count} more", count=len(words) - _MOST_WORDS)
        told = f"{told} {more}"
    return told


def _list_kin(edition: Edition, sector: Sector) -> Markup:
    rows = edition.table.rows
    items = Markup().join(
        Markup("<li>{}{} <i>{}</i></li>").format(
            paint_swatch(kin.sector),
            link_sector(kin.sector),
            name_rows(rows[zone].seq for zone in kin.zones),
        )
        for kin in find_kin(edition, sector)[:_MOST_KIN]
    )
    return (
        Markup("<ul class='pa-names pa-kin'>{}</ul>").format(items)
        if items
        else Markup()
    )


def _show_places(edition: Edition, profile: Profile) -> Markup:
    drawn = draw_sector(edition, profile)
    if not drawn:
        return Markup()
    known = titled(
        say("How well the places are known"), count_precisions(edition, profile)
    )
    return Markup("<div class='pa-sector-map'>{}</div>{}").format(drawn, known)


def _list_zones(edition: Edition, profile: Profile) -> Markup:
    if not profile.takings:
        return Markup()
    return Markup("<h2>{}</h2>{}").format(
        say("Zones that take it up"), tabulate_zones(edition, profile)
    )


def _say(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)
