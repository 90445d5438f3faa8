"""What a map file needs beyond the map: the text of every row, and what is searched."""

import math

from geodata.district_names import read_district_names
from geodata.simplified import list_spellings
from parks.edition import Edition
from parks.model import Row
from parks.normalise import fold
from parks.sectors import read_taxonomy


def describe_rows(edition: Edition) -> dict[str, object]:
    """
    Describe the table's rows for the panel, the filter and the search of a map file.

    Returns
    -------
    dict
        ``rows``: for each row that has parks its number, direction, the spans of its
        sector words as [start, end, sector, role], its policies as they are cited and
        by title, and the columns that are not known. ``parks``: for each park the
        position of its row in ``rows``, the source of its place, the notes on it, and
        its longitude and latitude to the last digit, which selecting needs.
        ``names``: what else links call districts and sectors, folded. ``search``: the
        texts of `SearchIndex`. ``simple``: for traditional characters the simplified
        one that stands in those texts.
    """
    kept = sorted(set(edition.parks["row"].tolist()))
    index = edition.search_index
    row_texts = [index.row_texts[row] for row in kept]
    return {
        "rows": [_describe_row(edition.table.rows[row], edition) for row in kept],
        "parks": _describe_parks(edition, kept),
        "names": _list_names(edition),
        "search": {"rows": row_texts, "parks": list(index.park_texts)},
        "simple": _list_traditional("".join((*row_texts, *index.park_texts))),
    }


def _describe_parks(edition: Edition, kept: list[int]) -> list[tuple[object, ...]]:
    parks = edition.parks
    positions = {row: position for position, row in enumerate(kept)}
    rows = [positions[row] for row in parks["row"].tolist()]
    columns = ("location_source", "location_note", "location_note_en")
    places = [
        [None if math.isnan(degrees) else degrees for degrees in axis.tolist()]
        for axis in edition.coordinates
    ]
    said = (parks[name].tolist() for name in columns)
    return list(zip(rows, *said, *places, strict=True))


def _describe_row(row: Row, edition: Edition) -> dict[str, object]:
    return {
        "seq": row.seq,
        "direction": row.direction or "",
        "spans": [
            [word.start, word.end, tag.id, word.role.value]
            for tag in row.sectors
            for word in tag.evidence
        ],
        "policies": [
            f"《{policy.title}》{policy.number or ''}" for policy in row.policies
        ],
        "titles": [
            edition.memberships.find_policy(policy.title) for policy in row.policies
        ],
        "extra": dict(row.extra),
    }


def _list_names(edition: Edition) -> dict[str, dict[str, str]]:
    """Give the names that the app's links have, by the option and what is meant."""
    present = set(edition.parks["district"])
    districts = {
        fold(name): district.name
        for district in read_district_names()
        if district.name in present
        for name in (district.name_en, district.name_zh, district.pinyin)
    }
    taken = edition.memberships.sectors["any"].names
    sectors = {
        fold(name): sector.id
        for sector in read_taxonomy()
        if sector.id in taken
        for name in (sector.en, sector.zh)
    }
    return {"district": districts, "sector": sectors}


def _list_traditional(text: str) -> dict[str, str]:
    return {
        other: sign for sign in sorted(set(text)) for other in list_spellings(sign)[1:]
    }
