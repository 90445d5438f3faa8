"""Which documents the page of policies lists; the address holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import streamlit as st

from parks.policy_levels import Level
from parks.policy_search import DocumentIndex
from parks.spelling import LONGEST_TYPED
from views._link import goes_through_history
from views._ways import read_address, write_address
from views._words import enumerate_words, say

_QUERY_KEY: Final = "policies_query"
_LONGEST_NAMED: Final = 80
"""Characters of a link's value that are repeated on the page."""


@dataclass(frozen=True, slots=True)
class PoliciesChoice:
    """
    What the page lists.

    Attributes
    ----------
    query
        What is looked for in titles and numbers; empty for nothing.
    level
        The level that is listed; None for all.
    document
        The position of the one document that is shown, whatever the others; None
        for none.
    remarks
        Sentences on what of the address means nothing.
    """

    query: str = ""
    level: Level | None = None
    document: int | None = None
    remarks: tuple[str, ...] = ()

    @classmethod
    def read(cls, given: Mapping[str, Sequence[str]], index: DocumentIndex) -> Self:
        """Read the options ``q``, ``level`` and ``policy`` of a link."""
        level, policy = (
            _last(given, "level").casefold(),
            _last(given, "policy"),
        )
        known = set(Level)
        found = index.find_one(policy) if policy else None
        remarks = []
        if level and level not in known:
            levels = enumerate_words(Level)
            remarks.append(
                say(
                    "The link asks for a level “{value}”, which there is not: "
                    "the levels are {levels}.",
                    value=_cut(level),
                    levels=levels,
                )
            )
        if policy and found is None:
            remarks.append(
                say("This table cites no document “{value}”.", value=_cut(policy))
            )
        query = " ".join(_last(given, "q").split())[:LONGEST_TYPED]
        chosen = Level(level) if level in known else None
        return cls(query, chosen, found, tuple(remarks))

    def to_options(self, index: DocumentIndex) -> dict[str, list[str]]:
        """Write what is listed as options of a link."""
        if self.document is not None:
            return {"policy": [index.refer_to(self.document)]}
        options = {
            "q": [self.query] if self.query else [],
            "level": [self.level.value] if self.level else [],
        }
        return {name: values for name, values in options.items() if values}

    def list_found(self, index: DocumentIndex) -> list[int]:
        """List the positions of the documents looked for, whatever their level."""
        return index.find(self.query)

    def list_shown(self, index: DocumentIndex) -> list[int]:
        """List the positions of the documents that are shown."""
        if self.document is not None:
            return [self.document]
        return [
            at
            for at in self.list_found(index)
            if self.level in {None, index.documents[at].level.level}
        ]


def read_choice(index: DocumentIndex) -> PoliciesChoice:
    """Read from the address what is listed; the field's words go before its ``q``."""
    choice = PoliciesChoice.read(read_address(), index)
    state = st.session_state
    if _QUERY_KEY not in state or goes_through_history():
        state[_QUERY_KEY] = choice.query
    return choice


def ask_words(choice: PoliciesChoice, index: DocumentIndex) -> None:
    """Draw the field for words to look for."""
    with st.container(horizontal=True, key="policies_bar"):
        st.text_input(
            say("Search documents"),
            key=_QUERY_KEY,
            placeholder=say("Title, number, pinyin or initials; then Enter"),
            label_visibility="collapsed",
            max_chars=LONGEST_TYPED,
            on_change=_take_words,
            args=(choice, index),
        )


def _take_words(choice: PoliciesChoice, index: DocumentIndex) -> None:
    typed = " ".join(str(st.session_state.get(_QUERY_KEY) or "").split())
    write_choice(replace(choice, query=typed, document=None), index)


def choose(choice: PoliciesChoice, index: DocumentIndex) -> None:
    """List something else: put it into the address and run again."""
    write_choice(choice, index)
    # The field is drawn before the list is clicked: it takes the words over then.
    st.session_state.pop(_QUERY_KEY, None)
    st.rerun()


def write_choice(choice: PoliciesChoice, index: DocumentIndex) -> None:
    """Put into the address what is listed."""
    write_address(choice.to_options(index))


def _last(given: Mapping[str, Sequence[str]], option: str) -> str:
    values = given.get(option, ())
    return values[-1].strip() if values else ""


def _cut(value: str) -> str:
    return value if len(value) <= _LONGEST_NAMED else value[:_LONGEST_NAMED] + "…"
