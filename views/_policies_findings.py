"""What stands out in the whole table, and by what rules titles are joined."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.policy_documents import PolicyDocument, find_findings
from parks.policy_joins import RULE_WORDS
from parks.policy_search import DocumentIndex
from parks.policy_sentences import cite, name_row
from views._sheet import address, link
from views._words import current_language, say

_MOST: Final = 100
"""Rows or documents of a finding that are named."""


def describe_findings(edition: Edition, index: DocumentIndex) -> Markup:
    """Describe which rows rest on one document or none, and documents cited once."""
    findings = find_findings(edition)
    total = len(edition.table.rows)
    alone = [
        (name_row(edition, row, current_language()), _link(index, document))
        for row, document in findings.alone[:_MOST]
    ]
    once = [
        (
            _link(index, document),
            name_row(edition, document.rows[0], current_language()),
        )
        for document in findings.cited_once[:_MOST]
    ]
    without = [
        (name_row(edition, row, current_language()),)
        for row in findings.without[:_MOST]
    ]
    return Markup().join(
        (
            _section(
                say(
                    "Rows that rest on one document only: {count} of {total}",
                    count=len(findings.alone),
                    total=total,
                ),
                alone,
                len(findings.alone),
            ),
            _section(
                say(
                    "Rows that cite no document: {count} of {total}",
                    count=len(findings.without),
                    total=total,
                ),
                without,
                len(findings.without),
            ),
            _section(
                say(
                    "Documents that a single row cites: {count} of {total}",
                    count=len(findings.cited_once),
                    total=len(index.documents),
                ),
                once,
                len(findings.cited_once),
            ),
        )
    )


def _section(
    title: str, lines: Sequence[tuple[str | Markup, ...]], total: int
) -> Markup:
    cell = Markup("<td>{}</td>")
    body = Markup().join(
        Markup("<tr>{}</tr>").format(Markup().join(cell.format(each) for each in line))
        for line in lines
    )
    more = say("and {count} more", count=total - len(lines))
    return Markup(
        "<section><h2>{}</h2><table class='pa-lines'><tbody>{}</tbody></table>"
        "<p class='pa-quiet'>{}</p></section>"
    ).format(title, body, more if total > len(lines) else "")


def _link(index: DocumentIndex, document: PolicyDocument) -> Markup:
    reference = index.refer_to(index.documents.index(document))
    href = address("policies", {"policy": [reference]})
    return link(cite(document.variants[0].policy), href, {"policy": reference})


def explain_rules() -> Markup:
    """Say by what rules citations are joined, and how level and years are told."""
    item = Markup("<li>{}</li>")
    rules = Markup().join(item.format(say(words)) for words in RULE_WORDS.values())
    paragraphs = Markup().join(
        Markup("<p>{}</p>").format(text)
        for text in (
            say(
                "Two numbers are never joined, nor titles that only begin alike, have "
                "other years, or of which one says （试行）. Where a title bears "
                "several numbers, a citation without a number stands by itself."
            ),
            say(
                "The level is told by who issues the document as its title says, else "
                "by the place it begins with; an agreement is bilateral, whatever "
                "place it is about. Nothing but the title is looked at: the table "
                "has no more."
            ),
        )
    )
    return Markup(
        "<details class='pa-rules'><summary>{}</summary><ul>{}</ul>{}</details>"
    ).format(say("How citations are joined, and levels told"), rules, paragraphs)
