"""The park beside the map: everything the table says of it, and where that stands."""

from typing import Final

import streamlit as st
from markupsafe import Markup

from shapely import Point

from parks.edition import Edition
from parks.headings import head
from parks.language import Language
from parks.model import Role, Row
from parks.places import PRECISION_WORDS
from parks.wording import name_district, name_sector, name_sectors
from views._correction_list import describe_correction, describe_old, name_source
from views._corrections import find_correction, undo_correction
from views._move_form import show_form
from views._moving import begin_move, is_moving
from views._session import PARK_KEY
from views._words import current_language, say

_ROLE_TITLES: Final = {Role.FOCUS: "Focus", Role.MENTION: "Mentioned"}


def show_panel(edition: Edition) -> None:
    """Show the selected park, or how to select one."""
    index = find_selected(edition)
    if index is None:
        st.html(introduce(edition))
        return
    park_id = edition.parks["park_id"].iloc[index]
    if is_moving(edition, park_id):
        show_form(edition, index)
        return
    st.html(describe_park(edition, index))
    with st.container(horizontal=True):
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
    facts = say(
        "{rows} rows of the table name {parks} parks in {districts} districts.",
        rows=len(edition.table.rows),
        parks=len(edition.parks),
        districts=len(edition.district_names),
    )
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
        _titled(say("Sectors"), _list_sectors(row)),
        _titled(
            say("Industry direction"),
            _highlight(row),
            say("The table says this of the whole zone; its parks inherit it."),
        ),
        _titled(say("Policy basis"), _list_policies(row)),
        _titled(say("Place"), _describe_place(edition, index)),
        *_list_extra(row),
    )
    origin = say("Row {seq} of {table}", seq=row.seq, table=edition.table.source.name)
    return Markup(
        "<div class='pa-park'><h2>{}</h2><p class='pa-where'>{}</p>{}"
        "<p class='pa-quiet'>{}</p></div>"
    ).format(park["name"], where, Markup().join(sections), origin)


def _list_extra(row: Row) -> list[Markup]:
    """Show the columns that have no meaning here, under their own headings."""
    language = current_language()
    return [
        _titled(head(name, language), Markup("<p>{}</p>").format(text))
        for name, text in row.extra.items()
        if text
    ]


def _titled(title: str, content: Markup, note: str = "") -> Markup:
    after = Markup("<p class='pa-quiet'>{}</p>").format(note) if note else Markup()
    return Markup("<h3>{}</h3>{}{}").format(title, content, after)


def _list_sectors(row: Row) -> Markup:
    lines = []
    for role, title in _ROLE_TITLES.items():
        tagged = [tag.id for tag in row.sectors if tag.role is role]
        if tagged:
            names = name_sectors(tagged, current_language())
            line = Markup("<p><b>{}</b> {}</p>")
            lines.append(line.format(say(title), names))
    none = Markup("<p>{}</p>").format(say("No sector was found in the direction."))
    return Markup().join(lines) or none


def _highlight(row: Row) -> Markup:
    if not row.direction:
        return Markup("<p>{}</p>").format(say("The table gives no direction."))
    spans = sorted(
        (word.start, word.end, word.role, tag.id)
        for tag in row.sectors
        for word in tag.evidence
    )
    language = current_language()
    parts, at = [], 0
    for start, end, role, sector in spans:
        if start < at:  # the same words can name two sectors; they are marked once
            continue
        mark = Markup("{}<mark class='pa-{}' title='{}'>{}</mark>")
        words = row.direction[at:start], role.value, name_sector(sector, language)
        parts.append(mark.format(*words, row.direction[start:end]))
        at = end
    parts.append(Markup("{}").format(row.direction[at:]))
    return Markup("<p class='pa-direction'>{}</p>").format(Markup().join(parts))


def _list_policies(row: Row) -> Markup:
    if not row.policies:
        return Markup("<p>{}</p>").format(say("The table names none."))
    items = (
        Markup("<li>《{}》{}</li>").format(policy.title, policy.number or "")
        for policy in row.policies
    )
    return Markup("<ul>{}</ul>").format(Markup().join(items))


def _describe_place(edition: Edition, index: int) -> Markup:
    park = edition.parks.iloc[index]
    english = current_language() is Language.EN
    precision = str(park["precision"])
    known = PRECISION_WORDS.get(precision)
    lines = [
        Markup("<p><span class='pa-precision pa-{}'>{}</span></p>").format(
            precision, say(known) if known else say("place unknown")
        ),
        Markup("<p>{}</p>").format(
            park["location_note_en" if english else "location_note"]
        ),
    ]
    correction = find_correction(edition, park["park_id"])
    if correction is not None:
        line = Markup("<p class='pa-correction'>{}</p><p class='pa-quiet'>{}</p>")
        move, before = describe_correction(correction), describe_old(correction)
        lines[1] = line.format(move, before)
    if isinstance(point := park["geometry"], Point):
        lines.append(
            Markup("<p class='pa-quiet'>{}</p>").format(
                f"WGS 84: {point.x:.6f}, {point.y:.6f}"
            )
        )
    source = say("Source: {source}", source=name_source(edition, index))
    return Markup().join([*lines, Markup("<p class='pa-quiet'>{}</p>").format(source)])


def _deselect() -> None:
    st.session_state[PARK_KEY] = None
