"""What five hundred filter changes of one visit leave behind, here and there."""

import re
from collections.abc import Iterator, Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, CDPSession

from bench.browser import open_page
from bench.contestants import OURS
from bench.goals import Goal, Reading, compare
from bench.servers import ROOT, serve_process
from bench.traffic import EVERYTHING
from bench.visits import choose, wait_until_quiet
from parks.catalogue import make_edition

MARKS: Final = (50, 250, 500)
"""After how many changes is looked: the first ones fill what is filled once."""
_DISTRICT: Final = "南山"
_FLAT: Final = 1.1
"""By how much the last look may exceed the first: a tenth is the collector's noise."""
_LIMIT_MS: Final = 600_000
_UNITS: Final = {"heap": "MB", "nodes": "", "listeners": "", "server": "MB"}
_MEGABYTE: Final = 1_000_000
_KIBIBYTE: Final = 1024

Look = dict[str, float]


def measure_memory(
    browser: Browser,
    folder: Path,
    tables: Mapping[int, Path],
    marks: tuple[int, ...] = MARKS,
) -> Iterator[Goal]:
    """
    Choose and unchoose districts, and look at the memory on the way.

    Parameters
    ----------
    browser
        Where.
    folder
        For the servers' logs.
    tables
        The parks, by how many there are.
    marks
        After how many changes is looked.
    """
    for parks, table in tables.items():
        log = folder / f"memory-{parks}.log"
        with serve_process(ROOT / "app.py", log, PARKATLAS_TABLE=str(table)) as server:
            looks = _change_often(browser, server.address, server.pid, table, marks)
        first, last = looks[0], looks[-1]
        for what, unit in _UNITS.items():
            yield compare(
                f"{parks:,} parks, {marks[-1]} changes: {what}",
                Reading(f"after {marks[-1]}", unit, (last[what],)),
                Reading(f"after {marks[0]}", unit, (first[what],)),
                *(
                    Reading(f"after {mark}", unit, (look[what],))
                    for mark, look in zip(marks[1:-1], looks[1:-1], strict=True)
                ),
                bound=_FLAT,
            )


def _change_often(
    browser: Browser, address: str, pid: int, table: Path, marks: tuple[int, ...]
) -> list[Look]:
    looks = []
    with open_page(browser, first=OURS.first, limit_ms=_LIMIT_MS) as page:
        page.goto(address + EVERYTHING, wait_until="commit")
        page.evaluate("() => bench.first")
        wait_until_quiet(page)
        session = page.context.new_cdp_session(page)
        for number, (district, shown) in enumerate(_plan(table, marks[-1]), start=1):
            choose(page, district, shown)
            if number in marks:
                wait_until_quiet(page)
                looks.append({**look(session), "server": _read_resident(pid)})
    return looks


def _plan(table: Path, count: int) -> Iterator[tuple[str, int]]:
    """Choose a district and take it away again, over and over."""
    edition = make_edition(table.read_bytes(), name=table.name)
    chosen = int((edition.parks["district"] == _DISTRICT).sum())
    # At each even number everything is shown, so that like is compared with like.
    return islice(cycle(((_DISTRICT, chosen), (_DISTRICT, len(edition.parks)))), count)


def look(session: CDPSession) -> Look:
    """
    Look at a page's memory, its frames' included, after collecting what is garbage.

    Returns
    -------
    dict
        ``heap`` in MB, and how many ``nodes`` and ``listeners`` are alive.
    """
    # What a first collection lets go frees more in a second.
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    counters = session.send("Memory.getDOMCounters")
    return {
        "heap": session.send("Runtime.getHeapUsage")["usedSize"] / _MEGABYTE,
        "nodes": float(counters["nodes"]),
        "listeners": float(counters["jsEventListeners"]),
    }


def _read_resident(pid: int) -> float:
    """Read how many MB of a server stand in memory; nothing where Linux is not."""
    status = Path(f"/proc/{pid}/status")
    if not status.is_file():
        return 1.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"))
    return int(found[1]) * _KIBIBYTE / _MEGABYTE if found else 1.0
