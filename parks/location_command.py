"""The command ``locate`` where geocoders are asked."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from geodata.geocoders import GEOCODERS, TITLES, Chain, Outcome, Question
from geodata.reference_names import parse_system
from parks.catalogue import read_any
from parks.commands import STANDARD_INPUT, write_layer
from parks.drafts import make_map
from parks.filter import Filter
from parks.found_places import find_places
from parks.geocoding import ask, list_sought
from parks.language import Language, state
from parks.readers import read_table


def locate_with(options: argparse.Namespace, chain: Chain) -> None:
    """
    Write the parks of a table as GeoJSON, asking geocoders for those without a place.

    Whoever stops it and starts it again goes on from the answers that are kept.
    """
    system = None if options.datum is None else parse_system(options.datum)
    if options.file == STANDARD_INPUT:
        table = read_table(sys.stdin.buffer.read(), name="stdin", system=system)
    else:
        table = read_any(options.file, system=system)
    sought, answered = list_sought(table), dict[Question, Outcome]()
    for progress in ask(sought, chain, answered):
        if sys.stderr.isatty():
            name = repr(progress.outcome.question.query)
            line = f"{progress.done}/{progress.total} {name}"
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    for sentence in _sum_up(answered.values(), Language(options.lang)):
        print(sentence, file=sys.stderr)
    places = find_places(sought, answered, table.rows)
    edition = make_map(table, lambda *_: None, places)
    write_layer(edition, Filter(), options, "geojson")


def _sum_up(outcomes: Iterable[Outcome], language: Language) -> Iterator[str]:
    """Say each reason for which no place was given, and how often it was met."""
    reasons = Counter(
        state(failure, language)
        for outcome in outcomes
        for failure in outcome.failures
        if failure.geocoder != TITLES[GEOCODERS[0]]
    )
    for reason, count in reasons.most_common():
        yield f"{count} × {reason}"
