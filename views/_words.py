"""Says the pages' sentences in the language of the visit."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from parks import wording
from parks.language import Language, translate

LANGUAGE_KEY: Final = "lang"
_COUNTED: Final = frozenset(
    {"count", "districts", "first", "inside", "last", "parks", "rows", "total"}
)
"""Gaps that hold how many there are; other numbers name things."""


def current_language() -> Language:
    """Tell the language of this visit."""
    chosen = st.session_state.get(LANGUAGE_KEY)
    return Language.EN if chosen == Language.EN else Language.ZH


def say(text: str, **facts: object) -> str:
    """
    Say an English sentence of the code in the visit's language, its gaps filled.

    What is counted is grouped by thousands, as both languages do.
    """
    grouped = {
        name: f"{fact:,}" if name in _COUNTED and isinstance(fact, int) else fact
        for name, fact in facts.items()
    }
    return translate(text, current_language()).format(**grouped)


def enumerate_words(words: Iterable[str]) -> str:
    """Join words as the visit's language does."""
    return wording.enumerate_words(words, current_language())
