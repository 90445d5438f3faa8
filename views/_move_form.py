"""The form in which a park's place is corrected."""

import streamlit as st
from markupsafe import Markup

from geodata.errors import StatedError
from geodata.reference_names import parse_system
from parks.corrections import MOST_REASON, measure_move
from parks.edition import Edition
from parks.location import Location
from parks.moves import Move
from parks.places import PRECISION_WORDS, PRECISIONS
from parks.system_names import name_system
from parks.typed_points import MOST_TYPED, offer_references
from parks.wording import name_district
from views._errors import explain
from views._moving import (
    apply_move,
    ask_anew,
    end_move,
    find_refusal,
    read_move,
    recall_old,
    remember_weighed,
    restore_answers,
)
from views._session import MOVE_WIDGETS
from views._words import current_language, say


def show_form(edition: Edition, position: int) -> None:
    """Show where a park stands, where it would go, and ask what must be known."""
    restore_answers()
    old = recall_old(position)
    title = Markup("<div class='pa-park'><h2>{}</h2><p class='pa-where'>{}</p></div>")
    name = edition.parks["name"].iloc[position]
    st.html(title.format(name, say("Correct the place")))
    _ask_place(old)
    move = read_move(edition, position)
    st.html(_compare(old, move))
    _warn_outside(edition, position, move)
    _ask_claims()
    with st.container(key="move_answer"):
        _offer_answers(edition, position, move)
    st.html(
        Markup("<p class='pa-quiet'>{}</p>").format(
            say(
                "Corrections live as long as this page is open: downloads hold them, "
                "the table itself is not changed."
            )
        )
    )


def _offer_answers(
    edition: Edition, position: int, move: Move | StatedError | None
) -> None:
    """Offer to take the place or to leave it, and say why it was not taken."""
    refusal = find_refusal()
    if refusal is not None and not isinstance(move, StatedError):
        st.html(_say_error(refusal))
    _offer_end(edition, position)


def _offer_end(edition: Edition, position: int) -> None:
    """Draw what ends the correction, and say how long one lasts."""
    with st.container(horizontal=True):
        st.button(
            say("Apply"),
            type="primary",
            on_click=apply_move,
            args=(edition, position),
            key="move_apply",
        )
        st.button(say("Cancel"), on_click=end_move, key="move_cancel")


def _ask_place(old: Location) -> None:
    st.text_input(
        say("New coordinates: longitude, latitude"),
        key=MOVE_WIDGETS["text"],
        placeholder="113.9345, 22.5401 · 113°56′04″E 22°32′24″N",
        max_chars=MOST_TYPED,
        on_change=ask_anew,
    )
    st.selectbox(
        say("Their reference system"),
        offer_references(old.lon),
        format_func=_name_reference,
        key=MOVE_WIDGETS["reference"],
        on_change=ask_anew,
    )
    st.html(
        Markup("<p class='pa-quiet'>{}</p>").format(
            say(
                "Or drag the orange ring on the map, click the place there, or move "
                "the ring with the arrow keys."
            )
        )
    )


def _name_reference(name: str) -> str:
    return name_system(parse_system(name), current_language())


def _compare(old: Location, move: Move | StatedError | None) -> Markup:
    """Put the old place beside the new one, with the metres between."""
    lines = [(say("Old place"), _write(old.lon, old.lat))]
    if isinstance(move, Move):
        metres = measure_move(old, move.lon, move.lat)
        district = name_district(move.district, current_language())
        lines += [
            (say("New place"), _write(move.lon, move.lat)),
            (say("Moved by"), "—" if metres is None else f"{metres:,.0f} m"),
            (say("It lies in"), district or say("none of the districts drawn here")),
        ]
    rows = (Markup("<dt>{}</dt><dd>{}</dd>").format(*line) for line in lines)
    error = _say_error(move) if isinstance(move, StatedError) else Markup()
    return Markup("{}<dl class='pa-move'>{}</dl>").format(error, Markup().join(rows))


def _write(lon: float | None, lat: float | None) -> str:
    return say("none") if lon is None else f"WGS 84: {lon:.6f}, {lat:.6f}"


def _warn_outside(
    edition: Edition, position: int, move: Move | StatedError | None
) -> None:
    if not isinstance(move, Move) or not move.metres_outside:
        return
    district = edition.parks["district"].iloc[position]
    remember_weighed(move)
    st.checkbox(
        say(
            "This is {metres} m outside {district}, where the table puts the park. "
            "That is meant.",
            metres=f"{move.metres_outside:,.0f}",
            district=name_district(district, current_language()),
        ),
        key=MOVE_WIDGETS["confirmed"],
    )


def _ask_claims() -> None:
    st.selectbox(
        say("How well the new place is known"),
        PRECISIONS,
        format_func=lambda name: say(PRECISION_WORDS[name]),
        key=MOVE_WIDGETS["precision"],
    )
    st.text_input(
        say("Reason: how the place is known (required)"),
        key=MOVE_WIDGETS["reason"],
        placeholder=say("for instance: visited the gate on 20 November"),
        max_chars=MOST_REASON,
    )


def _say_error(error: StatedError) -> Markup:
    # As markup with the text escaped: what was typed is in the sentence.
    return Markup("<p class='pa-error' role='alert'>{}</p>").format(explain(error))
