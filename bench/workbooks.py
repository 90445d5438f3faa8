"""A large workbook made into an edition, beside what pandas takes to read it alone."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pandas as pd

from bench.goals import Goal, Reading, compare
from bench.servers import ROOT
from bench.sheets import write_workbook
from parks.catalogue import make_edition

ROWS: Final = 100_000
DIRECTIONS: Final = 2_000
"""Different directions among them: far more than any plan has."""
_MOST_TIMES: Final = 1.5
_MOST_GIGABYTES: Final = 1.5
_GIGABYTE: Final = 1e9
_PEAK_UNIT: Final = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts peak memory in."""


class _Run(NamedTuple):
    """Seconds of one run, and the peak memory of its process in bytes."""

    seconds: float
    peak: int


def measure_workbooks(folder: Path, *, runs: int, rows: int = ROWS) -> Iterator[Goal]:
    """
    Time a workbook read, tagged and placed, and one without two equal directions.

    Parameters
    ----------
    folder
        Where the workbooks are written.
    runs
        How often each is read; ours and pandas take turns, each in a process of its
        own that has imported what it needs.
    rows
        How many rows they have.
    """
    name = f"workbook of {rows:,} rows"
    path = folder / "workbook.xlsx"
    write_workbook(path, rows, directions=min(rows, DIRECTIONS))
    ours, theirs = _take_turns(path, runs)
    yield _compare(f"{name}: ours / read_excel", ours, theirs, bound=_MOST_TIMES)
    peaks = Reading("ours", "GB", tuple(run.peak / _GIGABYTE for run in ours))
    beside = Reading("read_excel", "GB", tuple(run.peak / _GIGABYTE for run in theirs))
    yield Goal(
        f"{name}: peak memory, GB",
        max(peaks.runs),
        (peaks, beside),
        bound=_MOST_GIGABYTES,
    )
    write_workbook(path, rows, directions=rows)
    yield _compare(f"{name}, no two alike", *_take_turns(path, 1), bound=None)


def _take_turns(path: Path, runs: int) -> tuple[list[_Run], list[_Run]]:
    pairs = [(_run("ours", path), _run("read_excel", path)) for _ in range(runs)]
    return [ours for ours, _ in pairs], [theirs for _, theirs in pairs]


def _compare(
    name: str, ours: list[_Run], theirs: list[_Run], *, bound: float | None
) -> Goal:
    above, below = (
        Reading(who, "s", tuple(run.seconds for run in runs))
        for who, runs in (("ours", ours), ("read_excel", theirs))
    )
    return compare(name, above, below, bound=bound)


def _run(who: str, path: Path) -> _Run:
    """Read a workbook in a process of its own, so that its peak is its own too."""
    answer = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "bench.workbooks", who, str(path)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    return _Run(*json.loads(answer.stdout))


def _make(path: Path) -> object:
    return make_edition(path.read_bytes(), name=path.name)


_READERS: Final[dict[str, Callable[[Path], object]]] = {
    "ours": _make,
    "read_excel": pd.read_excel,
}


def _measure_once(who: str, path: Path) -> None:
    """Print the seconds and the peak of one reading in this process."""
    start = time.perf_counter()
    kept = _READERS[who](path)
    seconds = time.perf_counter() - start
    del kept
    print(json.dumps([seconds, peak_memory()]))


def peak_memory() -> int:
    """Give the most memory that this process ever had, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # The system's other count keeps what the parent held before this one began.
        (line,) = (each for each in status.read_text().splitlines() if "VmHWM" in each)
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _PEAK_UNIT


if __name__ == "__main__":
    _measure_once(sys.argv[1], Path(sys.argv[2]))
