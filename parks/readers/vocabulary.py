"""The words by which headings, districts and datums are known."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from parks.data_file import read_data

_FILE: Final = Path(__file__).parents[1] / "data" / "columns.toml"
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>")
# Marks of footnotes, before their width is folded and ① becomes a 1.
_MARKS = re.compile("[*＊※†‡¹²³⁰⁴-⁹①-⒇⓪⓵-⓾❶-➓]+")
_FILLER = re.compile(r"[\s_\-*:.、/与及和&]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """
    What the data says of headings and names.

    Attributes
    ----------
    fields
        For each word of a heading, in its plain form, the fields it may stand for
        with its rank among their words; the lowest is the surest.
    before, after
        Words a heading may wear around one of `fields`.
    districts
        The districts a table is expected to name, without 区.
    cities
        Words before a district's name that say nothing more.
    district_endings
        Words after it that say nothing more.
    zone_endings
        How names of zones and parks end, and so never a district's.
    whole_zone_endings
        How a line ends that is a whole zone's name.
    park_endings
        How names of parks end, the longest first.
    reference_headings
        Plain headings of a column that names a reference system.
    sure_axes
        Plain headings of a plane's coordinates that say which is the easting.
    coordinates
        Plain headings of coordinates that are no longitude or latitude alone.
    """

    fields: Mapping[str, tuple[tuple[int, str], ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    districts: frozenset[str]
    cities: tuple[str, ...]
    district_endings: tuple[str, ...]
    zone_endings: tuple[str, ...]
    whole_zone_endings: tuple[str, ...]
    park_endings: tuple[str, ...]
    reference_headings: frozenset[str]
    sure_axes: frozenset[str]
    coordinates: frozenset[str]


def plain(heading: str) -> str:
    """Take width, case, notes, marks of footnotes and filler off a heading."""
    text = unicodedata.normalize("NFKC", _MARKS.sub("", heading)).casefold()
    return _FILLER.sub("", _NOTE.sub("", text))


@cache
def read_vocabulary() -> Vocabulary:
    """
    Read the words.

    Raises
    ------
    DataFileError
        If the file is missing or broken.
    """
    with read_data(_FILE) as data:
        affixes, places, datums = data["affixes"], data["places"], data["datums"]
        return Vocabulary(
            fields=_index(data["fields"]),
            before=tuple(affixes["before"]),
            after=tuple(affixes["after"]),
            districts=frozenset(places["districts"]),
            cities=tuple(places["cities"]),
            district_endings=tuple(places["endings"]),
            zone_endings=tuple(places["zone_endings"]),
            whole_zone_endings=tuple(places["whole_zone_endings"]),
            park_endings=tuple(sorted(places["park_endings"], key=len, reverse=True)),
            reference_headings=frozenset(map(plain, datums["references"])),
            sure_axes=frozenset(map(plain, datums["sure_axes"])),
            coordinates=frozenset(map(plain, datums["unread"])),
        )


def _index(fields: Mapping[str, list[str]]) -> dict[str, tuple[tuple[int, str], ...]]:
    index: dict[str, tuple[tuple[int, str], ...]] = {}
    for name, words in fields.items():
        for rank, word in enumerate(words):
            index[plain(word)] = (*index.get(plain(word), ()), (rank, name))
    return index
