"""The park beside the map: everything the table says of it, and where that stands."""

import streamlit as st
from markupsafe import Markup

from parks.edition import Edition
from parks.headings import head
from parks.model import Row
from parks.wording import name_district
from views._compared import offer_comparing, show_tray
from views._corrections import find_correction, undo_correction
from views._direction import highlight, list_sectors
from views._move_form import show_form
from views._moving import begin_move, is_moving
from views._place import describe_place
from views._session import PARK_KEY
from views._shortlist import offer_star, show_starred
from views._ways import open_park
from views._words import current_language, say


def show_panel(edition: Edition) -> None:
    """Show the selected park, or how to select one."""
    index = find_selected(edition)
    if index is None:
        st.html(introduce(edition))
        show_starred(edition)
        show_tray(edition)
        return
    park_id = edition.parks["park_id"].iloc[index]
    if is_moving(edition, park_id):
        show_form(edition, index)
        return
    show_starred(edition)
    show_tray(edition)
    st.html(describe_park(edition, index))
    with st.container(horizontal=True):
        if st.button(
            say("Open its page"), icon=":material/description:", key="open_park"
        ):
            open_park(park_id)
        offer_star(edition, park_id)
        offer_comparing(edition, park_id)
        _offer_correction(edition, park_id)
        st.button(say("Close"), on_click=_deselect, key="close_park")


def _offer_correction(edition: Edition, park_id: str) -> None:
    """Offer to move the park, and to take back what was corrected of it."""
    known = find_correction(edition, park_id)
    st.button(
        say("Correct the place") if known is None else say("Correct it again"),
        icon=":material/edit_location_alt:",
        on_click=begin_move,
        args=(edition, park_id),
        key="move_begin",
    )
    if known is not None:
        st.button(
            say("Undo the correction"),
            on_click=undo_correction,
            args=(edition, park_id),
            key="move_undo",
        )


def introduce(edition: Edition) -> Markup:
    """Say what the map shows and how to go on, as long as no park is selected."""
    rows, parks = len(edition.table.rows), len(edition.parks)
    districts = edition.parks["district"].nunique()
    words = "{rows} rows of the table name {parks} parks in {districts} districts."
    if min(rows, parks, districts) == 1:
        words = (
            "Rows of the table: {rows}; parks: {parks}; their districts: {districts}."
        )
    facts = say(words, rows=rows, parks=parks, districts=districts)
    hint = say("Click a park on the map or in the table to read what the table says.")
    return Markup("<div class='pa-park'><h2>{}</h2><p>{}</p><p>{}</p></div>").format(
        edition.table.source.name, facts, hint
    )


def find_selected(edition: Edition) -> int | None:
    """Find the position of the selected park in the edition."""
    park = st.session_state.get(PARK_KEY)
    found = (edition.parks["park_id"] == park).to_numpy().nonzero()[0]
    return int(found[0]) if len(found) else None


def describe_park(edition: Edition, index: int) -> Markup:
    """
    Describe a park as markup in which every text of the table is escaped.

    The direction is the table's, word for word, with the words marked on which its
    sectors stand.
    """
    park = edition.parks.iloc[index]
    row = edition.table.rows[park["row"]]
    where = " · ".join(
        filter(None, (name_district(park["district"], current_language()), row.zone))
    )
    sections = (
        titled(say("Sectors"), list_sectors(row)),
        titled(
            say("Industry direction"),
            highlight(row),
            say("The table says this of the whole zone; its parks inherit it."),
        ),
        titled(say("Policy basis"), _list_policies(row)),
        titled(say("Place"), describe_place(edition, index)),
        *list_extra(row),
    )
    origin = say("Row {seq} of {table}", seq=row.seq, table=edition.table.source.name)
    return Markup(
        "<div class='pa-park'><h2>{}</h2><p class='pa-where'>{}</p>{}"
        "<p class='pa-quiet'>{}</p></div>"
    ).format(park["name"], where, Markup().join(sections), origin)


def list_extra(row: Row) -> list[Markup]:
    """Show the columns that have no meaning here, under their own headings."""
    language = current_language()
    return [
        titled(head(name, language), Markup("<p>{}</p>").format(text))
        for name, text in row.extra.items()
        if text
    ]


def titled(title: str, content: Markup, note: str = "") -> Markup:
    after = Markup("<p class='pa-quiet'>{}</p>").format(note) if note else Markup()
    return Markup("<h3>{}</h3>{}{}").format(title, content, after)


def _list_policies(row: Row) -> Markup:
    if not row.policies:
        return Markup("<p>{}</p>").format(say("The table names none."))
    items = (
        Markup("<li>《{}》{}</li>").format(policy.title, policy.number or "")
        for policy in row.policies
    )
    return Markup("<ul>{}</ul>").format(Markup().join(items))


def _deselect() -> None:
    st.session_state[PARK_KEY] = None
