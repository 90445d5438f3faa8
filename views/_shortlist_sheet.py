"""What the shortlist says of its parks, and what can be done with all of them."""

from collections.abc import Sequence

from markupsafe import Markup

from parks.comparison import FEWEST, MOST
from parks.edition import Edition
from parks.errors import FilterError, ManyStarredError
from parks.filter import Filter
from parks.model import Role
from parks.places import PRECISION_NAMES
from parks.policy_documents import list_documents
from parks.wording import name_tags
from views._around import link_park, name_zone
from views._errors import explain
from views._sheet import address, button, link, link_brief, offer_copy, offer_print
from views._words import current_language, enumerate_words, say

_MOST_NAMED = 3
_LONGEST = 60
_NUMBERS = 2
"""The last columns, which are numbers."""


def describe_shortlist(
    edition: Edition, ids: Sequence[str], errors: Sequence[FilterError]
) -> Markup:
    """Describe the starred parks as a table, in the order they were starred."""
    title = Markup("<h1>{}</h1>").format(say("Shortlist"))
    body = _tabulate(edition, ids) if ids else _explain()
    return Markup(
        "<article class='pa-park pa-page'><header>{}{}</header>{}{}{}</article>"
    ).format(
        title,
        _offer(ids) if ids else "",
        _say_gone(errors),
        body,
        Markup("<p class='pa-cite pa-quiet'>{}</p>").format(
            say("Table: {name}", name=edition.table.source.name)
        ),
    )


def _explain() -> Markup:
    way = link(say("Map"), address("", {}), {"go": "map"})
    return Markup("<p>{}</p><p>{}</p>").format(
        say(
            "No park is starred yet. Click a park on the map and put it on the "
            "shortlist; the list is kept in the link and can be sent on."
        ),
        way,
    )


def _say_gone(errors: Sequence[FilterError]) -> Markup:
    """Say which parks of the link this table has not, and how many have no room."""
    many = [explain(each) for each in errors if isinstance(each, ManyStarredError)]
    values = [
        f"“{str(error.facts['value'])[:_LONGEST]}”"
        for error in errors
        if not isinstance(error, ManyStarredError)
    ]
    named = enumerate_words(values[:_MOST_NAMED])
    more = len(values) - _MOST_NAMED
    if more > 0:
        named = say("{values} and {count} more", values=named, count=more)
    gone = (
        [say("Not in this table, and left out: {values}.", values=named)]
        if values
        else []
    )
    line = Markup("<p class='pa-remark' role='note'>{}</p>")
    return Markup().join(line.format(each) for each in (*gone, *many))


def _offer(ids: Sequence[str]) -> Markup:
    """Offer what can be done with all parks of the list."""
    parks = list(ids)
    shown = Filter(ids=tuple(ids)).to_options()
    actions = [
        link(
            say("Show them on the map"),
            address("", shown),
            {"go": "shown"},
            look="pa-button pa-main",
        )
    ]
    if FEWEST <= len(ids) <= MOST:
        href = address("compare", {"park": parks})
        actions.append(
            link(say("Compare them"), href, {"go": "compare"}, look="pa-button")
        )
    actions += [
        link_brief(parks),
        offer_copy(address("shortlist", {"park": parks})),
        offer_print(),
        button(say("Empty the list"), {"keep": []}),
    ]
    note = ""
    if len(ids) > MOST:
        note = say("To compare, leave at most {count} on the list.", count=MOST)
    return Markup(
        "<nav class='pa-actions' aria-label='{}'>{}</nav><p class='pa-quiet'>{}</p>"
    ).format(say("What can be done with the list"), Markup().join(actions), note)


def _list_heads() -> tuple[str, ...]:
    return (
        say("Park"),
        say("Zone"),
        say("Focus sectors"),
        say("Place"),
        say("Policy basis"),
        say("Row"),
    )


def _tabulate(edition: Edition, ids: Sequence[str]) -> Markup:
    """Tabulate the parks; on a phone a row is a block, its cells with their heads."""
    heads = _list_heads()
    head = Markup().join(
        Markup("<th scope='col' class='{}'>{}</th>").format(
            "pa-num" if at >= len(heads) - _NUMBERS else "", name
        )
        for at, name in enumerate(heads)
    )
    lines = Markup().join(_write_line(edition, ids, at) for at in range(len(ids)))
    return Markup(
        "<table class='pa-lines pa-starred'><thead><tr>{}<td></td></tr></thead>"
        "<tbody>{}</tbody></table>"
    ).format(head, lines)


def _write_line(edition: Edition, ids: Sequence[str], at: int) -> Markup:
    position = edition.positions[ids[at]]
    park = edition.parks.iloc[position]
    at_row = int(park["row"])
    row = edition.table.rows[at_row]
    documents = sum(at_row in each.rows for each in list_documents(edition))
    said = (
        name_zone(edition, at_row),
        name_tags(row, Role.FOCUS, current_language()) or "—",
        say(PRECISION_NAMES.get(park["precision"], "place unknown")),
        str(documents),
        str(row.seq),
    )
    cells = Markup().join(
        Markup("<td class='{}' data-head='{}'>{}</td>").format(
            "pa-num" if place >= len(said) - _NUMBERS else "", head, text
        )
        for place, (head, text) in enumerate(zip(_list_heads()[1:], said, strict=True))
    )
    return Markup("<tr><th scope='row'>{}</th>{}<td>{}</td></tr>").format(
        link_park(edition, position),
        cells,
        _offer_moves(ids, at, str(park["name"])),
    )


def _offer_moves(ids: Sequence[str], at: int, name: str) -> Markup:
    """Offer to put a park before the one above it, and to take it off the list."""
    rest = [park for park in ids if park != ids[at]]
    moves = []
    if at:
        upper = [*ids[: at - 1], ids[at], ids[at - 1], *ids[at + 1 :]]
        moves.append(
            button("↑", {"keep": upper}, title=say("Put {name} higher", name=name))
        )
    moves.append(
        button("×", {"keep": rest}, title=say("Take {name} off the list", name=name))
    )
    return Markup("<span class='pa-column'>{}</span>").format(Markup().join(moves))
