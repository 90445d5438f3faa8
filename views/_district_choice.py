"""What the page of districts counts, chosen by its reader; the address holds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Final

import streamlit as st
from markupsafe import Markup

from parks.district_matrix import Counting, Scope, Unit
from parks.exports.district_tables import ROLE_WORDS, SCOPE_WORDS, UNIT_WORDS
from views._ways import read_address, write_address
from views._words import enumerate_words, say

_UNIT_KEY: Final = "districts_unit"
_ROLE_KEY: Final = "districts_role"
_SCOPE_KEY: Final = "districts_scope"
_KILOMETRES_KEY: Final = "districts_km"
_CHOICES: Final = {
    "unit": (_UNIT_KEY, "Counted", UNIT_WORDS),
    "role": (_ROLE_KEY, "Taken up as", ROLE_WORDS),
    "sectors": (_SCOPE_KEY, "Sectors", SCOPE_WORDS),
}
"""Of each option of a link the key of its widget, its title and its values' names."""
_USUAL: Final = {"unit": "zone", "role": "focus", "sectors": "all"}
_USUAL_KILOMETRES: Final = 10.0
"""The zones of one city lie some ten kilometres from the next district's."""
_LEAST, _MOST = 0.5, 50.0
_LONGEST: Final = 24
"""Characters of a link's value that are repeated on the page."""
_ONE_METRE: Final = 0.001


@dataclass(frozen=True, slots=True)
class DistrictChoice:
    """
    What the page shows.

    Attributes
    ----------
    counting
        What is counted.
    kilometres
        How far apart neighbouring zones lie at most.
    unknown
        What of the link meant nothing, as ``option “value”``.
    """

    counting: Counting
    kilometres: float
    unknown: tuple[str, ...] = ()


def read_district_choice() -> DistrictChoice:
    """Read the choice from the address; what means nothing there is left out."""
    given = read_address()
    unknown: list[str] = []
    chosen = dict(_USUAL)
    for option, (_, title, names) in _CHOICES.items():
        for value in given.get(option, [])[-1:]:
            if value in names:
                chosen[option] = value
            else:
                unknown.append(_quote(say(title), value))
    kilometres = _USUAL_KILOMETRES
    for text in given.get("km", [])[-1:]:
        read = _read_kilometres(text)
        if read is None:
            unknown.append(_quote(say("Distance"), text))
        else:
            kilometres = read
    counting = Counting(Unit(chosen["unit"]), chosen["role"], Scope(chosen["sectors"]))
    return DistrictChoice(counting, kilometres, tuple(unknown))


def draw_district_choice(choice: DistrictChoice) -> None:
    """Draw what can be chosen, and say what of the link was not understood."""
    if choice.unknown:
        values = enumerate_words(choice.unknown)
        left = say("Not understood in the link and left out: {values}.", values=values)
        st.html(Markup("<p class='pa-quiet-line' role='note'>{}</p>").format(left))
    options = _list_options(choice)
    with st.container(horizontal=True, gap="medium", key="districts_bar"):
        for option, (key, title, names) in _CHOICES.items():
            st.session_state[key] = options[option]
            st.segmented_control(
                say(title),
                list(names),
                format_func=_namer(names),
                key=key,
                required=True,
                on_change=_write,
            )
        st.session_state[_KILOMETRES_KEY] = choice.kilometres
        st.number_input(
            say("Neighbouring zones, km"),
            _LEAST,
            _MOST,
            step=0.5,
            format="%g",
            key=_KILOMETRES_KEY,
            on_change=_write,
            width=200,
        )


def write_district_choice(choice: DistrictChoice) -> None:
    """Make the address say what is shown; what is usual needs no saying."""
    write_address(list_options(choice))


def list_options(choice: DistrictChoice) -> dict[str, list[str]]:
    """Write the choice as options of a link."""
    options = {
        name: [value]
        for name, value in _list_options(choice).items()
        if value != _USUAL[name]
    }
    if abs(choice.kilometres - _USUAL_KILOMETRES) >= _ONE_METRE:
        options["km"] = [f"{choice.kilometres:g}"]
    return options


def _list_options(choice: DistrictChoice) -> dict[str, str]:
    counting = choice.counting
    return {
        "unit": counting.unit.value,
        "role": counting.role,
        "sectors": counting.scope.value,
    }


def _namer(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda value: say(names[value])


def _write() -> None:
    """Put what the widgets hold into the address, which is what the page reads."""
    state = st.session_state
    counting = Counting(
        Unit(state[_UNIT_KEY]), state[_ROLE_KEY], Scope(state[_SCOPE_KEY])
    )
    write_district_choice(DistrictChoice(counting, float(state[_KILOMETRES_KEY])))


def _read_kilometres(text: str) -> float | None:
    try:
        read = float(text)
    except ValueError:
        return None
    return read if isfinite(read) and _LEAST <= read <= _MOST else None


def _quote(title: str, value: str) -> str:
    line = " ".join(value.split())
    cut = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return f"{title} “{cut}”"
