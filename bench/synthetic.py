"""Tables of any size that look like the appendix: seeded, so that runs compare."""

import csv
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

import shapely

from geodata.districts import read_districts
from parks.catalogue import read_any

HEADING: Final = (
    "序号",
    "辖区",
    "片区",
    "园区名称",
    "产业方向",
    "规划依据",
    "经度",
    "纬度",
)
SEED: Final = 2020
_PARKS_A_ZONE: Final = 5
_DRAWS: Final = 8
_FIRST: Final = ("梅", "龙", "坂", "石", "沙", "清", "银", "观", "凤", "松", "荷", "平")
_LAST: Final = ("林", "岗", "湖", "岩", "井", "河", "海", "澜", "溪", "坪", "坳", "洲")
BRANDS: Final = ("智云", "科创", "数谷", "港湾", "信息", "互联", "天安", "创新")
KINDS: Final = ("产业园", "科技园", "工业园", "大厦", "产业基地", "软件园")


def write_table(path: Path, count: int) -> None:
    """
    Write a table of parks with places of their own, as CSV.

    Parameters
    ----------
    path
        Where to.
    count
        How many parks; the same count gives the same table.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADING)
        writer.writerows(_make_rows(count))


def _make_rows(count: int) -> Iterator[list[str]]:
    choose = random.Random(SEED)  # noqa: S311 - a benchmark keeps no secret
    rows = [row for row in read_any("embedded").rows if row.direction]
    districts = read_districts()
    names = districts["district"].tolist()
    polygons = districts.geometry.tolist()
    shapely.prepare(polygons)
    for number in range(count):
        turn, position = divmod(number, len(names))
        row = choose.choice(rows)
        point = _pick_point(polygons[position], choose)
        yield [
            str(number + 1),
            names[position],
            name_zone(turn // _PARKS_A_ZONE),
            f"{choose.choice(BRANDS)}{choose.choice(KINDS)}{number + 1}号",
            row.direction or "",
            "、".join(f"《{policy.title}》" for policy in row.policies),
            f"{point.x:.6f}",
            f"{point.y:.6f}",
        ]


def name_zone(number: int) -> str:
    """Name a zone of a district: 梅林片区, and 梅林1片区 when names run out."""
    turn, place = divmod(number, len(_FIRST) * len(_LAST))
    first, last = divmod(place, len(_LAST))
    return f"{_FIRST[first]}{_LAST[last]}{turn or ''}片区"


def _pick_point(polygon: shapely.Geometry, choose: random.Random) -> shapely.Point:
    west, south, east, north = shapely.bounds(polygon)
    while True:
        draws = np.array([[choose.random(), choose.random()] for _ in range(_DRAWS)])
        points = shapely.points(draws * (east - west, north - south) + (west, south))
        inside = points[shapely.contains(polygon, points)]
        if len(inside):
            found: shapely.Point = inside[0]
            return found
