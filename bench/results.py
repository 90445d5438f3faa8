"""Writes the figures of a run with the machine and versions they were measured on."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bench.goals import Goal, Reading

_PACKAGES: Final = (
    "streamlit",
    "folium",
    "streamlit-folium",
    "geopandas",
    "pandas",
    "shapely",
    "orjson",
    "playwright",
)
_PROCESSORS: Final = Path("/proc/cpuinfo")


def write_results(goals: Sequence[Goal], path: Path, *, options: Sequence[str]) -> None:
    """
    Write goals as JSON.

    Parameters
    ----------
    goals
        What was measured.
    path
        Where to.
    options
        Of the command, which say how much was measured.
    """
    results = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "options": list(options),
        "machine": _describe_machine(),
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in _PACKAGES},
        },
        "measured": [_describe_goal(goal) for goal in goals],
    }
    text = json.dumps(results, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def _describe_goal(goal: Goal) -> dict[str, object]:
    aim: dict[str, object] = {}
    if goal.bound is not None:
        aim = {
            "goal": {"at_least" if goal.at_least else "at_most": goal.bound},
            "is_met": goal.is_met,
        }
    readings = [_describe_reading(reading) for reading in goal.readings]
    return {"name": goal.name, "value": goal.value, **aim, "readings": readings}


def _describe_reading(reading: Reading) -> dict[str, object]:
    return {
        "name": reading.name,
        "unit": reading.unit,
        "median": reading.median,
        "runs": list(reading.runs),
    }


def _describe_machine() -> dict[str, object]:
    return {
        "system": platform.platform(),
        "processor": _name_processor(),
        "cores": os.cpu_count(),
    }


def _name_processor() -> str:
    """Name the processor as Linux knows it, elsewhere its kind."""
    if _PROCESSORS.is_file():
        for line in _PROCESSORS.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
