"""What is measured without a browser: opening, writing, tagging."""

import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

import geopandas as gpd

from bench.goals import Goal, Reading, compare
from bench.servers import ROOT
from geodata.districts import read_districts
from geodata.gazetteer import read_gazetteer
from parks.catalogue import make_edition, read_any
from parks.edition import PARK_COLUMNS, build_edition
from parks.exports import ExportBundle, ExportLayer, pick_layer
from parks.exports.geojson import write_geojson
from parks.language import Language
from parks.model import Role
from parks.sectors import score_tags, tag

_LABELLED: Final = ROOT / "tests" / "data"
_FEATURES: Final = 100_000
_REAL_TABLES_BOUND: Final = 0.93
"""The focus F1 that tables of other places must reach, the blind ones too."""


def measure_edition(*, runs: int) -> Iterator[Goal]:
    """Time the frames of the embedded table, from its text."""

    def open_embedded() -> object:
        return build_edition(
            read_any("embedded"), read_gazetteer(), read_districts()
        ).search_index

    seconds = tuple(_time(open_embedded) for _ in range(runs))
    # The first run reads the data files, as the first visit does.
    first = Reading("first", "s", seconds[:1])
    yield Goal(
        "edition of the embedded table, s",
        first.median,
        (first, Reading("later", "s", seconds[1:] or seconds)),
        bound=1,
    )


def measure_geojson(table: Path, *, runs: int) -> Iterator[Goal]:
    """
    Time GeoJSON by our writer and by GeoDataFrame.to_json, of the same parks.

    Parameters
    ----------
    table
        Whose parks are written, repeated up to a hundred thousand.
    runs
        How often each writes; they take turns.
    """
    layer = _repeat(table)
    bundle = ExportBundle((layer,), Language.ZH)
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(_time(partial(write_geojson, bundle)))
        theirs.append(_time(layer.rows.to_json))
    yield compare(
        f"GeoJSON of {len(layer.rows):,} parks: to_json / ours",
        Reading("to_json", "s", tuple(theirs)),
        Reading("ours", "s", tuple(ours)),
        bound=3,
        at_least=True,
    )


def measure_sectors() -> Iterator[Goal]:
    """Score the focus tags on every labelled set of the tests."""
    for name in ("appendix_sectors", "directions_elsewhere"):
        entries = next(iter(_read_labelled(name).values()))
        yield _score(name, entries)
    tables = _read_labelled("real_tables")["table"]
    for use in ("tuning", "held-out", "blind", "all"):
        rows = [
            row
            for table in tables
            if use in {table["use"], "all"}
            for row in table["row"]
        ]
        if rows:
            yield _score(f"real tables, {use}", rows, bound=_REAL_TABLES_BOUND)


def _read_labelled(name: str) -> dict[str, Any]:
    with (_LABELLED / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _score(
    name: str, entries: list[dict[str, Any]], *, bound: float | None = None
) -> Goal:
    """Score the focus tags of labelled texts."""
    score = score_tags(
        {number: entry["focus"] for number, entry in enumerate(entries)},
        {number: _tag_focus(entry) for number, entry in enumerate(entries)},
    )
    parts = {"precision": score.precision, "recall": score.recall}
    return Goal(
        f"focus F1, {name} ({len(entries)})",
        score.f1,
        tuple(Reading(part, "", (value,)) for part, value in parts.items()),
        bound=bound,
        at_least=True,
    )


def _repeat(table: Path) -> ExportLayer:
    edition = make_edition(table.read_bytes(), name=table.name)
    every = np.ones(len(edition.parks), dtype=np.bool_)
    layer = pick_layer(edition, every)
    positions = np.arange(_FEATURES) % len(layer.rows)
    columns = [*PARK_COLUMNS, "geometry"]
    rows = gpd.GeoDataFrame(layer.rows[columns].iloc[positions].reset_index(drop=True))
    return replace(layer, rows=rows)


def _tag_focus(entry: dict[str, Any]) -> list[str]:
    text = entry.get("direction") or entry["text"]
    own = [entry["name"]] if "name" in entry else []
    tags = tag(text, names=entry.get("names", own))
    return [found.id for found in tags if found.role is Role.FOCUS]


def _time(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
