"""The downloads of the page of policies: exactly the documents that are listed."""

from functools import partial
from typing import Final

import streamlit as st

from parks.edition import Edition
from parks.exports import EXPORTERS
from parks.exports.policy_list import write_policies_csv, write_policies_xlsx
from parks.language import Language
from parks.policy_documents import PolicyDocument
from parks.policy_joins import RULE_WORDS
from parks.policy_search import DocumentIndex
from parks.policy_sentences import name_level
from views._counts import count_documents
from views._policies_choice import PoliciesChoice
from views._words import current_language, say

_FORMATS: Final = {"xlsx": "Excel", "csv": "CSV"}


def offer_policies(
    edition: Edition, index: DocumentIndex, choice: PoliciesChoice
) -> None:
    """Draw a button a format; the file is written when it is asked for."""
    documents = [index.documents[at] for at in choice.list_shown(index)]
    about = _describe_list(edition, index, choice, len(documents))
    with st.container(horizontal=True, key="policies_downloads"):
        for name, called in _FORMATS.items():
            st.download_button(
                say(
                    "Download {documents} as {name}",
                    documents=count_documents(len(documents)),
                    name=called,
                ),
                data=partial(
                    _write, edition, documents, current_language(), about, name
                ),
                file_name=f"policies.{name}",
                mime=EXPORTERS[name].media_type,
                on_click="ignore",
                key=f"download_policies_{name}",
            )


def _write(
    edition: Edition,
    documents: list[PolicyDocument],
    language: Language,
    about: dict[str, str],
    name: str,
) -> bytes:
    if name == "csv":
        return write_policies_csv(edition, documents, language)
    return write_policies_xlsx(edition, documents, language, about)


def _describe_list(
    edition: Edition, index: DocumentIndex, choice: PoliciesChoice, count: int
) -> dict[str, str]:
    total = len(index.documents)
    level = choice.level
    rules = "\n".join(say(words) for words in RULE_WORDS.values())
    about = {
        say("Table"): edition.table.source.name,
        say("Edition"): edition.key,
        say("Count"): say(
            "{count} of {documents}", count=count, documents=count_documents(total)
        ),
    }
    if choice.document is None and choice.query:
        about[say("Search")] = choice.query
    if choice.document is None and level:
        about[say("Level")] = name_level(level, current_language())
    return {**about, say("What joins citations"): rules}
