"""The page of policies: what is cited, how, and what rests on it."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.policy_alike import find_alike
from parks.policy_documents import PolicyDocument, choose_parks
from parks.policy_levels import LEVEL_NAMES, Level
from parks.policy_search import DocumentIndex
from parks.policy_sentences import (
    cite,
    explain_level,
    explain_variant,
    explain_years,
    name_level,
    name_row,
    say_rows,
)
from views._policies_choice import PoliciesChoice
from views._policies_findings import describe_findings, explain_rules
from views._sheet import address, link, offer_copy, offer_print
from views._words import current_language, say

_MOST_LISTED: Final = 200
"""Documents on the page; a table of thousands is looked through by search."""
_MOST_NAMED: Final = 60
"""Zones named below a document."""


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
        "The table's {rows} rows cite {count} documents as their basis, in {total} "
        "written forms; {several} of them are cited in several forms.",
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
        _describe(edition, index, at, alike.get(at, ())) for at in shown[:_MOST_LISTED]
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
    text = say("All {count} documents", count=len(index.documents))
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


def link_document(index: DocumentIndex, position: int) -> Markup:
    """Link to a document by its title."""
    document = index.documents[position]
    reference = index.refer_to(position)
    href = address("policies", {"policy": [reference]})
    return link(f"《{document.title}》", href, {"policy": reference})


def _describe(
    edition: Edition, index: DocumentIndex, position: int, alike: Sequence[int]
) -> Markup:
    document = index.documents[position]
    return Markup(
        "<li class='pa-document'><h2>{} <span>{}</span></h2>{}{}{}{}{}</li>"
    ).format(
        link_document(index, position),
        _tell_number(edition, document),
        _tell_facts(document),
        _tell_resting(edition, document, position),
        _list_zones(edition, document),
        _list_variants(edition, document) if len(document.variants) > 1 else "",
        _name_alike(index, alike),
    )


def _tell_number(edition: Edition, document: PolicyDocument) -> str:
    """Give the number with the rows it stands in; others cite the title alone."""
    if not document.number:
        return ""
    rows = say_rows(edition, document.number_rows, current_language())
    return f"{document.number} · {rows}"


def _tell_facts(document: PolicyDocument) -> Markup:
    language = current_language()
    fact = Markup("<span class='pa-role pa-mention'>{}</span> <i>{}</i>")
    facts = [
        fact.format(
            name_level(document.level.level, language),
            explain_level(document, language),
        )
    ]
    facts += [
        fact.format(years, explain_years(years, language)) for years in document.years
    ]
    if not document.number:
        none = say("The table gives no number.")
        facts.append(Markup("<i>{}</i>").format(none))
    line = Markup("<span>{}</span> ")
    return Markup("<p class='pa-facts'>{}</p>").format(
        Markup().join(line.format(each) for each in facts)
    )


def _tell_resting(edition: Edition, document: PolicyDocument, position: int) -> Markup:
    told = say(
        "{parks} parks in {zones} rows of the table rest on it",
        parks=len(document.parks),
        zones=f"{len(document.rows):,}",
    )
    if not document.parks:
        return Markup("<p><b>{}</b></p>").format(told)
    href = address("", choose_parks(edition, document).to_options())
    act = {"go": "map", "position": position}
    shown = link(say("Show them on the map"), href, act)
    return Markup("<p><b>{}</b> · {}</p>").format(told, shown)


def _list_zones(edition: Edition, document: PolicyDocument) -> Markup:
    language = current_language()
    counts = edition.zones["park_count"]
    item = Markup("<li>{} <i>{}</i></li>")
    items = []
    for row in document.rows[:_MOST_NAMED]:
        count = int(counts.iloc[row])
        parks = say("1 park") if count == 1 else say("{count} parks", count=count)
        items.append(item.format(name_row(edition, row, language), parks))
    if len(document.rows) > _MOST_NAMED:
        more = say("and {count} more", count=len(document.rows) - _MOST_NAMED)
        items.append(Markup("<li class='pa-quiet'>{}</li>").format(more))
    return Markup("<ul class='pa-names pa-resting'>{}</ul>").format(
        Markup().join(items)
    )


def _list_variants(edition: Edition, document: PolicyDocument) -> Markup:
    language = current_language()
    item = Markup("<li>{} {} <i>{}</i></li>")
    items = Markup().join(
        item.format(
            cite(variant.policy),
            say_rows(edition, variant.rows, language),
            explain_variant(document, variant, language),
        )
        for variant in document.variants
    )
    return Markup("<h3>{}</h3><ul class='pa-policies'>{}</ul>").format(
        say("Cited as"), items
    )


def _name_alike(index: DocumentIndex, alike: Sequence[int]) -> Markup:
    if not alike:
        return Markup()
    line = Markup("<p class='pa-quiet'>{} {}</p>")
    told = say("Perhaps the same, but the titles do not prove it, so not joined:")
    names = Markup(" ").join(link_document(index, at) for at in alike[:_MOST_NAMED])
    return line.format(told, names)
