"""What a map file needs beyond the map: the text of every row."""

from parks.edition import Edition


def describe_rows(edition: Edition) -> dict[str, object]:
    """
    Describe the table's rows for the panel and the search of a map file.

    Returns
    -------
    dict
        ``rows``: for each row its number, direction, the spans of its sector words
        as [start, end, sector, role], and policies. ``parks``: for each park the
        position of its row, the source of its place and the notes on it.
    """
    parks = edition.parks
    columns = ("row", "location_source", "location_note", "location_note_en")
    return {
        "rows": [
            {
                "seq": row.seq,
                "direction": row.direction or "",
                "spans": [
                    [word.start, word.end, tag.id, word.role.value]
                    for tag in row.sectors
                    for word in tag.evidence
                ],
                "policies": [
                    f"《{policy.title}》{policy.number or ''}"
                    for policy in row.policies
                ],
            }
            for row in edition.table.rows
        ],
        "parks": list(zip(*(parks[name].tolist() for name in columns), strict=True)),
        "search": {
            "rows": list(edition.search_index.row_texts),
            "parks": list(edition.search_index.park_texts),
        },
    }
