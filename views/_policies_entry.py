"""A document on the page of policies: its forms, number, years, level and zones."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.model import Policy
from parks.policy_documents import PolicyDocument, choose_parks
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
from views._around import tell_resting
from views._counts import count_parks
from views._sheet import address, link
from views._words import current_language, say

_MOST_NAMED: Final = 60
"""Zones named below a document."""


def link_document(index: DocumentIndex, position: int) -> Markup:
    """Link to a document by its title and number: another may have its title."""
    document = index.documents[position]
    return _link_to(index, position, cite(Policy(document.title, document.number)))


def _link_to(index: DocumentIndex, position: int, text: str) -> Markup:
    reference = index.refer_to(position)
    href = address("policies", {"policy": [reference]})
    return link(text, href, {"policy": reference})


def describe_document(
    edition: Edition, index: DocumentIndex, position: int, alike: Sequence[int]
) -> Markup:
    """
    Describe a document as an item of the list.

    Parameters
    ----------
    edition, index
        The table and its documents.
    position
        Which of them.
    alike
        Others that may be the same.
    """
    document = index.documents[position]
    return Markup(
        "<li class='pa-document'><h2>{} <span>{}</span></h2>{}{}{}{}{}</li>"
    ).format(
        _link_to(index, position, f"《{document.title}》"),
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
    told = tell_resting(document)
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
        parks = count_parks(int(counts.iloc[row]))
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
