"""Figures of the digital economy, read from the data file and checked whole."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from parks.data_file import read_data
from parks.indicator_model import (
    Definition,
    Document,
    Goal,
    Indicator,
    Indicators,
    Kind,
    Pair,
    Qualifier,
)

_FILE: Final = Path(__file__).parent / "data" / "indicators.toml"


@cache
def read_indicators() -> Indicators:
    """
    Read every figure.

    Raises
    ------
    DataFileError
        If the file is missing or broken, names what it does not define, or pairs
        figures of different definitions.
    """
    with read_data(_FILE) as data:
        documents = {
            id_: Document(id=id_, **entry) for id_, entry in data["document"].items()
        }
        definitions = {
            id_: _define(id_, entry) for id_, entry in data["definition"].items()
        }
        found = [_read(entry, definitions, documents) for entry in data["indicator"]]
        by_id = {each.id: each for each in found}
        _check(found, definitions)
        return Indicators(
            all=tuple(found),
            goals=tuple(_aim(entry, by_id) for entry in data["goal"]),
            pairs=tuple(_pair(entry, by_id) for entry in data["pair"]),
        )


def _define(id_: str, entry: Mapping[str, Any]) -> Definition:
    return Definition(id=id_, **{**entry, "not_with": tuple(entry["not_with"])})


def _read(
    entry: Mapping[str, Any],
    definitions: Mapping[str, Definition],
    documents: Mapping[str, Document],
) -> Indicator:
    known = {
        **entry,
        "value": float(entry["value"]),
        "qualifier": Qualifier(entry["qualifier"]),
        "kind": Kind(entry["kind"]),
        "definition": definitions[entry["definition"]],
        "document": documents[entry["document"]],
    }
    return Indicator(**known)


def _check(found: Iterable[Indicator], definitions: Mapping[str, Definition]) -> None:
    """Refuse an id used twice, and a warning that holds one way only."""
    ids = [each.id for each in found]
    if twice := {id_ for id_ in ids if ids.count(id_) > 1}:
        raise ValueError(f"two figures are called {sorted(twice)}")
    for one in definitions.values():
        for other in one.not_with:
            if one.id not in definitions[other].not_with:
                raise ValueError(f"{one.id} is not with {other}, but not vice versa")


def _aim(entry: Mapping[str, Any], by_id: Mapping[str, Indicator]) -> Goal:
    parts = ("base", "growth_before", "target", "growth_wanted", "computed")
    return Goal(
        id=entry["id"],
        reported=tuple(by_id[id_] for id_ in entry["reported"]),
        **{part: by_id[entry[part]] for part in parts},
    )


def _pair(entry: Mapping[str, Any], by_id: Mapping[str, Indicator]) -> Pair:
    pair = Pair(by_id[entry["shenzhen"]], by_id[entry["beijing"]])
    if pair.shenzhen.definition is not pair.beijing.definition:
        raise ValueError(f"{entry} have not one definition")
    return pair
