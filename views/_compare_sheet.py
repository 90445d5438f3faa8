"""The page of a comparison: two to four parks or zones in columns."""

from collections.abc import Sequence

from markupsafe import Markup

from parks.comparison import FEWEST, Kind, Member
from parks.edition import Edition
from parks.errors import ParksError
from parks.headings import head
from parks.wording import name_district
from views._around import link_park, name_member
from views._compare_matrix import (
    LETTERS,
    head_group,
    line_up_policies,
    line_up_sectors,
    tabulate_distances,
)
from views._direction import highlight
from views._district_neighbours import link_zone
from views._errors import explain
from views._locators import draw_city, draw_near
from views._place import name_precision
from views._sheet import Act, address, button, link_brief, offer_copy, offer_print
from views._words import current_language, say

_MOST_NAMED = 40
"""Parks of a zone that its column names."""


def describe_comparison(
    edition: Edition,
    kind: Kind,
    members: Sequence[Member],
    errors: Sequence[ParksError],
) -> Markup:
    """Describe parks or zones side by side; every text of the table is escaped."""
    remarks = [explain(error) for error in errors]
    if len(members) < FEWEST:
        remarks.append(say("Choose at least two to compare, with the field above."))
    told = Markup().join(
        Markup("<p class='pa-remark' role='status'>{}</p>").format(remark)
        for remark in remarks
    )
    body = _tabulate(edition, kind, members) if members else Markup()
    return Markup(
        "<article class='pa-park pa-page pa-wide'><header><h1>{}</h1>{}</header>{}{}"
        "<p class='pa-cite pa-quiet'>{}</p></article>"
    ).format(
        name_comparison(kind, members),
        _offer_actions(kind, members),
        told,
        body,
        edition.table.source.name,
    )


def name_comparison(kind: Kind, members: Sequence[Member]) -> str:
    """Say what is compared."""
    if len(members) < FEWEST:
        return say("Compare parks or zones")
    if kind is Kind.PARK:
        return say("Comparison of {count} parks", count=len(members))
    return say("Comparison of {count} zones", count=len(members))


def _offer_actions(kind: Kind, members: Sequence[Member]) -> Markup:
    if not members:
        return Markup()
    ids = [member.id for member in members]
    href = address("compare", {kind.value: ids})
    return Markup("<nav class='pa-actions' aria-label='{}'>{}{}{}</nav>").format(
        say("What can be done with this page"),
        link_brief(ids) if kind is Kind.PARK else "",
        offer_copy(href),
        offer_print(),
    )


def _tabulate(edition: Edition, kind: Kind, members: Sequence[Member]) -> Markup:
    fields: list[tuple[str, Sequence[str]]] = [
        (head("district", current_language()), [_name_district(m) for m in members]),
        (head("zone", current_language()), [m.row.zone or "–" for m in members]),
        (head("seq", current_language()), [str(m.row.seq) for m in members]),
        (head("precision", current_language()), [_place(m) for m in members]),
    ]
    if kind is Kind.ZONE:
        names = [_list_parks(edition, member) for member in members]
        fields.append((head("parks", current_language()), names))
    extra = dict.fromkeys(name for member in members for name in member.row.extra)
    fields += [
        (
            head(name, current_language()),
            [m.row.extra.get(name) or "–" for m in members],
        )
        for name in extra
    ]
    direction = say("Industry direction"), [highlight(m.row) for m in members]
    maps = [draw_near(edition, m, label=LETTERS[n]) for n, m in enumerate(members)]
    width = len(members)
    table = Markup(
        "<div class='pa-scroll' tabindex='0' role='region' aria-label='{}'>"
        "<table class='pa-compare' style='--pa-columns: {}'><thead><tr><td></td>{}</tr>"
        "</thead><tbody>{}{}{}{}{}{}</tbody></table></div>"
    ).format(
        say("Side by side"),
        width,
        Markup().join(_head_column(edition, members, n) for n in range(width)),
        _line((say("Locator map"), maps)),
        Markup().join(_line(field) for field in fields),
        line_up_sectors(members),
        head_group(say("In the table's words"), width),
        _line(direction),
        line_up_policies(edition, members),
    )
    note = say("The table says this of the whole zone; its parks inherit it.")
    quiet = Markup("<p class='pa-quiet'>{}</p>").format(note)
    return table + quiet + _put_together(edition, members)


def _put_together(edition: Edition, members: Sequence[Member]) -> Markup:
    """Show all that have a place on one map, with the distances between them."""
    half = Markup("<div><h3>{}</h3>{}</div>")
    city = draw_city(edition, members, LETTERS)
    return Markup("<div class='pa-halves pa-together'>{}{}</div>").format(
        half.format(say("All on one map"), city) if city else "",
        half.format(say("Distances"), tabulate_distances(members)),
    )


def _line(field: tuple[str, Sequence[str]]) -> Markup:
    title, cells = field
    drawn = Markup().join(Markup("<td>{}</td>").format(cell) for cell in cells)
    return Markup("<tr><th scope='row'>{}</th>{}</tr>").format(title, drawn)


def _head_column(edition: Edition, members: Sequence[Member], number: int) -> Markup:
    """Name a column, with ways to move it and to take it away."""
    member = members[number]
    ids = [each.id for each in members]
    named = name_member(member)
    name = (
        link_park(edition, member.position)
        if member.kind is Kind.PARK
        else link_zone(edition, member.position, named)
    )
    return Markup(
        "<th scope='col'><b class='pa-letter'>{}</b> {}<div class='pa-column'>{}{}{}"
        "</div></th>"
    ).format(
        LETTERS[number],
        name,
        _offer_swap(ids, number, -1, named),
        _offer_swap(ids, number, 1, named),
        button(
            "✕",
            _ask(ids[:number] + ids[number + 1 :]),
            title=say("Leave {name} out", name=named),
        ),
    )


def _offer_swap(ids: list[str], number: int, step: int, name: str) -> Markup:
    other = number + step
    if not 0 <= other < len(ids):
        return Markup()
    swapped = ids.copy()
    swapped[number], swapped[other] = swapped[other], swapped[number]
    sign, title = (
        ("◀", say("Move {name} to the left", name=name))
        if step < 0
        else ("▶", say("Move {name} to the right", name=name))
    )
    return button(sign, _ask(swapped), title=title)


def _ask(ids: list[str]) -> Act:
    return {"compare": ids}


def _name_district(member: Member) -> str:
    return name_district(member.district, current_language()) or "–"


def _place(member: Member) -> Markup:
    known = name_precision(member.precision)
    if member.point is None:
        return known
    position = f"WGS 84: {member.point.x:.6f}, {member.point.y:.6f}"
    return known + Markup("<br><span class='pa-quiet'>{}</span>").format(position)


def _list_parks(edition: Edition, member: Member) -> Markup:
    rows = edition.parks["row"].to_numpy()
    own = (rows == member.zone).nonzero()[0].tolist()
    items = [
        Markup("<li>{}</li>").format(link_park(edition, position))
        for position in own[:_MOST_NAMED]
    ]
    if len(own) > _MOST_NAMED:
        more = say("and {count} more", count=len(own) - _MOST_NAMED)
        items.append(Markup("<li class='pa-quiet'>{}</li>").format(more))
    none = Markup("<li>{}</li>").format(say("no park"))
    return Markup("<ul class='pa-names'>{}</ul>").format(Markup().join(items) or none)
