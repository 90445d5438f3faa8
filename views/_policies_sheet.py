"""The page of policies: what is cited, how, and what rests on it."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.policy_alike import find_alike
from parks.policy_levels import LEVEL_NAMES, Level
from parks.policy_search import DocumentIndex
from parks.policy_sentences import name_level
from views._policies_choice import PoliciesChoice
from views._policies_entry import describe_document, link_document
from views._policies_findings import describe_findings, explain_rules
from views._sheet import address, link, offer_copy, offer_print
from views._words import current_language, say

_MOST_LISTED: Final = 200
"""Documents on the page; a table of thousands is looked through by search."""


def describe_policies(
    edition: Edition, index: DocumentIndex, choice: PoliciesChoice
) -> Markup:
    """Describe the documents chosen; every text of the table is escaped."""
    body = (
        _list_documents(edition, index, choice)
        if index.documents
        else Markup("<p>{}</p>").format(
            say("This table cites no document as policy basis.")
        )
    )
    return Markup(
        "<article class='pa-park pa-page pa-policies-page'><header><h1>{}</h1>"
        "<p class='pa-where'>{}</p>{}</header>{}{}<p class='pa-cite pa-quiet'>{}</p>"
        "</article>"
    ).format(
        say("Policy documents"),
        _sum_up(edition, index),
        _offer_actions(index, choice),
        _remark(choice.remarks),
        body,
        edition.table.source.name,
    )


def _sum_up(edition: Edition, index: DocumentIndex) -> str:
    documents = index.documents
    if not documents:
        return ""
    written = sum(len(document.variants) for document in documents)
    several = sum(len(document.variants) > 1 for document in documents)
    return say(
        "Documents cited as policy basis: {count}; rows of the table: {rows}; written "
        "forms: {total}; documents cited in several forms: {several}.",
        rows=len(edition.table.rows),
        count=len(documents),
        total=written,
        several=f"{several:,}",
    )


def _offer_actions(index: DocumentIndex, choice: PoliciesChoice) -> Markup:
    if not index.documents:
        return Markup()
    href = address("policies", choice.to_options(index))
    return Markup("<nav class='pa-actions' aria-label='{}'>{}{}</nav>").format(
        say("What can be done with this page"), offer_copy(href), offer_print()
    )


def _remark(remarks: Sequence[str]) -> Markup:
    line = Markup("<p class='pa-remark' role='status'>{}</p>")
    return Markup().join(line.format(remark) for remark in remarks)


def _list_documents(
    edition: Edition, index: DocumentIndex, choice: PoliciesChoice
) -> Markup:
    shown = choice.list_shown(index)
    alike = find_alike(index.documents)
    items = Markup().join(
        describe_document(edition, index, at, alike.get(at, ()))
        for at in shown[:_MOST_LISTED]
    )
    left = len(shown) - _MOST_LISTED
    more = (
        say(
            "and {count} more: narrow the list, or download it, which has them all",
            count=left,
        )
        if left > 0
        else ""
    )
    alone = choice.document is not None
    return (
        Markup(
            "{}<ol class='pa-documents'>{}</ol><p class='pa-quiet'>{}</p>{}{}"
        ).format(
            _offer_all(index) if alone else _offer_levels(index, choice),
            items,
            more,
            Markup() if shown else _offer_near(index, choice),
            Markup() if alone else describe_findings(edition, index),
        )
        + explain_rules()
    )


def _offer_all(index: DocumentIndex) -> Markup:
    text = say("All documents: {count}", count=len(index.documents))
    return Markup("<p>{}</p>").format(
        link(text, address("policies", {}), {"list": "all"})
    )


def _offer_levels(index: DocumentIndex, choice: PoliciesChoice) -> Markup:
    found = choice.list_found(index)
    counts = Counter(index.documents[at].level.level for at in found)
    offered: list[tuple[Level | None, str, int]] = [
        (None, say("All levels"), len(found))
    ]
    offered += [
        (level, name_level(level, current_language()), counts[level])
        for level in LEVEL_NAMES
    ]
    items = Markup().join(
        _offer_level(index, choice, level, f"{name} {count:,}")
        for level, name, count in offered
    )
    return Markup("<nav class='pa-actions pa-levels' aria-label='{}'>{}</nav>").format(
        say("Level"), items
    )


def _offer_level(
    index: DocumentIndex, choice: PoliciesChoice, level: Level | None, text: str
) -> Markup:
    if level == choice.level:
        return Markup("<b class='pa-button pa-main' aria-current='true'>{}</b>").format(
            text
        )
    options = PoliciesChoice(choice.query, level).to_options(index)
    act = {"level": level.value if level else ""}
    return link(text, address("policies", options), act, look="pa-button")


def _offer_near(index: DocumentIndex, choice: PoliciesChoice) -> Markup:
    if choice.list_found(index):
        none = say("None of the documents found is of this level.")
        return Markup("<p>{}</p>").format(none)
    near = Markup().join(
        Markup("<li>{}</li>").format(link_document(index, at))
        for at in index.find_near(choice.query)
    )
    told = say("No document of this table is called “{query}”.", query=choice.query)
    offered = Markup("<p>{}</p><ul class='pa-names'>{}</ul>")
    return Markup("<p>{}</p>{}").format(
        told, offered.format(say("Most alike:"), near) if near else ""
    )
