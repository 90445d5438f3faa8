"""The geocoders of the import page: who is asked, and how far it is."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import streamlit as st

from geodata.geocoders import CITY, TITLES, Chain, Progress
from parks.found_places import FoundPlaces, find_places
from parks.geocoding import (
    Answered,
    Candidate,
    Sought,
    ask,
    forget_passing,
    list_candidates,
    list_sought,
)
from parks.model import Table
from views._data import current_geocoders
from views._words import say

_CITY_KEY: Final = "import_city"
_ASKS_KEY: Final = "import_asks"
_STOPPED_KEY: Final = "import_stopped"
_ANSWERED_KEY: Final = "import_answered"
_TAKEN_KEY: Final = "import_taken"
_ROUND_KEY: Final = "import_round"
_EMBEDDED: Final = ("gazetteer",)
_SOUGHT_KEY: Final = "import_sought"
"""The table last looked through, its city, and what is sought for it."""
_TURN_KEY: Final = "import_turn"
"""A lock: a run that was ended goes on until its present question is answered."""
_MOST_COMPARED: Final = 10_000
"""Names that the gazetteer alone is asked for: each takes a tenth of a millisecond."""
_TELL_SECONDS: Final = 0.1

CandidateKey: TypeAlias = tuple[int, int, float, float]


@dataclass(frozen=True, slots=True)
class Wish:
    """
    How a visit wants its table placed.

    Attributes
    ----------
    city
        The city the table is about.
    geocoders
        Who is asked, in order.
    taken
        The candidates that the reader confirmed, by `Candidate.key`.
    is_stopped
        Whether the reader wants no more questions.
    round
        How often the reader asked once more where a service had failed.
    """

    city: str
    geocoders: tuple[str, ...]
    taken: frozenset[CandidateKey]
    is_stopped: bool
    round: int

    @property
    def asks_services(self) -> bool:
        """Whether more than the embedded gazetteer is asked."""
        return any(name not in _EMBEDDED for name in self.geocoders)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is sought for a table, and what was answered so far."""

    sought: Sequence[Sought]
    answered: Answered
    candidates: Sequence[Candidate]

    @classmethod
    def of(cls, table: Table, wish: Wish) -> "Inquiry":
        """Recall what this visit knows of a table's places."""
        kept: dict[tuple[str, ...], Answered] = st.session_state.setdefault(
            _ANSWERED_KEY, {}
        )
        answered = kept.setdefault(wish.geocoders, {})
        sought = _recall_sought(table, wish.city)
        return cls(sought, answered, list_candidates(sought, answered))


def _recall_sought(table: Table, city: str) -> Sequence[Sought]:
    known: tuple[Table, str, Sequence[Sought]] | None
    known = st.session_state.get(_SOUGHT_KEY)
    if known is None or known[0] is not table or known[1] != city:
        known = table, city, list_sought(table, city=city)
        st.session_state[_SOUGHT_KEY] = known
    return known[2]


def forget_places() -> None:
    """Forget every answer: another table has come."""
    for key in (_STOPPED_KEY, _ANSWERED_KEY, _TAKEN_KEY, _SOUGHT_KEY):
        st.session_state.pop(key, None)


def take_candidates(keys: frozenset[CandidateKey]) -> None:
    """Take these candidates, and no other, for the places that are meant."""
    st.session_state[_TAKEN_KEY] = keys


def stop_asking() -> None:
    """Ask no more; what was answered stays."""
    st.session_state[_STOPPED_KEY] = True


def go_on_asking() -> None:
    """Ask for what was not asked yet."""
    st.session_state[_STOPPED_KEY] = False


def ask_once_more(inquiry: Inquiry) -> None:
    """Ask again where a service failed for a reason that may have passed."""
    forget_passing(inquiry.answered)
    st.session_state[_ROUND_KEY] = st.session_state.get(_ROUND_KEY, 0) + 1
    go_on_asking()


def choose_geocoders() -> Wish:
    """Say which geocoders are asked, and let web services be left out."""
    state = st.session_state
    names = tuple(geocoder.name for geocoder in current_geocoders().geocoders)
    services = [TITLES[name] for name in names if name not in _EMBEDDED]
    city, asks_services = CITY, False
    if services:
        asks_services = st.checkbox(
            say("Ask web services for places too: {names}", names=" → ".join(services)),
            value=True,
            key=_ASKS_KEY,
            help=say("The names and addresses of the table are sent to them."),
        )
        given = st.text_input(say("City of the table"), CITY, key=_CITY_KEY)
        city = given.strip() or CITY
    wish = Wish(
        city,
        names if asks_services else _EMBEDDED,
        state.get(_TAKEN_KEY, frozenset()),
        bool(state.get(_STOPPED_KEY)),
        state.get(_ROUND_KEY, 0),
    )
    st.caption(_say_who(wish))
    return wish


def _say_who(wish: Wish) -> str:
    if wish.asks_services:
        titles = " → ".join(TITLES[name] for name in wish.geocoders)
        return say("Places are asked for in this order: {names}", names=titles)
    return say(
        "Places are looked up in the embedded gazetteer alone; no web service is asked."
    )


def place_table(table: Table, wish: Wish) -> FoundPlaces:
    """
    Ask for the places of what has no coordinates, with progress and a way to stop.

    A click on it ends the run; what was answered until then is kept for the next.
    """
    inquiry = Inquiry.of(table, wish)
    if not wish.is_stopped:
        _ask(inquiry, wish)
        inquiry = Inquiry.of(table, wish)
    confirmed = [each for each in inquiry.candidates if each.key in wish.taken]
    return find_places(inquiry.sought, inquiry.answered, table.rows, confirmed)


def _ask(inquiry: Inquiry, wish: Wish) -> None:
    chain: Chain = current_geocoders().keep(wish.geocoders)
    bar, stop = st.empty(), st.empty()
    sought = inquiry.sought
    if wish.asks_services:
        stop.button(say("Stop asking"), key="import_stop", on_click=stop_asking)
    else:
        sought = sought[:_MOST_COMPARED]
    told = 0.0
    turn: threading.Lock = st.session_state.setdefault(_TURN_KEY, threading.Lock())
    with turn:
        for progress in ask(sought, chain, inquiry.answered):
            # A message for each of thousands of answers would take longer than they.
            if time.monotonic() - told > _TELL_SECONDS:
                told = time.monotonic()
                bar.progress(progress.done / progress.total, _say_progress(progress))
    bar.empty()
    stop.empty()


def _say_progress(progress: Progress) -> str:
    facts: Mapping[str, object] = {
        "done": progress.done,
        "total": progress.total,
        "name": progress.outcome.question.query,
    }
    return say("Place {done} of {total}: {name}", **facts)
