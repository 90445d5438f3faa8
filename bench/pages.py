"""What is measured in a browser: ours, the usual way and the floor, taking turns."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser

from bench.contestants import FLOOR, NAIVE, OURS, Contestant
from bench.goals import Goal, Reading, compare
from bench.servers import ROOT, serve, stage
from bench.visits import Change, Step, Visit, visit
from parks.catalogue import make_edition

_DISTRICTS: Final = ("南山", "福田", "宝安", "龙岗")
_KILOBYTE: Final = 1000
_FEW: Final = 54
"""What the naive page shows of any table while its server warms up."""

_Visits = dict[str, list[Visit]]


@dataclass(frozen=True, slots=True)
class Plan:
    """
    How much is measured at one size.

    Attributes
    ----------
    parks
        How many parks there are.
    rounds
        How often each page is visited, a first visit that warms its server apart.
    naive_rounds, naive_steps
        How often the naive page is, and how many districts are chosen there: with
        many parks each takes minutes.
    cold_bound
        What a cold first park must reach, ours by floor.
    change_bound
        What a filter change must reach, ours by floor.
    faster_bound, fewer_bound
        What a filter change must reach, naive by ours, in seconds and in bytes.
    """

    parks: int
    rounds: int
    naive_rounds: int
    naive_steps: int
    cold_bound: float | None = None
    change_bound: float | None = None
    faster_bound: float | None = None
    fewer_bound: float | None = None


def measure_pages(
    browser: Browser, folder: Path, table: Path, plan: Plan
) -> Iterator[Goal]:
    """
    Visit the pages in turn and compare what the visits saw.

    Parameters
    ----------
    browser
        Where.
    folder
        For the servers' pages and logs.
    table
        The parks.
    plan
        How much.
    """
    steps = _plan_steps(table)
    visits: _Visits = defaultdict(list)
    with _serve_all(folder, table) as addresses:
        for contestant, address in addresses:
            visit(browser, f"{address}?first={_FEW}", contestant, [])
        for number in range(plan.rounds):
            for contestant, address in addresses:
                is_naive = contestant is NAIVE
                if is_naive and number >= plan.naive_rounds:
                    continue
                taken = steps[: plan.naive_steps] if is_naive else steps
                seen = visit(browser, address, contestant, taken)
                visits[contestant.name].append(seen)
    yield from _judge(visits, plan)


@contextmanager
def _serve_all(folder: Path, table: Path) -> Iterator[list[tuple[Contestant, str]]]:
    pages = folder / "pages"
    pages.mkdir(exist_ok=True)
    with ExitStack() as stack:
        ours = stack.enter_context(
            serve(ROOT / "app.py", folder / "ours.log", PARKATLAS_TABLE=str(table))
        )
        naive = stack.enter_context(
            serve(
                stage("naive_app.py", pages),
                folder / "naive.log",
                BENCH_TABLE=str(table),
            )
        )
        floor = stack.enter_context(
            serve(stage("floor_app.py", pages), folder / "floor.log")
        )
        yield [(OURS, ours), (FLOOR, floor), (NAIVE, naive)]


def _plan_steps(table: Path) -> list[Step]:
    """Choose one district after the other; each adds its parks to those shown."""
    edition = make_edition(table.read_bytes(), name=table.name)
    counts = edition.parks["district"].value_counts()
    shown = accumulate(int(counts[name]) for name in _DISTRICTS)
    return [Step(name, parks) for name, parks in zip(_DISTRICTS, shown, strict=True)]


def _judge(visits: _Visits, plan: Plan) -> Iterator[Goal]:
    size = f"{plan.parks:,} parks"
    cold = {
        name: Reading(name, "s", tuple(seen.first_seconds for seen in some))
        for name, some in visits.items()
    }
    yield compare(
        f"{size}, cold first park: ours / floor",
        cold["ours"],
        cold["floor"],
        cold["naive"],
        bound=plan.cold_bound,
    )
    changes = {
        name: [change for seen in some for change in seen.changes]
        for name, some in visits.items()
    }
    yield from _judge_times(changes, plan, size)
    yield from _judge_bytes(changes, plan, size)
    yield _judge_peace(changes, size)
    failed = tuple(float(seen.is_failed) for seen in visits["ours"])
    # A page that gives up halfway is quick for the wrong reason.
    yield Goal(
        f"{size}, visits that end in an error",
        sum(failed),
        (Reading(f"ours, of {len(failed)}:", "", (sum(failed),)),),
        bound=0,
    )


def _judge_times(
    changes: dict[str, list[Change]], plan: Plan, size: str
) -> Iterator[Goal]:
    took = {
        name: Reading(name, "s", tuple(change.seconds for change in some))
        for name, some in changes.items()
    }
    yield compare(
        f"{size}, filter change: ours / floor",
        took["ours"],
        took["floor"],
        bound=plan.change_bound,
    )
    said = tuple(change.said_seconds for change in changes["ours"])
    yield compare(
        f"{size}, filter change on all of the page: ours / floor",
        Reading("ours", "s", said),
        took["floor"],
        bound=plan.change_bound,
    )
    yield compare(
        f"{size}, filter change: naive / ours",
        took["naive"],
        took["ours"],
        bound=plan.faster_bound,
        at_least=True,
    )


def _judge_bytes(
    changes: dict[str, list[Change]], plan: Plan, size: str
) -> Iterator[Goal]:
    received = {
        name: Reading(name, "kB", tuple(change.received / _KILOBYTE for change in some))
        for name, some in changes.items()
    }
    yield compare(
        f"{size}, filter change, bytes: naive / ours",
        received["naive"],
        received["ours"],
        received["floor"],
        bound=plan.fewer_bound,
        at_least=True,
    )


def _judge_peace(changes: dict[str, list[Change]], size: str) -> Goal:
    """Count the changes by which our map was loaded anew or moved: none may be."""
    disturbed = {
        name: tuple(
            float(change.reloads > 0 or change.is_moved) for change in changes[name]
        )
        for name in ("ours", "naive")
    }
    return Goal(
        f"{size}, filter changes that disturb our map",
        sum(disturbed["ours"]),
        tuple(
            Reading(f"{name}, of {len(runs)}:", "", (sum(runs),))
            for name, runs in disturbed.items()
        ),
        bound=0,
    )
