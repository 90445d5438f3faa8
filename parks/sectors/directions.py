"""How a direction says what a sector is to it: cues and the grammar of lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Final

from parks.data_file import read_data
from parks.model import Role
from parks.sectors.folding import fold

_FILE: Final = Path(__file__).parents[1] / "data" / "directions.toml"
_ROLES: Final = {"focus": Role.FOCUS, "mention": Role.MENTION, "absent": None}


@dataclass(frozen=True, slots=True)
class Cue:
    """
    Words that say what the sectors within their scope are to the row.

    Attributes
    ----------
    name
        What the cue is called in the data.
    rank
        Its place in the data; of equal scopes the earlier cue's wins.
    role
        What it makes of a sector; None where the row turns the sector away.
    opening, closing
        Words that open and that close its scope. Without closing words the scope
        ends with the clause, and goes on where a list does.
    until
        Words that end the scope before its clause ends.
    is_leading
        Whether its opening word counts only where it begins its clause, follows an
        adverb or has a term right behind it.
    is_final
        Whether its closing word counts only where its phrase ends with it.
    is_adjoining
        Whether the scope is only the list directly before the closing word.
    is_sentence_wide
        Whether the closing word may stand in a later clause of the sentence.
    is_label
        Whether a list may begin on the next line and go on over semicolons.
    is_whole
        Whether nothing but a list may stand between its opening word and the end of
        the clause.
    """

    name: str
    rank: int
    role: Role | None
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    until: tuple[str, ...]
    is_leading: bool
    is_final: bool
    is_adjoining: bool
    is_sentence_wide: bool
    is_label: bool
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Directions:
    """Everything the data says of how directions are written."""

    cues: tuple[Cue, ...]
    not_terms: tuple[str, ...]
    not_cues: tuple[str, ...]
    applied: frozenset[str]
    goods: frozenset[str]
    handlers: frozenset[str]
    endings: tuple[str, ...]
    heads: tuple[str, ...]
    counts: tuple[str, ...]
    adverbs: tuple[str, ...]
    connectors: tuple[str, ...]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    verbs: tuple[str, ...]
    negations: tuple[str, ...]
    buildings: tuple[str, ...]
    carriers: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def read_directions() -> Directions:
    """
    Read the cues and the words of lists and names.

    Returns
    -------
    Directions
        The data, its words folded.

    Raises
    ------
    DataFileError
        If the file is missing or broken.
    """
    with read_data(_FILE) as data:
        words = {key: _folded(value) for key, value in data["words"].items()}
        return Directions(
            cues=tuple(
                _cue(rank, entry, words["counts"])
                for rank, entry in enumerate(data["cue"])
            ),
            applied=frozenset(words.pop("applied")),
            goods=frozenset(words.pop("goods")),
            handlers=frozenset(words.pop("handlers")),
            **words,
        )


def _cue(rank: int, entry: Mapping[str, Any], counts: Sequence[str]) -> Cue:
    """Build a cue; words to be followed by marks or counted become one word each."""
    opening = _folded(entry.get("open", ()))
    closing = _folded(entry.get("close", ()))
    if "counted" in entry:
        counted = _counted(_folded(entry["counted"]), counts)
        closing = tuple(dict.fromkeys((*closing, *counted)))
    marks = _folded(entry.get("marks", ("",)))
    return Cue(
        name=entry["name"],
        rank=rank,
        role=_ROLES[entry["role"]],
        opening=tuple(word + mark for word in opening for mark in marks),
        closing=closing,
        until=_folded(entry.get("until", ())),
        is_leading=entry.get("leading", False),
        is_final=entry.get("final", False),
        is_adjoining=entry.get("adjoining", False),
        is_sentence_wide=entry.get("sentence", False),
        is_label=entry.get("label", False),
        is_whole=entry.get("whole", False),
    )


def _counted(words: Iterable[str], counts: Iterable[str]) -> Iterator[str]:
    """Count words: 三大主导产业, and behind their 为 also in quotation marks."""
    for word, count in product(words, counts):
        bare = word.removeprefix("为")
        if bare == word:
            yield count + word
        else:
            yield from (f"为{mark}{count}{bare}" for mark in ("", "“", '"'))


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    """Fold words as the texts they are compared with are folded."""
    return tuple(fold(word) for word in words)
