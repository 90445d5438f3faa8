"""In which reference system a table's coordinates are, asked and then checked."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from geodata.reference_systems import WGS84, ReferenceSystem
from parks.drafts import Draft
from parks.model import Table
from parks.system_check import OFFERED, Fit, SystemCheck, check_system
from parks.system_names import name_system
from views._data import published_edition
from views._words import current_language, enumerate_words, say

_TOLD: Final = frozenset({"datum-other", "datum-chosen", "datum-overridden"})
"""Problems that say what the system is: it need not be guessed at."""
_MOST_SHOWN: Final = 3
_BY_TABLE: Final = ""
"""The choice of none: the table says it itself."""
_CHECK_KEY: Final = "import_check"
"""The table last checked and what was found: a page runs at every click."""


def choose_system(draft: Draft, key: str) -> Draft:
    """
    Ask for the reference system of a draft's coordinates.

    Parameters
    ----------
    draft
        The draft; one without coordinates is given back as it is.
    key
        Of the list, another for each draft the editors begin with.
    """
    if not draft.has_coordinates:
        return draft
    systems = {system.name: system for system in _sort_offered()}
    names = [_BY_TABLE, *systems]
    chosen = st.selectbox(
        say("Reference system of the coordinates"),
        names,
        index=names.index(draft.system.name if draft.system else _BY_TABLE),
        format_func=lambda name: _name_choice(systems.get(name)),
        key=key,
        help=say(
            "Coordinates taken from AMap, Tencent or Baidu lie some hundred metres off "
            "if they are read as WGS 84. They are converted to WGS 84 for the map; "
            "the table keeps what is written."
        ),
    )
    return draft.take_system(systems.get(chosen))


def show_check(table: Table, take: Callable[[Fit], None]) -> None:
    """
    Say how well a table's points fit their districts, and offer what fits better.

    Parameters
    ----------
    table
        The table as it is read.
    take
        Called with what was taken instead.
    """
    check = _check(table)
    if check is None:
        return
    if check.count == 0:
        st.caption(
            say(
                "No row's district is known here, so the reference system of the "
                "coordinates could not be checked: look at some points on the map."
            )
        )
    elif check.better:
        _offer_better(check, take)
    else:
        _say_fit(check, table)


def _check(table: Table) -> SystemCheck | None:
    state = st.session_state
    last: tuple[Table, SystemCheck | None] | None = state.get(_CHECK_KEY)
    if last is None or last[0] is not table:
        last = table, check_system(table.rows, published_edition().districts)
        state[_CHECK_KEY] = last
    return last[1]


def _offer_better(check: SystemCheck, take: Callable[[Fit], None]) -> None:
    st.warning(_say_better(check))
    if len(check.better) > 1:
        st.caption(say("The districts cannot tell which of these is meant."))
    for number, fit in enumerate(check.better[:_MOST_SHOWN]):
        label = say(
            "Read as {name} ({inside} of {count} in their district)",
            name=_name_fit(fit),
            inside=fit.inside,
            count=check.count,
        )
        st.button(label, key=f"import_fit_{number}", on_click=take, args=(fit,))


def _say_better(check: SystemCheck) -> str:
    best = check.better[0]
    facts = {
        "count": check.count,
        "inside": check.present.inside,
        "more": best.inside,
        "other": _name_fit(best),
    }
    if check.present.system is None:
        return say(
            "Of {count} points {inside} lie in their district as the table stands, "
            "but {more} as {other}: was that meant?",
            **facts,
        )
    return say(
        "Of {count} points {inside} lie in their district as {present}, but "
        "{more} as {other}: was that meant?",
        present=_name_fit(check.present),
        **facts,
    )


def _say_fit(check: SystemCheck, table: Table) -> None:
    facts = {"inside": check.present.inside, "count": check.count}
    st.caption(
        say("{inside} of {count} points checked lie in their district.", **facts)
    )
    codes = {problem.code for problem in table.problems}
    if "datum-assumed" not in codes or not check.equal or codes & _TOLD:
        return
    st.caption(
        say(
            "The districts cannot tell the reference system: the points would fit "
            "about as well as {others}. Ask where they come from.",
            others=enumerate_words(map(_name_fit, check.equal[:_MOST_SHOWN])),
        )
    )


def _sort_offered() -> list[ReferenceSystem]:
    """Put what Shenzhen's offices use before the zones of other places."""
    return sorted(OFFERED, key=lambda system: system.meridian not in {None, 114})


def _name_choice(system: ReferenceSystem | None) -> str:
    if system is None:
        return say("As the table says, else WGS 84")
    return name_system(system, current_language())


def _name_fit(fit: Fit) -> str:
    name = name_system(fit.system or WGS84, current_language())
    if not fit.is_swapped:
        return name
    return say("{name} with the two columns exchanged", name=name)
