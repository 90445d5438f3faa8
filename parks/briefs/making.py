"""Makes a brief of any ordered list of parks: one, a comparison, a match, a list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from parks.briefs.brief import Brief, Grid, Section
from parks.briefs.citing import gather_sources
from parks.briefs.plain_text import clean_all
from parks.briefs.sections import describe_park
from parks.briefs.sender import NOBODY, Sender
from parks.briefs.sentences import say
from parks.briefs.sketching import make_sketch
from parks.briefs.surveying import explain_map, line_up_distances, list_legend
from parks.comparison import take_park
from parks.edition import Edition
from parks.headings import head
from parks.language import Language
from parks.model import Role
from parks.wording import name_precision, name_tags

_FEW: Final = 4
"""Up to so many parks are measured against one another."""


def make_brief(  # noqa: PLR0913 - what a caller may say beside the parks is by name
    edition: Edition,
    positions: Sequence[int],
    language: Language,
    *,
    heading: str = "",
    notes: Mapping[int, str] | None = None,
    remarks: Sequence[str] = (),
    sender: Sender = NOBODY,
    day: date | None = None,
    map_approval: str = "",
) -> Brief:
    """
    Make a brief on parks; the same input gives the same brief.

    Parameters
    ----------
    edition
        Whose parks they are.
    positions
        In `Edition.parks`, at least one, in the order of the brief.
    language
        Of all but the words of the table.
    heading
        What the brief is called, any text; made up from the parks if empty.
    notes
        By position, what is to be said of a park, for instance its rank and score;
        in the words of the language.
    remarks
        Sentences that a reader must know first.
    sender
        Who sends it, as `parks.briefs.read_sender` gives it.
    day
        When it is made.
    map_approval
        The operator's 审图号, named under the map.

    Raises
    ------
    ValueError
        If there is no park.
    """
    if not positions:
        raise ValueError("a brief needs at least one park")
    said = notes or {}
    sections = tuple(
        describe_park(edition, position, number, language, said.get(position, ""))
        for number, position in enumerate(positions, 1)
    )
    sketch = make_sketch(edition, positions)
    members = [take_park(edition, position) for position in positions]
    few = 1 < len(members) <= _FEW
    sources, source_notes = gather_sources(edition, positions, language)
    brief = Brief(
        title=heading or _name(sections, language),
        language=language,
        day=day,
        sender=sender,
        remarks=tuple(remarks),
        overview=_overview(edition, positions, sections, language),
        sketch=sketch,
        legend=list_legend(members, language),
        map_notes=explain_map(sketch, map_approval, language),
        distances=line_up_distances(members, language) if few else None,
        distance_note=say(
            "Distances run from point to point on the WGS 84 ellipsoid, not along "
            "roads. “About”: a point stands for a road, zone or district, so it may be "
            "off by kilometres. “Same point”: nothing is known of the distance.",
            language,
        ),
        sections=sections,
        direction_note=say(
            "The table says this of the whole zone; its parks inherit it.", language
        ),
        sources=sources,
        source_notes=source_notes,
    )
    return _clean(brief)


def _clean(brief: Brief) -> Brief:
    """Leave out what no document can hold, and say so."""
    cleaned, dropped = clean_all(brief)
    if not dropped:
        return cleaned
    told = say(
        "{count} characters of the table that no document can hold were left out.",
        brief.language,
        count=dropped,
    )
    return replace(cleaned, source_notes=(*cleaned.source_notes, told))


def _name(sections: Sequence[Section], language: Language) -> str:
    if len(sections) == 1:
        return say("Brief: {name}", language, name=sections[0].name)
    return say("Brief on {count} parks", language, count=len(sections))


def _overview(
    edition: Edition,
    positions: Sequence[int],
    sections: Sequence[Section],
    language: Language,
) -> Grid | None:
    if len(sections) == 1:
        return None
    has_notes = any(section.note for section in sections)
    names = ("name", "zone", "focus", "precision")
    heads = say("No.", language), *(head(name, language) for name in names)
    lines = []
    for section, position in zip(sections, positions, strict=True):
        park = edition.parks.iloc[position]
        row = edition.table.rows[park["row"]]
        cells = (
            str(section.number),
            section.name,
            section.where,
            name_tags(row, Role.FOCUS, language) or "–",
            name_precision(park["precision"], language),
        )
        lines.append((*cells, section.note) if has_notes else cells)
    if has_notes:
        heads = (*heads, say("Note", language))
    return Grid(heads, tuple(lines))
