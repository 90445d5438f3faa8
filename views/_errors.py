"""Turns errors of the packages below into sentences on the page."""

import streamlit as st

from geodata.errors import StatedError
from parks.language import state
from views._words import current_language, say


def explain(error: StatedError) -> str:
    """Say an error in the visit's language."""
    return state(error, current_language())


def confess(error: Exception) -> bool:
    """
    Say what failed, in place of Streamlit's own English notice.

    Returns
    -------
    bool
        True: what went wrong stands in the log, nothing more need be shown.
    """
    if isinstance(error, StatedError):
        st.text(explain(error))
        return True
    st.error(
        say(
            "Something went wrong on this page and has been logged. "
            "Reload it; if that does not help, tell whoever runs this service."
        )
    )
    return True


def stop_with(error: StatedError) -> None:
    """Show an error in place of the page and end the run."""
    st.title("ParkAtlas · 园区一张图")
    # As code: a file's name is text, whatever stands in it.
    st.error(say("The map cannot be shown:"))
    st.text(explain(error))
    st.stop()
