"""Says the pages' sentences in the language of the visit."""

from typing import Final

import streamlit as st

from parks.language import Language, translate

LANGUAGE_KEY: Final = "lang"
_SEPARATORS: Final = {Language.ZH: "、", Language.EN: ", "}


def current_language() -> Language:
    """Tell the language of this visit."""
    chosen = st.session_state.get(LANGUAGE_KEY)
    return Language.EN if chosen == Language.EN else Language.ZH


def say(text: str, **facts: object) -> str:
    """Say an English sentence of the code in the visit's language, its gaps filled."""
    return translate(text, current_language()).format(**facts)


def enumerate_words(words: list[str]) -> str:
    """Join words as the language does."""
    return _SEPARATORS[current_language()].join(words)
