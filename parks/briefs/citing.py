"""The sources of a brief: rows of the table, places, boundaries, datums."""

from collections.abc import Sequence

from parks.briefs.brief import Grid
from parks.briefs.sentences import say
from parks.edition import Edition
from parks.headings import head
from parks.language import Language
from parks.place_sources import word_source


def gather_sources(
    edition: Edition, positions: Sequence[int], language: Language
) -> tuple[Grid, tuple[str, ...]]:
    """
    Gather what the parks of a brief rest on.

    Returns
    -------
    (Grid, tuple of str)
        For each park its row of the table and the source of its place; and what holds
        for all of them.
    """
    parks = edition.parks
    heads = (
        say("No.", language),
        head("name", language),
        head("seq", language),
        head("location_source", language),
    )
    lines = tuple(
        (
            str(number),
            str(parks["name"].iloc[position]),
            str(parks["seq"].iloc[position]),
            word_source(str(parks["location_source"].iloc[position] or "–"), language),
        )
        for number, position in enumerate(positions, 1)
    )
    return Grid(heads, lines), _list_notes(edition, positions, language)


def _list_notes(
    edition: Edition, positions: Sequence[int], language: Language
) -> tuple[str, ...]:
    districts = edition.districts
    named = set(edition.parks["district"].iloc[list(positions)])
    own = districts["source"][districts["district"].isin(named)]
    table = edition.table.source
    notes = [
        say(
            "Table: {name}, edition {key}.", language, name=table.name, key=edition.key
        ),
        say("What the table says is quoted in its own language.", language),
        *(
            say(
                "District boundary: {source}",
                language,
                source=word_source(str(source), language),
            )
            for source in dict.fromkeys(own)
        ),
        say(
            "Places are kept in WGS 84. GCJ-02 (AMap, Tencent) and BD-09 (Baidu) are "
            "computed from it by the formulas in common use.",
            language,
        ),
        say(
            "Made with ParkAtlas · 园区一张图. A place is no more exact than it is "
            "said to be: check it before deciding on land or money.",
            language,
        ),
    ]
    return tuple(notes)
