"""What a map file needs beyond the map: the text of every row, and what is searched."""

from geodata.simplified import list_spellings
from parks.edition import Edition
from parks.model import Row


def describe_rows(edition: Edition) -> dict[str, object]:
    """
    Describe the table's rows for the panel, the filter and the search of a map file.

    Returns
    -------
    dict
        ``rows``: for each row its number, direction, the spans of its sector words
        as [start, end, sector, role], its policies as they are cited and by title,
        and the columns that are not known. ``parks``: for each park the position of
        its row, the source of its place and the notes on it. ``search``: the texts
        of `SearchIndex`. ``simple``: for traditional characters the simplified one
        that stands in those texts.
    """
    parks = edition.parks
    columns = ("row", "location_source", "location_note", "location_note_en")
    index = edition.search_index
    return {
        "rows": [_describe_row(row, edition) for row in edition.table.rows],
        "parks": list(zip(*(parks[name].tolist() for name in columns), strict=True)),
        "search": {"rows": list(index.row_texts), "parks": list(index.park_texts)},
        "simple": _list_traditional("".join((*index.row_texts, *index.park_texts))),
    }


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


def _list_traditional(text: str) -> dict[str, str]:
    return {
        other: sign for sign in sorted(set(text)) for other in list_spellings(sign)[1:]
    }
