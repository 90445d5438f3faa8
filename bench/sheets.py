"""Workbooks of any size in the appendix's columns: seeded, so that runs compare."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import xlsxwriter

from bench.synthetic import BRANDS, KINDS, SEED, name_zone
from geodata.district_names import read_district_names
from parks.catalogue import read_any

HEADING: Final = ("序号", "辖区", "片区", "核心产业园", "产业方向", "规划依据")
ROWS_A_DISTRICT: Final = 12
"""How many rows one merged cell of a district spans."""
_ROWS_A_ZONE: Final = 3
_PARKS: Final = (1, 1, 2, 2, 3, 4)
_CLAUSES: Final = (2, 3, 4, 5, 6)
"""Of so many a direction is made: enough for a million that differ."""
_CLAUSE: Final = re.compile(r"[^，；。\n]+[，；。]?")


def write_workbook(path: Path, count: int, *, directions: int) -> None:
    """
    Write a table as Excel does, its districts in merged cells.

    Parameters
    ----------
    path
        Where to.
    count
        How many rows, each of one to four parks.
    directions
        How many different directions they have, at most `count`.
    """
    choose = random.Random(SEED)  # noqa: S311 - a benchmark keeps no secret
    texts = _make_directions(directions, choose)
    policies = _list_policies()
    districts = [district.name for district in read_district_names()]
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("一览表")
    wrapped = book.add_format({"text_wrap": True})
    sheet.write_row(0, 0, HEADING)
    for number in range(count):
        block, place = divmod(number, ROWS_A_DISTRICT)
        last = min(number + ROWS_A_DISTRICT, count)
        name = districts[block % len(districts)]
        if place == 0 and last > number + 1:
            sheet.merge_range(number + 1, 1, last, 1, name, wrapped)
        elif place == 0:
            sheet.write_string(number + 1, 1, name)
        text = texts[number] if number < len(texts) else choose.choice(texts)
        sheet.write_number(number + 1, 0, number + 1)
        sheet.write_string(number + 1, 2, name_zone(number // _ROWS_A_ZONE))
        sheet.write_string(number + 1, 3, "\n".join(_name_parks(number, choose)))
        sheet.write_string(number + 1, 4, text, wrapped)
        sheet.write_string(number + 1, 5, choose.choice(policies), wrapped)
    book.close()


def _make_directions(count: int, choose: random.Random) -> list[str]:
    """Make directions of the clauses of the embedded table's, each but once."""
    clauses = sorted(
        {
            clause.strip()
            for row in read_any("embedded").rows
            for clause in _CLAUSE.findall(row.direction or "")
            if clause.strip()
        }
    )
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(choose.sample(clauses, choose.choice(_CLAUSES)))] = None
    return list(made)


def _list_policies() -> list[str]:
    return [
        "、".join(
            f"《{policy.title}》" + (f"（{policy.number}）" if policy.number else "")
            for policy in row.policies
        )
        for row in read_any("embedded").rows
    ]


def _name_parks(number: int, choose: random.Random) -> Iterator[str]:
    for place in range(choose.choice(_PARKS)):
        count = number * max(_PARKS) + place + 1
        yield f"{choose.choice(BRANDS)}{choose.choice(KINDS)}{count}号"
