"""What a visit has chosen on the page of data quality, mirrored in the address."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from parks.asked import find_member, suggest_members
from parks.comparison import Kind
from parks.doubts import Doubt
from parks.edition import Edition
from parks.errors import FilterError
from parks.filter import Filter
from parks.language import Language
from views._session import PARK_KEY
from views._words import current_language

DISTRICT_KEY: Final = "quality_district"
DOUBT_KEY: Final = "quality_doubt"
_READ_KEY: Final = "quality_link_read"
_LONGEST: Final = 80
"""Characters of a link's value that are repeated on the page."""


@dataclass(frozen=True, slots=True)
class QualityChoice:
    """The districts and kinds of doubt that are listed; all where there are none."""

    districts: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def filter(self) -> Filter:
        """The districts as the filter of downloads."""
        return Filter(districts=self.districts)


def read_quality_link(edition: Edition) -> list[FilterError]:
    """
    Take the address's choices over into a visit that begins on this page.

    Returns
    -------
    list of FilterError
        The values that mean nothing; the others are taken all the same.
    """
    state = st.session_state
    if _READ_KEY in state:
        return []
    state[_READ_KEY] = True
    query, errors = st.query_params, []
    state[DISTRICT_KEY], state[DOUBT_KEY] = [], []
    for value in query.get_all("district"):
        try:
            found = Filter.parse({"district": [value]}, edition).districts
        except FilterError as error:
            errors.append(error)
        else:
            state[DISTRICT_KEY] += found
    for value in query.get_all("doubt"):
        if value in set(Doubt):
            state[DOUBT_KEY].append(value)
        else:
            known = ", ".join(Doubt)
            errors.append(FilterError(option="doubt", value=value, known=known))
    park = query.get("park", "").strip()
    position = find_member(edition, Kind.PARK, park) if park else None
    if position is not None:
        state[PARK_KEY] = str(edition.parks["park_id"].iloc[position])
    elif park:
        errors.append(_refuse_park(edition, park))
    return errors


def _refuse_park(edition: Edition, park: str) -> FilterError:
    near = suggest_members(edition, Kind.PARK, park)
    known = ", ".join(edition.parks["name"].iloc[near])
    return FilterError(option="park", value=park[:_LONGEST], known=known or "-")


def current_choice(edition: Edition) -> QualityChoice:
    """Give what is chosen now, as far as this edition has it."""
    state = st.session_state
    districts = state.get(DISTRICT_KEY) or ()
    return QualityChoice(
        tuple(name for name in edition.district_names if name in districts),
        tuple(doubt for doubt in Doubt if doubt in (state.get(DOUBT_KEY) or ())),
    )


def clear_choice() -> None:
    """List every park again."""
    st.session_state[DISTRICT_KEY] = []
    st.session_state[DOUBT_KEY] = []


def write_quality_link(choice: QualityChoice) -> None:
    """Make the address say what is listed, so that a copy of it lists the same."""
    wished = choice.filter.to_options()
    if choice.doubts:
        wished["doubt"] = [doubt.value for doubt in choice.doubts]
    if park := st.session_state.get(PARK_KEY):
        wished["park"] = [park]
    if current_language() is Language.EN:
        wished["lang"] = [Language.EN.value]
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wished != present:
        st.query_params.from_dict(wished)
