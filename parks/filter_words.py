"""A filter in words, for heads of pages, sheets and pictures."""

from collections.abc import Callable, Sequence
from typing import Final

from parks.edition import Edition
from parks.filter import Filter
from parks.language import Language, translate
from parks.places import PRECISION_NAMES
from parks.selection import Circle, Shape
from parks.wording import name_district, name_sector

_MOST_NAMED: Final = 3
"""Alternatives that are named one by one."""
_LONGEST_NAME: Final = 24
"""Characters of a name before it is cut."""
_SEPARATOR: Final = " · "

FILTER_WORDS: Final = {
    "every": "All {count} parks",
    "one": "1 park",
    "several": "{count} parks",
    "or": "{first} or {last}",
    "and": "{first} and {last}",
    "more-districts": "{named} or {count} other districts",
    "more-zones": "{named} or {count} other zones",
    "more-policies": "{named} or {count} other documents",
    "more-precisions": "{named} or {count} others",
    "more-shapes": "{named} or {count} other shapes",
    "more-or": "{named} or {count} other sectors",
    "more-and": "{named} and {count} other sectors",
    "focus": "{named} as focus",
    "mention": "{named} as mentioned",
    "precisions": "place: {named}",
    "policy-words": "policies with “{words}”",
    "query": "“{words}”",
    "circle": "circle of {metres} m",
    "polygon": "drawn area",
    "box": "drawn box",
    "one-picked": "1 picked park",
    "picked": "{count} picked parks",
}
"""What filters are said with."""


def state_filter(
    filter_: Filter, edition: Edition, count: int, language: Language
) -> str:
    """
    Say a filter and how many parks it shows: 南山 · 人工智能或金融科技 · 7 个园区.

    Parameters
    ----------
    filter_
        What is chosen.
    edition
        What it is chosen from.
    count
        How many parks that are.
    language
        To say it in.
    """
    parts = list_choices(filter_, edition, language)
    counted = "one" if count == 1 else "several" if parts else "every"
    return _SEPARATOR.join((*parts, _say(counted, language, count=f"{count:,}")))


def list_choices(
    filter_: Filter, edition: Edition, language: Language
) -> tuple[str, ...]:
    """Say each field of a filter that leaves parks out; none for the empty filter."""

    def join(values: Sequence[str], name: Callable[[str], str], kind: str) -> str:
        return _join([name(value) for value in values], f"more-{kind}", language)

    said = (
        join(
            filter_.districts,
            lambda value: name_district(value, language),
            "districts",
        ),
        join(filter_.zones, shorten, "zones"),
        _say_sectors(filter_, language),
        join(
            filter_.policies,
            lambda value: name_policy(value, edition, language),
            "policies",
        ),
        _say_precisions(filter_, language),
        name_query(filter_.query, language) if filter_.query else "",
        *name_shapes(filter_, language),
        name_picked(len(filter_.ids), language) if filter_.ids else "",
    )
    return tuple(part for part in said if part)


def shorten(text: str) -> str:
    """Cut a name that is too long for a line."""
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"


def name_policy(said: str, edition: Edition, language: Language) -> str:
    """Name a document by its title, or the words that stand for some."""
    if edition.memberships.find_policy(said):
        return f"《{shorten(said)}》" if language is Language.ZH else shorten(said)
    return _say("policy-words", language, words=shorten(said))


def name_query(query: str, language: Language) -> str:
    """Say what is looked for."""
    return _say("query", language, words=shorten(query))


def name_shape(shape: Shape, language: Language) -> str:
    """Name a shape that was drawn."""
    if isinstance(shape, Circle):
        metres = f"{shape.radius_metres:,.0f}"
        return _say("circle", language, metres=metres)
    return _say("polygon", language)


def name_box(language: Language) -> str:
    """Name the box that was drawn."""
    return _say("box", language)


def name_picked(count: int, language: Language) -> str:
    """Say how many parks were picked one by one."""
    said = "one-picked" if count == 1 else "picked"
    return _say(said, language, count=f"{count:,}")


def name_shapes(filter_: Filter, language: Language) -> tuple[str, ...]:
    """Name the box and the shapes: the box adds up with them, they with no other."""
    box = (name_box(language),) if filter_.bbox else ()
    shapes = [name_shape(shape, language) for shape in filter_.within]
    said = _join(shapes, "more-shapes", language)
    return (*box, said) if said else box


def _say_sectors(filter_: Filter, language: Language) -> str:
    names = [name_sector(value, language) for value in filter_.sectors]
    last = "and" if filter_.match == "all" else "or"
    said = _join(names, f"more-{last}", language, last=last)
    is_told = said and filter_.role != "any"
    return _say(filter_.role, language, named=said) if is_told else said


def _say_precisions(filter_: Filter, language: Language) -> str:
    names = [
        translate(PRECISION_NAMES[value], language) for value in filter_.precisions
    ]
    said = _join(names, "more-precisions", language)
    return _say("precisions", language, named=said) if said else ""


def _join(
    names: Sequence[str], more: str, language: Language, *, last: str = "or"
) -> str:
    """Join alternatives; of many the first two and how many there are besides."""
    comma = "、" if language is Language.ZH else ", "
    if len(names) > _MOST_NAMED:
        first = comma.join(names[: _MOST_NAMED - 1])
        count = len(names) - _MOST_NAMED + 1
        return _say(more, language, named=first, count=count)
    if not names[1:]:
        return "".join(names)
    return _say(last, language, first=comma.join(names[:-1]), last=names[-1])


def _say(kind: str, language: Language, **facts: object) -> str:
    return translate(FILTER_WORDS[kind], language).format(**facts)
