"""What is wished on the matching page: the address holds it, but no business scope."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from geodata.errors import StatedError
from geodata.reference_systems import WGS84
from parks.edition import Edition
from parks.matching import Weights, Wish, read_scope, read_wish, write_wish
from parks.matching.links import OPTIONS
from parks.named_points import NamedPoint, ask_services, read_typed
from views._data import current_geocoders
from views._link import goes_through_history
from views._session import MATCH_WIDGETS
from views._ways import read_address, write_address

_WISH_KEY: Final = "match_wish"
_WORDS_KEY: Final = "match_words"
_READ_KEY: Final = "match_read"
_OFFERS_KEY: Final = "match_offers"
_TROUBLE_KEY: Final = "match_trouble"
_DECIMALS: Final = 6
NO_SECTOR: Final = (
    "No item of this text names a sector that is known here: pick the sectors."
)
HAD_MARKUP: Final = "What stands in < > is markup and was left out."
NO_PLACE: Final = "No place of this name is known here: try another, or coordinates."


def read_choice(edition: Edition) -> tuple[Wish, list[StatedError]]:
    """
    Read the wish from the address, or recall it where the address says nothing.

    Going back or forward on this page, an address without a wish means that there was
    none yet; coming back from another one, its address may say nothing of the wish.
    """
    given = read_address()
    # Streamlit forgets what a widget holds once another page was shown.
    was_here = MATCH_WIDGETS["reference"] in st.session_state
    is_gone_to = was_here and goes_through_history()
    if not is_gone_to and not any(given.get(option) for option in OPTIONS):
        return recall_wish(), []
    wish, errors = read_wish(given, edition)
    before = recall_wish()
    if _place(before) == _place(wish):
        wish = replace(wish, point=before.point)
    state = st.session_state
    if is_gone_to or _place(before) != _place(wish):
        state[_OFFERS_KEY], state[_TROUBLE_KEY] = (), None
        state[MATCH_WIDGETS["point"]] = _write_point(wish)
    if before.wanted != wish.wanted:
        # The scope that was read is not that of another wish.
        state[_WORDS_KEY], state[_READ_KEY] = {}, ()
    wish = replace(wish, words=state.get(_WORDS_KEY, {}))
    state[_WISH_KEY] = wish
    return wish, list(errors)


def recall_wish() -> Wish:
    """Give the wish of this visit as it stands now."""
    wish: Wish = st.session_state.get(_WISH_KEY, Wish({}))
    return wish


def keep_wish(wish: Wish) -> None:
    """Keep a wish, and make the address say it."""
    st.session_state[_WISH_KEY] = wish
    write_address(write_wish(wish))


def take_scope() -> None:
    """Want the sectors of the business scope that was pasted; none if it has none."""
    state = st.session_state
    wanted: dict[str, float] = {}
    words: dict[str, tuple[str, ...]] = {}
    try:
        reading = read_scope(state.get(MATCH_WIDGETS["scope"]) or "")
    except StatedError as error:
        state[_READ_KEY] = (error,)
    else:
        said = [HAD_MARKUP] if reading.has_markup else []
        said += [] if reading.sectors else [NO_SECTOR]
        state[_READ_KEY] = tuple(said)
        words = {sector.id: sector.words for sector in reading.sectors}
        wanted = reading.to_wanted()
    # What another scope wanted is not to stand beside this one.
    state[_WORDS_KEY] = words
    keep_wish(replace(recall_wish(), wanted=wanted, words=words))


def recall_remarks() -> tuple[str | StatedError, ...]:
    """Give what there is to say of the business scope that was read last."""
    remarks: tuple[str | StatedError, ...] = st.session_state.get(_READ_KEY, ())
    return remarks


def take_sectors() -> None:
    """Want the sectors picked; those that were wanted before keep their weights."""
    before = recall_wish()
    picked: list[str] = st.session_state[MATCH_WIDGETS["sectors"]]
    wanted = {id_: before.wanted.get(id_, 1.0) for id_ in picked}
    keep_wish(replace(before, wanted=wanted))


def take_limits() -> None:
    """Take the districts, the radius and the weights as they were chosen."""
    state = st.session_state
    keep_wish(
        replace(
            recall_wish(),
            districts=tuple(state[MATCH_WIDGETS["districts"]]),
            radius=state[MATCH_WIDGETS["radius"]],
            weights=Weights(*(state[MATCH_WIDGETS[part]] for part in PARTS)),
        )
    )


PARTS: Final = ("fit", "distance", "backing", "precision")
"""The parts of the score, in the order of their weights."""


def take_point(edition: Edition, *, by_service: bool = False) -> None:
    """
    Find the point that was typed; what is called alike is offered.

    Until one is found there is none: nothing is measured from what stood there before.
    """
    state = st.session_state
    text = (state.get(MATCH_WIDGETS["point"]) or "").strip()
    state[_OFFERS_KEY], state[_TROUBLE_KEY] = (), None
    if not text:
        _drop_point()
        return
    reference = state.get(MATCH_WIDGETS["reference"]) or WGS84.name
    try:
        found = (
            ask_services(text, current_geocoders())
            if by_service
            else read_typed(text, reference, edition)
        )
    except StatedError as error:
        state[_TROUBLE_KEY] = error
        _drop_point()
        return
    if len(found) == 1 and not found[0].is_alike:
        set_point(found[0])
    else:
        _drop_point()
        state[_OFFERS_KEY] = tuple(found)
        state[_TROUBLE_KEY] = None if found else NO_PLACE


def set_point(point: NamedPoint) -> None:
    """Measure from this point."""
    st.session_state[_OFFERS_KEY] = ()
    keep_wish(replace(recall_wish(), point=replace(point, is_alike=False)))


def _drop_point() -> None:
    """Measure from nowhere; a radius goes with its point."""
    keep_wish(replace(recall_wish(), point=None, radius=None))


def recall_offers() -> tuple[NamedPoint, ...]:
    """Give the points that the words typed may mean."""
    offers: tuple[NamedPoint, ...] = st.session_state.get(_OFFERS_KEY, ())
    return offers


def recall_trouble() -> str | StatedError | None:
    """Give why no point was found, if that is so."""
    trouble: str | StatedError | None = st.session_state.get(_TROUBLE_KEY)
    return trouble


def clear_wish() -> None:
    """Begin anew."""
    state = st.session_state
    kept = (_WORDS_KEY, _READ_KEY, _OFFERS_KEY, _TROUBLE_KEY)
    for key in kept:
        state.pop(key, None)
    for name in ("scope", "point"):
        state[MATCH_WIDGETS[name]] = ""
    keep_wish(Wish({}))


def set_widgets(wish: Wish) -> None:
    """Let the widgets show the wish; what is being typed stays."""
    state: Any = st.session_state
    shown: Mapping[str, object] = {
        "sectors": list(wish.wanted),
        "districts": list(wish.districts),
        "radius": wish.radius,
        **{part: float(getattr(wish.weights, part)) for part in PARTS},
    }
    for name, value in shown.items():
        state[MATCH_WIDGETS[name]] = value
    key = MATCH_WIDGETS["point"]
    if key not in state and wish.point is not None:
        state[key] = _write_point(wish)


def _write_point(wish: Wish) -> str:
    """Write the point of a wish as it may be typed; empty without one."""
    if wish.point is None:
        return ""
    return wish.point.name or "{},{}".format(*_round(wish.point))


def _place(wish: Wish) -> tuple[float, float] | None:
    """Give the point of a wish as exactly as an address says it."""
    return None if wish.point is None else _round(wish.point)


def _round(point: NamedPoint) -> tuple[float, float]:
    return round(point.lon, _DECIMALS), round(point.lat, _DECIMALS)
