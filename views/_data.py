"""The edition that pages show; the only place of the views that reads settings."""

from pathlib import Path
from typing import Final

import streamlit as st

from geodata.errors import StatedError
from geodata.geocoders import Chain, open_chain
from layers import Dressing, list_basemaps
from parks.catalogue import register_edition
from parks.edition import Edition
from parks.exports import Terms
from parks.language import Language, translate
from parks.published import Publication
from settings import Settings
from views._corrections import apply_corrections, carry_corrections
from views._errors import stop_with
from views._session import CHOICE_KEY
from views._shortlist import carry_starred

_OWN_KEY: Final = "own_edition"
_TABLE_KEY: Final = "published_table"
_TERMS_KEY: Final = "published_terms"


def current_edition() -> Edition:
    """
    Give the edition of this visit, with the places that the visit corrected.

    A table that cannot be used ends the run with a sentence on the page.
    """
    return apply_corrections(uncorrected_edition())


def uncorrected_edition() -> Edition:
    """Give the edition of this visit: its own import if that is chosen, else ours."""
    own: Edition | None = st.session_state.get(_OWN_KEY)
    if own is not None and st.session_state.get(CHOICE_KEY):
        return own
    return published_edition()


def published_edition() -> Edition:
    """Give the edition that every visit can see, opened once for all of them."""
    state = st.session_state
    # Read once a visit: that takes a sixth of the time of a filter change.
    if _TABLE_KEY not in state:
        state[_TABLE_KEY] = Settings.read().table
    table: Path | None = state[_TABLE_KEY]
    try:
        return Publication(table).open()
    except StatedError as error:
        stop_with(error)
        st.stop()


def find_terms(edition: Edition) -> Terms:
    """Give the operator's terms of an edition; a visit's own table has none."""
    state = st.session_state
    own: Edition | None = state.get(_OWN_KEY)
    # Corrected or not, it is still the same table.
    if own is not None and edition.table.rows is own.table.rows:
        return Terms()
    if _TERMS_KEY not in state:
        state[_TERMS_KEY] = Settings.read().state_terms()
    terms: Terms = state[_TERMS_KEY]
    return terms


@st.cache_resource(show_spinner=False)
def _open_geocoders() -> Chain:
    settings = Settings.read()
    return open_chain(settings.geocoders, settings.give_access(), settings.cache)


def current_geocoders() -> Chain:
    """
    Give the geocoders of the settings, opened once for all visits.

    A broken data file ends the run with a sentence on the page.
    """
    try:
        return _open_geocoders()
    except StatedError as error:
        stop_with(error)
        st.stop()


def find_libraries() -> Path:
    """Find the folder of the installed browser libraries."""
    return Settings.read().assets


def describe_dressing(language: Language) -> Dressing:
    """Describe what stands around a map that leaves the app as a file."""
    title = translate("Map of parks", language)
    return Dressing(title, language, map_approval=Settings.read().map_approval)


def list_basemap_ids() -> frozenset[str]:
    """List the ids of the basemaps that a link can ask for."""
    settings = Settings.read()
    offer = settings.offer_basemaps()
    own = {"pmtiles"} & set(offer.names) if offer.archive else set()
    return frozenset({basemap.id for basemap in list_basemaps(offer, None)} | own)


def find_own() -> Edition | None:
    """Find the edition that this visit imported, with what it corrected there."""
    own: Edition | None = st.session_state.get(_OWN_KEY)
    return None if own is None else apply_corrections(own)


def keep_own(edition: Edition) -> None:
    """Keep an imported edition for this visit, and show it."""
    before: Edition | None = st.session_state.get(_OWN_KEY)
    if before is not None:
        carry_corrections(before, edition)
        carry_starred(before, edition)
    st.session_state[_OWN_KEY] = register_edition(edition)
    st.session_state[CHOICE_KEY] = True
