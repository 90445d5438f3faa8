"""Moving a park: a new place on its way in, typed or taken from the map."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

import streamlit as st

from geodata.errors import StatedError
from geodata.reference_systems import SYSTEMS
from parks.corrections import Correction, read_reason, recall_location
from parks.edition import Edition
from parks.errors import MissingPositionError, UnconfirmedMoveError
from parks.location import Location
from parks.moves import Move, weigh_move
from parks.places import PRECISIONS
from parks.typed_points import read_point
from parks.wording import name_district
from views._corrections import find_correction, keep_correction
from views._data import uncorrected_edition
from views._session import MOVE_WIDGETS, PARK_KEY
from views._words import current_language

_MOVED_KEY: Final = "moved_park"
"""The park being moved, with the key of its edition."""
_DRAGGED_KEY: Final = "move_dragged"
"""The coordinates that came from the map, as they were put into the field."""
_ANSWERED_KEY: Final = "move_answered"
"""The number of the last move that the map told."""
_ERROR_KEY: Final = "move_error"
"""What was answered when the move was not taken, and why it was not."""
_ANSWERS_KEY: Final = "move_answers"
"""What the form's widgets held when they were drawn last."""
_WEIGHED_KEY: Final = "move_weighed"
"""The place whose distance to its district was shown last, beside the tick."""
_OURS: Final = "WGS-84"
"""What the map gives, and a field begins with."""
_CHINA: Final = timezone(timedelta(hours=8))
_CHOICES: Final = {
    "reference": frozenset(system.name for system in SYSTEMS),
    "precision": frozenset(PRECISIONS),
}
"""What can be chosen in the form, by the name of the widget."""


def begin_move(edition: Edition, park_id: str) -> None:
    """Begin to move a park; a correction it has already can be gone on with."""
    state = st.session_state
    known = find_correction(edition, park_id)
    state[_MOVED_KEY] = edition.key, park_id
    state.pop(_ERROR_KEY, None)
    text = "" if known is None else known.typed or f"{known.lon:.6f}, {known.lat:.6f}"
    state[_DRAGGED_KEY] = None if known is None or known.typed else text
    state[MOVE_WIDGETS["text"]] = text
    state[MOVE_WIDGETS["reference"]] = known.reference if known else _OURS
    state[MOVE_WIDGETS["precision"]] = known.precision if known else PRECISIONS[0]
    state[MOVE_WIDGETS["reason"]] = known.reason if known else ""
    state[MOVE_WIDGETS["confirmed"]] = False


def restore_answers() -> None:
    """
    Give the form's widgets what they held, where they have forgotten it.

    They forget when another park or page is shown, and choices turn into their old
    labels when another language is. Setting them at every run would take back what is
    being typed meanwhile.
    """
    state = st.session_state
    kept = state.get(_ANSWERS_KEY, {})
    for name, key in MOVE_WIDGETS.items():
        if name in kept and (key not in state or not _is_offered(name, state[key])):
            state[key] = kept[name]
    state[_ANSWERS_KEY] = {name: _answer(name) for name in MOVE_WIDGETS}


def _answer(name: str) -> Any:  # noqa: ANN401 - each widget has its own kind
    """Give what a widget of the form holds, or held when it was shown last."""
    state = st.session_state
    kept = state.get(_ANSWERS_KEY, {}).get(name)
    held = state.get(MOVE_WIDGETS[name], kept)
    return held if _is_offered(name, held) else kept


def _is_offered(name: str, held: object) -> bool:
    """Tell a choice from a label of another language, which Streamlit hands on."""
    return name not in _CHOICES or held in _CHOICES[name]


def end_move() -> None:
    """Leave the park where it is."""
    for key in (_MOVED_KEY, _DRAGGED_KEY, _ERROR_KEY, _ANSWERS_KEY):
        st.session_state.pop(key, None)


def is_moving(edition: Edition, park_id: str) -> bool:
    """Tell whether a park is being moved."""
    return st.session_state.get(_MOVED_KEY) == (edition.key, park_id)


def ask_anew() -> None:
    """Forget what was confirmed of a place that is another now."""
    st.session_state[MOVE_WIDGETS["confirmed"]] = False


def remember_weighed(move: Move) -> None:
    """Keep which place is shown beside the tick: for another it does not count."""
    st.session_state[_WEIGHED_KEY] = move


