"""What is said of a document that a table cites: on its page and in downloads."""

from collections.abc import Iterable, Sequence
from typing import Final

from parks.edition import Edition
from parks.language import Language, translate
from parks.model import Policy
from parks.policy_documents import PolicyDocument, Variant
from parks.policy_joins import RULE_WORDS, Rule
from parks.policy_levels import BASIS_WORDS, LEVEL_NAMES, Level
from parks.policy_years import Years, YearSource
from parks.wording import name_district

YEAR_WORDS: Final = {
    YearSource.NUMBER: "the year of its number",
    YearSource.TITLE: "the title says “{words}”",
    YearSource.FIVE_YEAR_PLAN: "the title says “{words}”; that five-year plan is of "
    "{years}",
}
"""Where years are from."""
_BY_TITLE: Final = frozenset(Rule) - {Rule.NUMBER}
_MOST_ROWS: Final = 60


def cite(policy: Policy) -> str:
    """Cite a document as written, in 《》, with its number if it has one."""
    number = f"（{policy.number}）" if policy.number else ""
    return f"《{policy.title}》{number}"


def name_level(level: Level, language: Language) -> str:
    """Name a level."""
    return translate(LEVEL_NAMES[level], language)


def explain_level(document: PolicyDocument, language: Language) -> str:
    """Say which words of a title tell a document's level, or that none do."""
    judgement = document.level
    return translate(BASIS_WORDS[judgement.basis], language).format(
        words=judgement.words
    )


def explain_years(years: Years, language: Language) -> str:
    """Say what a year or span of years is taken from."""
    return translate(YEAR_WORDS[years.source], language).format(
        words=years.words, years=years
    )


def explain_variant(
    document: PolicyDocument, variant: Variant, language: Language
) -> str:
    """
    Say by which rules a variant was joined, and whether a number bears that out.

    Empty for the document's first variant, with which the others are joined.
    """
    if not variant.rules:
        return ""

    def say(text: str) -> str:
        return translate(text, language)

    separator = "; " if language is Language.EN else "；"
    reasons = separator.join(say(RULE_WORDS[rule]) for rule in variant.rules)
    said = [say("Joined by rule: {reasons}.").format(reasons=reasons)]
    if variant.joined_to:
        other = document.variants[variant.joined_to].policy
        said.append(say("Joined with {title}.").format(title=cite(other)))
    if _BY_TITLE.issuperset(variant.rules):
        said.append(_doubt_number(document, variant, language))
    return " ".join(said) if language is Language.EN else "".join(said)


def _doubt_number(
    document: PolicyDocument, variant: Variant, language: Language
) -> str:
    other = document.variants[variant.joined_to].policy
    if variant.policy.number:
        sentence = "By title only: the other citation has no number."
    elif other.number:
        sentence = "By title only: the table gives no number here."
    else:
        sentence = "By title only: the table gives neither of them a number."
    return translate(sentence, language)


def say_rows(
    edition: Edition, rows: Sequence[int], language: Language, most: int = _MOST_ROWS
) -> str:
    """List row numbers of the table, as a sentence does."""
    numbers = [str(edition.table.rows[row].seq) for row in rows[:most]]
    separator = "、" if language is Language.ZH else ", "
    words = "row {numbers}" if len(rows) == 1 else "rows {numbers}"
    more = " …" if len(rows) > most else ""
    return translate(words, language).format(numbers=separator.join(numbers)) + more


def name_row(edition: Edition, row: int, language: Language) -> str:
    """Name a row by its number, district and zone."""
    zone = edition.zones.iloc[row]
    names: Iterable[str | None] = (
        name_district(zone["district"], language),
        zone["zone"],
    )
    place = " · ".join(filter(None, names))
    number = translate("row {numbers}", language).format(numbers=zone["seq"])
    return f"{number} {place}".strip()
