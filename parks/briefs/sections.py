"""What a brief says of one park: the table's facts, its words, its place."""

from collections.abc import Iterator
from typing import Final

from shapely import Point

from geodata.datums import Datum, convert
from parks.briefs.brief import Pairs, Passage, Section
from parks.briefs.sentences import say
from parks.corrections import COLUMN as CORRECTION
from parks.edition import Edition
from parks.headings import head
from parks.language import Language
from parks.model import Policy, Role, Row
from parks.place_sources import word_source
from parks.places import PRECISION_WORDS
from parks.wording import name_district, name_precision, name_tags

_DATUMS: Final = Datum.WGS84, Datum.GCJ02, Datum.BD09


def describe_park(
    edition: Edition, position: int, number: int, language: Language, note: str = ""
) -> Section:
    """Describe a park of an edition under its number in the brief."""
    park = edition.parks.iloc[position]
    row = edition.table.rows[park["row"]]
    point = park["geometry"]
    is_placed = isinstance(point, Point) and not point.is_empty
    district = name_district(park["district"], language)
    return Section(
        number=number,
        name=str(park["name"]),
        where=" · ".join(filter(None, (district, row.zone))),
        note=note,
        facts=tuple(_list_facts(row, district, language)),
        direction=mark_direction(row),
        policies=tuple(cite(policy) for policy in row.policies),
        place=_describe_place(edition, position, language),
        position=(point.x, point.y) if is_placed else None,
    )


def cite(policy: Policy) -> str:
    """Cite a document with its number, if it has one."""
    return f"《{policy.title}》{policy.number or ''}"


def mark_direction(row: Row) -> tuple[Passage, ...]:
    """
    Part a direction where words begin and end that name a sector.

    Returns
    -------
    tuple of Passage
        Joined they are the direction, word for word.
    """
    text = row.direction or ""
    spans = sorted({(word.start, word.end) for t in row.sectors for word in t.evidence})
    parts, at = [], 0
    for start, end in spans:
        # Of words that lie over one another those that end later begin here.
        begin = max(start, at)
        if begin >= end:
            continue
        parts += [Passage(text[at:begin], is_marked=False)]
        parts += [Passage(text[begin:end], is_marked=True)]
        at = end
    parts.append(Passage(text[at:], is_marked=False))
    return tuple(part for part in parts if part.text)


def _list_facts(
    row: Row, district: str, language: Language
) -> Iterator[tuple[str, str]]:
    yield head("district", language), district or "–"
    yield head("zone", language), row.zone or "–"
    yield head("seq", language), str(row.seq)
    yield head("focus", language), name_tags(row, Role.FOCUS, language) or "–"
    yield head("mentioned", language), name_tags(row, Role.MENTION, language) or "–"
    for name, text in row.extra.items():
        if text:
            yield head(name, language), text


def _describe_place(edition: Edition, position: int, language: Language) -> Pairs:
    park = edition.parks.iloc[position]
    precision = park["precision"]
    words = PRECISION_WORDS.get(precision or "")
    pairs = [(head("precision", language), name_precision(precision, language))]
    if words:
        pairs.append((say("What that means", language), say(words, language)))
    column = "location_note_en" if language is Language.EN else "location_note"
    if park[column]:
        pairs.append((head("location_note", language), str(park[column])))
    if source := park["location_source"]:
        said = word_source(str(source), language)
        pairs.append((head("location_source", language), said))
    reason = park.get(CORRECTION)
    if isinstance(reason, str):
        pairs.append((head("correction", language), reason))
    point = park["geometry"]
    if isinstance(point, Point) and not point.is_empty:
        pairs += [
            (_name_axes(datum, language), _write_position(point, datum))
            for datum in _DATUMS
        ]
    return tuple(pairs)


def _name_axes(datum: Datum, language: Language) -> str:
    return say("{datum} longitude, latitude", language, datum=datum.value)


def _write_position(point: Point, datum: Datum) -> str:
    lon, lat = convert(point.x, point.y, source=Datum.WGS84, target=datum)
    return f"{lon:.6f}, {lat:.6f}"
