"""Looks for documents by title, number, pinyin, initials or English words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Final, Self

from parks.edition import Edition
from parks.nearest_names import NearestNames
from parks.policy_documents import PolicyDocument, list_documents
from parks.spelled_names import SpelledNames
from parks.spelling import drop_tone_numbers, fold_typed, spell, split_typed
from parks.suggestion_entries import say_in_english
from parks.title_forms import spell_number, spell_title

MOST_NEAR: Final = 5
"""Documents that are offered where nothing fits."""
_LEAST_NEAR: Final = 0.5
_MUCH: Final = 0.2
"""Beside what is so much more alike, others only confuse."""


@dataclass(frozen=True, eq=False)
class DocumentIndex:
    """
    The names of the documents of a table.

    Attributes
    ----------
    documents
        As `parks.policy_documents.list_documents` gives them.
    owners
        For each name the position of its document.
    names, nearest
        The names, to find those that fit and those that nearly do.
    references
        The documents by title and number, folded.
    """

    documents: tuple[PolicyDocument, ...]
    owners: Sequence[int]
    names: SpelledNames
    nearest: NearestNames
    references: dict[str, int]

    @classmethod
    def of(cls, documents: tuple[PolicyDocument, ...]) -> Self:
        """Index documents."""
        pairs = [
            (at, name)
            for at, document in enumerate(documents)
            for name in _list_names(document)
        ]
        spelled = [spell(name) for _, name in pairs]
        return cls(
            documents,
            [at for at, _ in pairs],
            SpelledNames.of(spelled),
            NearestNames.of(spelled),
            _refer(documents),
        )

    def find(self, typed: str) -> list[int]:
        """
        Find the documents that hold what was typed, or else all words of it.

        Returns
        -------
        list of int
            Positions in `documents`, in their order; all where nothing was typed that
            can be looked for.
        """
        folded = fold_typed(typed)
        if not folded:
            return list(range(len(self.documents)))
        found = self._look(folded) or self._look(drop_tone_numbers(folded))
        words = split_typed(typed)
        if not found and len(words) > 1:
            found = reduce(set.intersection, (self._look(word) for word in words))
        return sorted(found)

    def find_near(self, typed: str) -> list[int]:
        """Find the documents whose names are most like what was typed, best first."""
        ranked = self.nearest.rank(typed)
        least = max(_LEAST_NEAR, ranked[0][1] - _MUCH) if ranked else 1.0
        near = [self.owners[name] for name, score in ranked if score >= least]
        return list(dict.fromkeys(near))[:MOST_NEAR]

    def find_one(self, text: str) -> int | None:
        """Find a document by a title or number as cited, with or without 《》."""
        found = self.references.get(spell_title(text))
        return self.references.get(spell_number(text)) if found is None else found

    def refer_to(self, position: int) -> str:
        """Give the title by which `find_one` finds a document, or else its number."""
        document = self.documents[position]
        if self.find_one(document.title) == position:
            return document.title
        return document.number or document.title

    def _look(self, folded: str) -> set[int]:
        return {self.owners[name] for name in self.names.find(folded)}


def _list_names(document: PolicyDocument) -> list[str]:
    numbers = [each.policy.number or "" for each in document.variants]
    english = [say_in_english(title) for title in document.titles]
    return list(filter(None, dict.fromkeys((*document.titles, *numbers, *english))))


def _refer(documents: Sequence[PolicyDocument]) -> dict[str, int]:
    """Index by title and number; a title of several is that without a number."""
    references: dict[str, int] = {}
    numbers: dict[str, int] = {}
    order = sorted(range(len(documents)), key=lambda at: documents[at].number or "")
    for at in order:
        for variant in documents[at].variants:
            references.setdefault(spell_title(variant.policy.title), at)
            if variant.policy.number:
                numbers.setdefault(spell_number(variant.policy.number), at)
    return numbers | references


@lru_cache(maxsize=8)
def open_document_index(edition: Edition) -> DocumentIndex:
    """Index the documents of an edition once."""
    return DocumentIndex.of(list_documents(edition))
