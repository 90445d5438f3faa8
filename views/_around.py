"""What stands around a park: its zone's other parks, those like it, its policies."""

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from parks.comparison import Kind, Member
from parks.edition import Edition
from parks.model import Policy, Row
from parks.neighbours import find_neighbours, find_zone_mates
from parks.places import PRECISION_NAMES
from parks.policy_documents import PolicyDocument, choose_parks, find_document
from parks.wording import name_district, name_sectors
from views._counts import count_parks, count_rows
from views._distances import explain_distances, say_distance
from views._sheet import address, link
from views._words import current_language, say

_MOST_NAMED: Final = 60
"""Parks that a list names; a policy of a long table may bear thousands."""


def link_park(edition: Edition, position: int) -> Markup:
    """Link to a park's page by its name."""
    park = edition.parks.iloc[position]
    park_id = str(park["park_id"])
    href = address("park", {"park": [park_id]})
    return link(park["name"], href, {"go": "park", "park": park_id})


def list_zone_mates(edition: Edition, position: int) -> Markup:
    """List the other parks of the zone, each with how well its place is known."""
    mates = find_zone_mates(edition, position).tolist()
    if not mates:
        none = say("The table names no other park of this zone.")
        return Markup("<p class='pa-quiet'>{}</p>").format(none)
    return _list_parks(edition, mates, with_precision=True)


def list_neighbours(edition: Edition, position: int) -> Markup:
    """Tabulate the nearest parks outside the zone that share a focus sector."""
    found = find_neighbours(edition, position)
    if not found:
        none = say(
            "No park outside its zone with a known place takes up one of its focus "
            "sectors."
        )
        return Markup("<p class='pa-quiet'>{}</p>").format(none)
    titles = say("Park"), say("Zone"), say("Shared focus"), say("Distance")
    head = Markup().join(Markup("<th scope='col'>{}</th>").format(t) for t in titles)
    line = Markup(
        "<tr><th scope='row'>{}</th><td>{}</td><td>{}</td>"
        "<td class='pa-num'>{}</td></tr>"
    )
    lines = Markup().join(
        line.format(
            link_park(edition, each.position),
            name_zone(edition, int(edition.parks["row"].iloc[each.position])),
            name_sectors(each.shared, current_language()),
            say_distance(each.metres, is_rough=each.is_rough),
        )
        for each in found
    )
    return Markup(
        "<table class='pa-lines'><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}"
    ).format(head, lines, explain_distances())


def name_zone(edition: Edition, row: int) -> str:
    """Name a row's district and zone."""
    zone = edition.zones.iloc[row]
    names = name_district(zone["district"], current_language()), zone["zone"]
    return " · ".join(filter(None, names))


def name_member(member: Member) -> str:
    """Name a park or zone; a zone without a name bears its district's, translated."""
    if member.kind is Kind.ZONE and not member.row.zone and member.district:
        return name_district(member.district, current_language())
    return member.name


def list_policies(edition: Edition, row: Row) -> Markup:
    """List what a row cites, each with all that rests on it."""
    if not row.policies:
        return Markup("<p>{}</p>").format(say("The table names none."))
    items = (_describe_policy(edition, policy) for policy in row.policies)
    return Markup("<ul class='pa-policies'>{}</ul>").format(Markup().join(items))


def cite(policy: Policy) -> str:
    """Cite a document with its number, if it has one."""
    return f"《{policy.title}》{policy.number or ''}"


def tell_resting(document: PolicyDocument) -> str:
    """Say how many parks and rows rest on a document, however they cite it."""
    count = len(document.parks)
    facts = {"parks": count_parks(count), "rows": count_rows(len(document.rows))}
    if count == 1:
        return say("{parks} in {rows} of the table rests on it", **facts)
    return say("{parks} in {rows} of the table rest on it", **facts)


def _describe_policy(edition: Edition, policy: Policy) -> Markup:
    document = find_document(edition, policy)
    if document is None:
        return Markup("<li>{}</li>").format(_link_policy(policy))
    forms = len(document.variants)
    note = Markup()
    if forms > 1:
        told = say("All forms in which it is cited are counted: {count}.", count=forms)
        note = Markup("<p class='pa-quiet'>{}</p>").format(told)
    return Markup("<li>{}<details><summary>{}</summary>{}{}</details>{}</li>").format(
        _link_policy(policy),
        tell_resting(document),
        _list_resting(edition, document),
        _show_resting(edition, document),
        note,
    )


def _link_policy(policy: Policy) -> Markup:
    """Link to the document on the page of policies, with its other titles."""
    reference = policy.number or policy.title
    href = address("policies", {"policy": [reference]})
    return link(cite(policy), href, {"go": "document", "policy": reference})


def _list_resting(edition: Edition, document: PolicyDocument) -> Markup:
    rows = edition.parks["row"]
    lines = []
    for zone in document.rows[:_MOST_NAMED]:
        parks = [park for park in document.parks if rows.iloc[park] == zone]
        names = _list_parks(edition, parks) if parks else say("no park")
        line = Markup("<p><b>{}</b></p>{}")
        lines.append(line.format(name_zone(edition, zone), names))
    return Markup().join(lines)


def _show_resting(edition: Edition, document: PolicyDocument) -> Markup:
    """Link to the map with just the parks that are counted; nothing without any."""
    if not document.parks:
        return Markup()
    href = address("", choose_parks(edition, document).to_options())
    written = document.variants[0].policy
    act = {"go": "policy", "title": written.title, "number": written.number}
    return Markup("<p>{}</p>").format(link(say("Show them on the map"), href, act))


def _list_parks(
    edition: Edition, positions: Iterable[int], *, with_precision: bool = False
) -> Markup:
    every = list(positions)
    item = Markup("<li>{}{}</li>")
    items = [
        item.format(
            link_park(edition, position),
            _name_precision(edition, position) if with_precision else "",
        )
        for position in every[:_MOST_NAMED]
    ]
    if len(every) > _MOST_NAMED:
        more = say("and {count} more", count=len(every) - _MOST_NAMED)
        items.append(Markup("<li class='pa-quiet'>{}</li>").format(more))
    return Markup("<ul class='pa-names'>{}</ul>").format(Markup().join(items))


def _name_precision(edition: Edition, position: int) -> Markup:
    name = PRECISION_NAMES.get(edition.parks["precision"].iloc[position])
    return Markup(" <i>{}</i>").format(say(name) if name else say("place unknown"))