def take_move(moved: dict[str, Any]) -> None:
    """Take a place from the map: WGS 84 degrees, numbered by the map."""
    state = st.session_state
    state[_ANSWERED_KEY] = moved["number"]
    if _MOVED_KEY not in state or state[_MOVED_KEY][1] != moved["park"]:
        return
    text = f"{moved['lon']:.6f}, {moved['lat']:.6f}"
    state[_DRAGGED_KEY] = state[MOVE_WIDGETS["text"]] = text
    state[MOVE_WIDGETS["reference"]] = _OURS
    ask_anew()


def read_move(edition: Edition, position: int) -> Move | StatedError | None:
    """Read the new place; what is wrong with it; or None while there is none."""
    text = (_answer("text") or "").strip()
    if not text:
        return None
    try:
        return weigh_move(
            edition, position, *read_point(text, _answer("reference") or _OURS)
        )
    except StatedError as error:
        return error


def find_refusal() -> StatedError | None:
    """Give why the move was not taken, as long as nothing of it was mended."""
    asked, error = st.session_state.get(_ERROR_KEY, ((), None))
    return error if asked == _list_answers() else None


def apply_move(edition: Edition, position: int) -> None:
    """Take the new place as a correction, or keep why it cannot be taken."""
    try:
        correction = _read_correction(edition, position)
    except StatedError as error:
        st.session_state[_ERROR_KEY] = _list_answers(), error
        return
    keep_correction(edition, correction)
    end_move()


def _list_answers() -> tuple[object, ...]:
    return tuple(_answer(name) for name in MOVE_WIDGETS)


def recall_old(position: int) -> Location:
    """Give where the table's own edition has a park."""
    return recall_location(uncorrected_edition(), position)


def describe_handle(edition: Edition, *, takes_moves: bool) -> dict[str, object] | None:
    """
    Describe for the map the selected park's move, being made or made.

    Parameters
    ----------
    edition
        The edition that the map shows.
    takes_moves
        Whether a park that is being moved can be moved on this map.

    Returns
    -------
    dict or None
        ``park``; ``old`` and ``at``, places as [lon, lat] in WGS 84 or None; ``open``
        while the park can be moved; ``answered``, the last move told by the map.
    """
    park_id = st.session_state.get(PARK_KEY)
    is_open = takes_moves and park_id is not None and is_moving(edition, park_id)
    if not is_open and (park_id is None or find_correction(edition, park_id) is None):
        return None
    found = (edition.parks["park_id"] == park_id).to_numpy().nonzero()[0]
    if not len(found):
        return None
    position = int(found[0])
    move = read_move(edition, position) if is_open else None
    here = recall_location(edition, position)
    at = (move.lon, move.lat) if isinstance(move, Move) else _pair(here)
    return {
        "park": park_id,
        "old": _pair(recall_old(position)),
        "at": at,
        "open": is_open,
        "answered": st.session_state.get(_ANSWERED_KEY, 0),
    }


def _pair(place: Location) -> tuple[float, float] | None:
    if place.lon is None or place.lat is None:
        return None
    return round(place.lon, 6), round(place.lat, 6)


def _require_confirmed(district: str, move: Move) -> None:
    """Refuse a move out of a park's district, unless this very move is meant."""
    is_confirmed = st.session_state.get(_WEIGHED_KEY) == move
    is_confirmed &= bool(_answer("confirmed"))
    if move.metres_outside and not is_confirmed:
        raise UnconfirmedMoveError(
            metres=f"{move.metres_outside:,.0f}",
            district=name_district(district, current_language()),
        )


def _read_correction(edition: Edition, position: int) -> Correction:
    state = st.session_state
    move = read_move(edition, position)
    if isinstance(move, StatedError):
        raise move
    if move is None:
        raise MissingPositionError
    reason = read_reason(_answer("reason") or "")
    _require_confirmed(edition.parks["district"].iloc[position], move)
    text = " ".join(_answer("text").split())
    reference = _answer("reference")
    is_dragged = text == state.get(_DRAGGED_KEY) and reference == _OURS
    return Correction(
        park_id=edition.parks["park_id"].iloc[position],
        lon=move.lon,
        lat=move.lat,
        precision=_answer("precision"),
        reason=reason,
        old=recall_old(position),
        date=datetime.now(UTC).astimezone(_CHINA).date().isoformat(),
        typed="" if is_dragged else text,
        reference=reference,
    )
