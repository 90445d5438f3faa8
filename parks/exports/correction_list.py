"""The corrections alone, old and new places, for whoever keeps the table."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

import orjson

from parks.corrections import Correction
from parks.edition import Edition
from parks.formulas import disarm

_DECIMALS: Final = 6
COLUMNS: Final = (
    "park_id",
    "name",
    "district",
    "zone",
    "seq",
    "lon",
    "lat",
    "precision",
    "old_lon",
    "old_lat",
    "old_precision",
    "old_source",
    "moved_metres",
    "typed",
    "typed_reference",
    "reason",
    "date",
    "table",
    "edition",
)
"""
What is said of each correction: longitudes and latitudes are WGS 84 degrees; ``typed``
is empty where the park was moved on the map, and the old place where it had none.
"""
_SAID: Final = ("name", "district", "zone", "seq")


def write_corrections_geojson(
    edition: Edition, corrections: Sequence[Correction]
) -> bytes:
    """
    Write corrections as a FeatureCollection (RFC 7946) of points at the new places.

    Parameters
    ----------
    edition
        The edition they correct; a correction of another's park is left out.
    corrections
        In the order to write them.
    """
    features = [
        {
            "type": "Feature",
            "id": record["park_id"],
            "geometry": {
                "type": "Point",
                "coordinates": [record["lon"], record["lat"]],
            },
            "properties": record,
        }
        for record in _list_records(edition, corrections)
    ]
    return orjson.dumps({"type": "FeatureCollection", "features": features})


def write_corrections_csv(edition: Edition, corrections: Sequence[Correction]) -> bytes:
    """
    Write corrections as CSV in UTF-8 with a byte order mark, a line each.

    A text that Excel would run as a formula gets an apostrophe before it.

    Parameters
    ----------
    edition
        The edition they correct; a correction of another's park is left out.
    corrections
        In the order to write them.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for record in _list_records(edition, corrections):
        writer.writerow(
            [
                disarm(cell) if isinstance(cell, str) else cell
                for cell in record.values()
            ]
        )
    return text.getvalue().encode("utf-8-sig")


def _list_records(
    edition: Edition, corrections: Sequence[Correction]
) -> Iterator[dict[str, object]]:
    wanted = edition.parks["park_id"].isin({each.park_id for each in corrections})
    parks = edition.parks[wanted]
    said = zip(*(parks[name].tolist() for name in _SAID), strict=True)
    known = dict(zip(parks["park_id"].tolist(), said, strict=True))
    for each in corrections:
        if each.park_id not in known:
            continue
        cells = (
            each.park_id,
            *known[each.park_id],
            *_round(each.lon, each.lat),
            each.precision,
            *_round(each.old.lon, each.old.lat),
            each.old.precision,
            each.old.source,
            None if each.metres is None else round(each.metres, 1),
            each.typed,
            each.reference if each.typed else "",
            each.reason,
            each.date,
            edition.table.source.name,
            edition.key,
        )
        yield dict(zip(COLUMNS, cells, strict=True))


def _round(*degrees: float | None) -> tuple[float | None, ...]:
    return tuple(None if each is None else round(each, _DECIMALS) for each in degrees)
