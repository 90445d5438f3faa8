"""The point whose nearest parks a visit asks for: kept, and in the link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from geodata.errors import StatedError
from geodata.reference_systems import WGS84
from parks.errors import FilterError
from parks.named_points import NamedPoint

_POINT_KEY: Final = "near"
_INQUIRY_KEY: Final = "near_inquiry"
_DECIMALS: Final = 6
_EDGE_LON: Final = 180.0
_EDGE_LAT: Final = 90.0


@dataclass(frozen=True, slots=True)
class Inquiry:
    """
    What was typed to find a point, and what came of it.

    Attributes
    ----------
    text, reference
        As they were typed and chosen.
    offers
        Points that may be meant.
    error
        Why the text is no point.
    is_asked
        Whether the text was looked up by name.
    opened
        How often the field was asked for: each time it takes the keyboard.
    """

    text: str = ""
    reference: str = WGS84.name
    offers: Sequence[NamedPoint] = ()
    error: StatedError | None = None
    is_asked: bool = False
    opened: int = 0


def set_near(
    lon: float, lat: float, name: str = "", precision: str | None = None
) -> None:
    """
    Ask for the parks nearest to a point.

    Parameters
    ----------
    lon, lat
        Degrees in WGS 84.
    name
        What is there, if that is known.
    precision
        How well the place of that name is known, of `parks.places.PRECISIONS`.
    """
    point = NamedPoint(name, round(lon, _DECIMALS), round(lat, _DECIMALS), precision)
    st.session_state[_POINT_KEY] = point


def clear_near() -> None:
    """Ask for no nearest parks any more."""
    st.session_state[_POINT_KEY] = None
    st.session_state[_INQUIRY_KEY] = None


def current_near() -> NamedPoint | None:
    """Give the point that is asked about; None if none is."""
    point: NamedPoint | None = st.session_state.get(_POINT_KEY)
    return point


def current_inquiry() -> Inquiry | None:
    """Give what was typed to find a point; None while nobody wants to type."""
    inquiry: Inquiry | None = st.session_state.get(_INQUIRY_KEY)
    return inquiry


def keep_inquiry(inquiry: Inquiry) -> None:
    """Keep what was typed and what came of it."""
    st.session_state[_INQUIRY_KEY] = inquiry


def read_near(given: Mapping[str, Sequence[str]]) -> list[FilterError]:
    """
    Take the point of a link over, ``near=LON,LAT`` in degrees of WGS 84.

    Returns
    -------
    list of FilterError
        That the text is no position, if it is none.
    """
    clear_near()
    text = (given.get("near") or [""])[-1]
    if not text:
        return []
    position = _read_position(text)
    if position is None:
        return [FilterError(option="near", value=text, known="LON,LAT")]
    set_near(*position)
    return []


def write_near() -> list[str]:
    """Write the point for a link; `read_near` reads it back."""
    near = current_near()
    return [f"{near.lon:.6f},{near.lat:.6f}"] if near else []


def _read_position(text: str) -> tuple[float, float] | None:
    try:
        lon, lat = (float(part) for part in text.split(",", 2))
    except ValueError:
        return None
    is_on_earth = abs(lon) <= _EDGE_LON and abs(lat) <= _EDGE_LAT
    return (lon, lat) if is_on_earth else None
