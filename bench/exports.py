"""Every format of a download, a hundred thousand parks: its seconds and its memory."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from bench.goals import Goal, Reading
from bench.servers import ROOT
from bench.workbooks import peak_memory
from parks.catalogue import make_edition
from parks.edition import Edition
from parks.exports import EXPORTERS, ExportOrder, Terms, make_export
from parks.filter import Filter

PARKS: Final = 100_000
_MOST_GIGABYTES: Final = 1.0
_GIGABYTE: Final = 1e9


class _Run(NamedTuple):
    """Seconds of the writing, its bytes, and the peak memory of its process."""

    seconds: float
    size: int
    peak: int


def measure_exports(table: Path, *, parks: int = PARKS) -> Iterator[Goal]:
    """
    Make a download in every format, each in a process of its own.

    Parameters
    ----------
    table
        Whose parks are written, repeated up to as many as are asked for; a format
        that holds its zones and districts too is given them.
    parks
        How many.
    """
    for name in EXPORTERS:
        run = _run_apart(name, table, parks)
        yield Goal(
            f"{name} of {parks:,} parks: peak memory, GB",
            run.peak / _GIGABYTE,
            (
                Reading("written in", "s", (run.seconds,)),
                Reading("file", "MB", (run.size / 1e6,)),
            ),
            bound=_MOST_GIGABYTES,
        )


def repeat_parks(edition: Edition, count: int) -> Edition:
    """Make an edition of so many parks out of one of fewer; its zones stay."""
    positions = np.arange(count) % len(edition.parks)
    parks = edition.parks.iloc[positions].reset_index(drop=True)
    return replace(edition, parks=parks)


def _run_apart(name: str, table: Path, parks: int) -> _Run:
    command = [sys.executable, "-m", "bench.exports", name, str(table), str(parks)]
    done = subprocess.run(  # noqa: S603 - our own module
        command, cwd=ROOT, check=True, capture_output=True, text=True
    )
    return _Run(*json.loads(done.stdout))


def _make(name: str, table: Path, parks: int) -> _Run:
    edition = make_edition(table.read_bytes(), name=table.name)
    edition = repeat_parks(edition, parks)
    terms = Terms()
    order = ExportOrder.parse(name, {}, terms)
    start = time.perf_counter()
    made = make_export(edition, Filter(), order, terms)
    seconds = time.perf_counter() - start
    return _Run(seconds, len(made.content), peak_memory())


if __name__ == "__main__":
    print(json.dumps(_make(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
