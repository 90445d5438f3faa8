"""The edition that pages show; the only place of the views that reads settings."""

import streamlit as st

from geodata.errors import StatedError
from parks.catalogue import EMBEDDED, open_edition
from parks.edition import Edition
from settings import Settings
from views._errors import stop_with


def current_edition() -> Edition:
    """
    Give the edition of this visit, opened once for all visits.

    A table that cannot be used ends the run with a sentence on the page.
    """
    table = Settings.read().table
    try:
        return open_edition(EMBEDDED if table is None else table)
    except StatedError as error:
        stop_with(error)
        st.stop()
