"""How well names of parks are matched to the gazetteer's: true and false friends."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.goals import Goal, Reading
from bench.servers import ROOT
from geodata.gazetteer import Gazetteer, Kind, read_gazetteer
from geodata.matching import Outcome

VARIANTS: Final = ROOT / "tests" / "data" / "name_variants.csv"
PRECISION_BOUND: Final = 0.99
"""The share of the names taken that must be right: a wrong place is worse than none."""
RECALL_BOUND: Final = 0.95
"""The share of the true variants that must be taken."""
_WHOLE: Final = "all"


@dataclass(frozen=True, slots=True)
class Variant:
    """
    A name as somebody writes it.

    Attributes
    ----------
    query, district
        What is looked for, and where.
    expected
        The gazetteer's name of that very park; empty if it has none.
    use
        ``tuning`` or ``held-out``.
    """

    query: str
    district: str
    expected: str
    use: str


def read_variants(path: Path = VARIANTS) -> list[Variant]:
    """Read the labelled names."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Variant(line["query"], line["district"], line["expected"], line["use"])
            for line in csv.DictReader(file)
        ]


def measure_names(path: Path = VARIANTS) -> Iterator[Goal]:
    """Score what is taken, for each use of the labels and for all."""
    variants, gazetteer = read_variants(path), read_gazetteer()
    uses = dict.fromkeys(variant.use for variant in variants)
    for use in (*uses, _WHOLE):
        chosen = [each for each in variants if use in {each.use, _WHOLE}]
        yield from score_names(use, chosen, gazetteer)


def score_names(
    use: str, variants: Sequence[Variant], gazetteer: Gazetteer
) -> Iterator[Goal]:
    """Score the names taken for some variants: precision, then recall."""
    taken = [(each.expected, _take(each, gazetteer)) for each in variants]
    answers = [pair for pair in taken if pair[1]]
    right = sum(expected == found for expected, found in answers)
    wanted = sum(bool(each.expected) for each in variants)
    counts = tuple(
        Reading(name, "", (float(count),))
        for name, count in (("right", right), ("taken", len(answers)), ("of", wanted))
    )
    for measure, whole, bound in (
        ("precision", len(answers), PRECISION_BOUND),
        ("recall", wanted, RECALL_BOUND),
    ):
        name = f"names, {use} ({len(variants)}): {measure}"
        value = right / whole if whole else 1.0
        yield Goal(name, value, counts, bound=bound, at_least=True)


def _take(variant: Variant, gazetteer: Gazetteer) -> str:
    match = gazetteer.match(
        variant.query, district=variant.district or None, kind=Kind.PARK
    )
    is_taken = match.outcome is Outcome.TAKEN
    return match.candidates[0].place.name if is_taken else ""
