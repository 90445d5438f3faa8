"""``python -m bench``: every figure of one run, ours beside the usual way."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.browser import launch
from bench.exports import measure_exports
from bench.goals import Goal, describe_head
from bench.matching import measure_names
from bench.memory import MARKS, measure_memory
from bench.pages import Plan, measure_pages
from bench.results import write_results
from bench.scopes import measure_scopes
from bench.synthetic import write_table
from bench.tables import measure_edition, measure_geojson, measure_sectors
from bench.traffic import measure_traffic
from bench.workbooks import measure_workbooks

_RESULTS: Final = Path(__file__).parent / "results.json"
_TABLES: Final = (
    "edition",
    "sectors",
    "names",
    "scopes",
    "geojson",
    "exports",
    "workbook",
)
_LABELLED: Final[dict[str, Callable[[], Iterator[Goal]]]] = {
    "sectors": measure_sectors,
    "names": measure_names,
    "scopes": measure_scopes,
}
"""What is scored against labels, which takes no time to speak of."""
_BOUNDS: Final[dict[int, dict[str, float]]] = {
    54: {"cold_bound": 1.25, "change_bound": 1.5},
    2_000: {},
    10_000: {"faster_bound": 20, "fewer_bound": 100},
}
_ROUNDS: Final = {54: (7, 5, 4), 2_000: (5, 3, 4), 10_000: (5, 1, 4)}
"""At each size the visits of our page, those of the naive one, and its changes."""
_QUICK_ROUNDS: Final = {54: (3, 2, 4), 2_000: (2, 1, 2), 10_000: (2, 1, 1)}
_NAMES: Final = (
    *_TABLES,
    *(f"pages-{parks}" for parks in _BOUNDS),
    "bytes",
    "memory",
)
_REMEMBERED: Final = (54, 10_000)
"""The sizes at which a visit of many changes is watched."""
_QUICK_MARKS: Final = (10, 20, 40)
_MANY: Final = 10_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    parser.add_argument(
        "--only", action="append", choices=_NAMES, help="this alone; repeatable"
    )
    options = parser.parse_args(arguments)
    names = options.only or _NAMES
    goals = []
    print(describe_head(), flush=True)
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            for goal in _measure(names, Path(folder), is_quick=options.quick):
                print(goal.describe(), flush=True)
                goals.append(goal)
    except KeyboardInterrupt:
        return 130
    used = sys.argv[1:] if arguments is None else arguments
    write_results(goals, _RESULTS, options=used)
    return 0


def _measure(names: Sequence[str], folder: Path, *, is_quick: bool) -> Iterator[Goal]:
    runs = 2 if is_quick else 5
    if "edition" in names:
        yield from measure_edition(runs=runs)
    for name, measure in _LABELLED.items():
        if name in names:
            yield from measure()
    yield from _measure_downloads(names, folder, runs=runs)
    if "workbook" in names:
        yield from measure_workbooks(folder, runs=1 if is_quick else 3)
    plans = [
        plan for plan in _plan(is_quick=is_quick) if f"pages-{plan.parks}" in names
    ]
    if not plans and not {"bytes", "memory"} & set(names):
        return
    with launch() as browser:
        for plan in plans:
            table = _make_table(folder, plan.parks)
            yield from measure_pages(browser, folder, table, plan)
        if "bytes" in names:
            tables = {parks: _make_table(folder, parks) for parks in _BOUNDS}
            yield from measure_traffic(browser, folder, tables)
        if "memory" in names:
            tables = {parks: _make_table(folder, parks) for parks in _REMEMBERED}
            marks = _QUICK_MARKS if is_quick else MARKS
            yield from measure_memory(browser, folder, tables, marks)


def _measure_downloads(
    names: Sequence[str], folder: Path, *, runs: int
) -> Iterator[Goal]:
    if "geojson" in names:
        yield from measure_geojson(_make_table(folder, _MANY), runs=runs)
    if "exports" in names:
        yield from measure_exports(_make_table(folder, _MANY))


def _plan(*, is_quick: bool) -> Iterator[Plan]:
    for parks, bounds in _BOUNDS.items():
        rounds, naive_rounds, naive_steps = (_QUICK_ROUNDS if is_quick else _ROUNDS)[
            parks
        ]
        yield Plan(parks, rounds, naive_rounds, naive_steps, **bounds)


def _make_table(folder: Path, parks: int) -> Path:
    table = folder / f"parks-{parks}.csv"
    if not table.exists():
        write_table(table, parks)
    return table


if __name__ == "__main__":
    sys.exit(main())
