"""The overview of sectors: what nobody takes up, the twelve, and the others."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.model import Role
from parks.sector_names import suggest_sectors
from parks.sector_profiles import (
    Profile,
    find_untaken,
    list_further_profiles,
    list_key_profiles,
)
from parks.sectors import Sector
from parks.sectors.taxonomy import Group
from views._sector_words import (
    cite_plan,
    join_sentences,
    link_sector,
    name_agencies,
    paint_swatch,
    tell_aim,
    tell_near,
    warn_of_city,
)
from views._sheet import address, offer_copy, offer_print
from views._words import current_language, enumerate_words, say

_FEW_ROWS: Final = 30
"""Rows of a table below which one more or less changes much."""
GROUP_TITLES: Final = {
    Group.DIGITAL: "Digital and related sectors",
    Group.STRATEGIC: "Strategic emerging industries",
    Group.SECTION: "Sections of GB/T 4754-2017, where nothing narrower is named",
}
"""What the parts of the vocabulary beside the twelve are called."""


def describe_sectors(edition: Edition, *, unknown: str = "") -> Markup:
    """
    Describe all sectors of a table; every text of table and link is escaped.

    Parameters
    ----------
    edition
        Whose sectors are meant.
    unknown
        What a link called a sector that there is none of; empty for nothing.
    """
    actions = Markup("<nav class='pa-actions' aria-label='{}'>{}{}</nav>").format(
        say("What can be done with this page"),
        offer_copy(address("sectors", {})),
        offer_print(),
    )
    return Markup(
        "<article class='pa-park pa-page'><header><h1>{}</h1>{}</header>{}{}{}{}{}"
        "<p class='pa-cite pa-quiet'>{} {}</p></article>"
    ).format(
        say("Sectors"),
        actions,
        _answer_unknown(unknown) if unknown else "",
        warn_of_city(edition),
        _state_finding(edition),
        _list_keys(edition),
        _list_further(edition),
        cite_plan(),
        say("Table: {table}.", table=edition.table.source.name),
    )


def _answer_unknown(unknown: str) -> Markup:
    told = say("No sector is called “{value}”.", value=unknown)
    nearest = suggest_sectors(unknown)
    names = Markup(" · ").join(link_sector(sector) for sector in nearest)
    offered = Markup(" {} {}").format(say("Most alike:"), names) if nearest else ""
    return Markup("<p class='pa-remark' role='status'>{}{}</p>").format(told, offered)


def _state_finding(edition: Edition) -> Markup:
    """Say which of the twelve no zone takes up, and what that does not mean."""
    if not any(row.sectors for row in edition.table.rows):
        told = say(
            "No sector was found in the directions of this table, so nothing can be "
            "said of who takes one up."
        )
        return Markup("<p class='pa-remark' role='status'>{}</p>").format(told)
    mentioned, unnamed = find_untaken(edition)
    keys = (profile.sector for profile in list_key_profiles(edition))
    untaken = [sector for sector in keys if sector in (*mentioned, *unnamed)]
    lines = _say_untaken(untaken, mentioned, unnamed)
    drawn = Markup().join(Markup("<p>{}</p>").format(line) for line in lines)
    return Markup(
        "<section class='pa-finding'><h2>{}</h2>{}{}<p class='pa-quiet'>{}</p>"
        "</section>"
    ).format(
        say("What no zone takes up"),
        drawn,
        tell_near(edition, untaken),
        _explain_counts(edition),
    )


def _say_untaken(
    untaken: Sequence[Sector], mentioned: Sequence[Sector], unnamed: Sequence[Sector]
) -> list[str]:
    if not untaken:
        return [
            say(
                "Each of the twelve key industries of Shenzhen's plan is the focus of "
                "at least one zone of this table."
            )
        ]
    lines = [
        say(
            "{count} of the twelve key industries of Shenzhen's plan are the focus of "
            "no zone of this table: {names}.",
            count=len(untaken),
            names=_name_all(untaken),
        )
        if len(untaken) > 1
        else say(
            "Of the twelve key industries of Shenzhen's plan, the focus of no zone of "
            "this table: {names}.",
            names=_name_all(untaken),
        )
    ]
    if not mentioned:
        lines.append(say("Nor does any direction mention them in passing."))
    else:
        lines.append(
            say("Mentioned in passing only: {names}.", names=_name_all(mentioned))
        )
        if unnamed:
            lines.append(
                say(
                    "Not mentioned in any direction: {names}.", names=_name_all(unnamed)
                )
            )
    return lines


def _name_all(sectors: Sequence[Sector]) -> str:
    return enumerate_words(sector.name(current_language()) for sector in sectors)


def _explain_counts(edition: Edition) -> str:
    rows = len(edition.table.rows)
    told = say(
        "What counts are the words of the column “industry direction”. A zone is a row "
        "of the table; its parks inherit its direction."
    )
    few = say("With so few rows ({rows}), one more or less changes much.", rows=rows)
    return join_sentences((told, few)) if rows < _FEW_ROWS else told


def _list_keys(edition: Edition) -> Markup:
    cards = Markup().join(_draw_card(p) for p in list_key_profiles(edition))
    return Markup("<h2>{}</h2><ul class='pa-sectors'>{}</ul>").format(
        say("The twelve key industries of Shenzhen's plan"), cards
    )


def _draw_card(profile: Profile) -> Markup:
    sector = profile.sector
    return Markup("<li><h3>{}{}</h3>{}<p>{}</p><p class='pa-quiet'>{}</p></li>").format(
        paint_swatch(sector),
        link_sector(sector),
        count_focus(profile),
        tell_aim(sector),
        say("Responsible: {agencies}", agencies=name_agencies(sector)),
    )


def count_focus(profile: Profile) -> Markup:
    """Count who takes a sector up as focus, and the zones that only mention it."""
    zones = len(profile.list_zones(Role.FOCUS))
    mentions = len(profile.list_zones(Role.MENTION))
    counts = [
        (say("Focus zones"), zones),
        (say("Parks"), len(profile.list_parks(Role.FOCUS))),
        (say("Districts"), len(profile.list_districts(Role.FOCUS))),
    ]
    if mentions:
        counts.append((say("Zones that mention it"), mentions))
    drawn = Markup().join(
        Markup("<div><dt>{}</dt><dd>{:,}</dd></div>").format(*count) for count in counts
    )
    look = "" if zones else "pa-none"
    return Markup("<dl class='pa-counted {}'>{}</dl>").format(look, drawn)


def _list_further(edition: Edition) -> Markup:
    parts = [
        _tabulate(say(title), profiles)
        for group, title in GROUP_TITLES.items()
        if (profiles := list_further_profiles(edition, group))
    ]
    if not parts:
        return Markup()
    return Markup("<h2>{}</h2>{}").format(
        say("Further sectors that the table takes up"), Markup().join(parts)
    )


def _tabulate(title: str, profiles: Sequence[Profile]) -> Markup:
    heads = (
        say("Sector"),
        say("Focus zones"),
        say("Parks"),
        say("Districts"),
        say("Zones that mention it"),
    )
    head = Markup().join(
        Markup("<th scope='col' class='{}'>{}</th>").format("pa-num" * (at > 0), text)
        for at, text in enumerate(heads)
    )
    lines = Markup().join(_draw_line(profile) for profile in profiles)
    return Markup(
        "<h3>{}</h3><table class='pa-lines pa-further'><thead><tr>{}</tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(title, head, lines)


def _draw_line(profile: Profile) -> Markup:
    counts = (
        len(profile.list_zones(Role.FOCUS)),
        len(profile.list_parks(Role.FOCUS)),
        len(profile.list_districts(Role.FOCUS)),
        len(profile.list_zones(Role.MENTION)),
    )
    cells = Markup().join(
        Markup("<td class='pa-num'>{:,}</td>").format(count) for count in counts
    )
    return Markup("<tr><th scope='row'>{}{}</th>{}</tr>").format(
        paint_swatch(profile.sector), link_sector(profile.sector), cells
    )
