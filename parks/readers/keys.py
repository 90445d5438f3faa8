"""What the columns of a table are called once they are understood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from parks.readers import columns

SECTION: Final = "section"
"""Where `Row.extra` holds the title that a row stands under."""
_FIELD_KEYS: Final = (*columns.ROW_FIELDS, *columns.DEGREES)


def name_columns(
    headings: Iterable[str], fields: Iterable[str | None]
) -> Iterator[str]:
    """
    Name each column once: by its field if it has one of its own, else its heading.

    A heading that repeats is numbered from 2, a blank one by its place.
    """
    taken = Counter((*_FIELD_KEYS, SECTION))
    for place, (heading, name) in enumerate(zip(headings, fields, strict=True), 1):
        if name in _FIELD_KEYS:
            yield name
            continue
        text = " ".join(heading.split()) or f"#{place}"
        key, number = text, taken[text] + 1
        while taken[key]:
            key = f"{text} {number}"
            number += 1
        taken[key] += 1
        taken[text] += key != text
        yield key


def list_noted(keys: Sequence[str], fields: Sequence[str | None]) -> Mapping[str, str]:
    """Say under which key `Row.extra` holds each of `columns.NOTED_FIELDS`."""
    return MappingProxyType(
        {
            field: key
            for key, field in zip(keys, fields, strict=True)
            if field in columns.NOTED_FIELDS
        }
    )
