"""What the search box suggests while somebody types."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geodata.errors import StatedError
from parks.edition import Edition
from parks.language import Language, state, translate
from parks.places import PRECISION_WORDS
from parks.spelled_names import Fit, SpelledNames
from parks.spelling import LONGEST_TYPED, fold_typed, spell
from parks.suggestion_entries import Entry, Kind
from parks.suggestion_index import Found, open_index
from parks.typed_places import TypedPlace, name_nearest, read_address, read_coordinates
from parks.wording import name_district

MOST_SUGGESTED: Final = 12
_MOST_OF_KIND: Final = {
    Kind.PARK: 7,
    Kind.ZONE: 3,
    Kind.SECTOR: 3,
    Kind.DISTRICT: 3,
    Kind.POLICY: 3,
}
_MOST_NEAR: Final = 4
_KILOMETRE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    Something that somebody may have meant.

    Attributes
    ----------
    kind
        What it is.
    value
        The park's id, or what the filter's option of this kind takes; the name of a
        place whose nearest parks are meant, empty for coordinates.
    label, detail
        What it is called, and where it lies or how many parks it stands for.
    fit
        How what was typed fits.
    lon, lat
        In WGS 84; None where there is no point.
    spans
        Where in `label` stands what was typed, as start and end.
    """

    kind: Kind
    value: str
    label: str
    detail: str
    fit: Fit
    lon: float | None = None
    lat: float | None = None
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What a search comes to.

    Attributes
    ----------
    query
        What was looked for: what was typed, cut at `LONGEST_TYPED` characters.
    suggestions
        Grouped by kind, the group of the best one first.
    count
        The parks that the filter's ``q`` would show.
    note
        A sentence if nothing fits or two numbers are no place, else empty.
    """

    query: str
    suggestions: tuple[Suggestion, ...]
    count: int
    note: str = ""


def suggest(edition: Edition, typed: str, language: Language) -> Answer:
    """
    Suggest what somebody may mean, while they type.

    Parameters
    ----------
    edition
        Where to look: its parks, zones, sectors, districts and policies.
    typed
        Chinese, pinyin, initials or a mixture; an English name; coordinates in
        WGS 84; an address that names a known place.
    language
        Of labels, details and sentences.
    """
    query = " ".join(typed[:LONGEST_TYPED].split())
    if not query:
        return Answer("", (), len(edition.parks))
    count = int(edition.search_index.match(query).sum())
    place = read_coordinates(query)
    if isinstance(place, StatedError):
        return Answer(query, (), count, state(place, language))
    if place is not None:
        return Answer(query, (_suggest_place(place, edition, language),), count)
    found = open_index(edition).find(query)
    listed = [_describe(each, query, language) for each in _choose(found)]
    fits = any(each.fit is not Fit.NEAR for each in listed)
    address = None if fits else read_address(query, edition)
    if address is not None:
        listed.insert(0, _suggest_place(address, edition, language))
    note = "" if fits or address is not None else _say_nothing(query, listed, language)
    return Answer(query, tuple(listed), count, note)


def _choose(found: Iterable[Found]) -> list[Found]:
    """Take the best of each kind, and put each kind together."""
    kept: dict[Kind, list[Found]] = {}
    counts: Counter[Kind] = Counter()
    nears = total = 0
    for each in found:
        kind = each.entry.kind
        nears += each.fit is Fit.NEAR
        if counts[kind] == _MOST_OF_KIND[kind] or nears > _MOST_NEAR:
            continue
        counts[kind] += 1
        total += 1
        if total > MOST_SUGGESTED:
            break
        kept.setdefault(kind, []).append(each)
    return [each for group in kept.values() for each in group]


def _describe(found: Found, query: str, language: Language) -> Suggestion:
    entry = found.entry
    label = entry.name_en if language is Language.EN else entry.name
    lon, lat = entry.point or (None, None)
    return Suggestion(
        entry.kind,
        entry.value,
        label,
        _detail(found, language),
        found.fit,
        lon,
        lat,
        found.spans if found.name == label else _find_spans(label, query),
    )


def _find_spans(label: str, query: str) -> tuple[tuple[int, int], ...]:
    """Find what was typed in a label, which another name may have led to."""
    tokens = spell(label)
    hit = SpelledNames.of([tokens]).find(fold_typed(query)).get(0)
    if hit is None or hit.is_short:
        return ()
    return ((tokens[hit.start].start, tokens[hit.end - 1].end),)


def _detail(found: Found, language: Language) -> str:
    entry = found.entry
    where = [name_district(entry.district, language), entry.zone or ""]
    if entry.kind is not Kind.PARK:
        where.append(_count(entry, language))
    other = found.name if entry.kind is Kind.SECTOR else ""
    called = {entry.name, entry.name_en, entry.value}
    where.insert(0, "" if other in called else other)
    return " · ".join(filter(None, where))


def _count(entry: Entry, language: Language) -> str:
    words = "1 park" if entry.park_count == 1 else "{count} parks"
    return translate(words, language).format(count=entry.park_count)


def _suggest_place(
    place: TypedPlace, edition: Edition, language: Language
) -> Suggestion:
    named = place.name or f"{place.lon:.5f}, {place.lat:.5f} (WGS 84)"
    label = translate("Parks nearest to {place}", language).format(place=named)
    said = [translate(PRECISION_WORDS[place.precision], language)] if place.name else []
    nearest = name_nearest(place, edition)
    if nearest:
        name, metres = nearest
        far = (
            f"{metres / _KILOMETRE:.1f} km"
            if metres >= _KILOMETRE
            else f"{metres:.0f} m"
        )
        said.append(f"{name} {far}")
    return Suggestion(
        Kind.PLACE, place.name, label, " · ".join(said), Fit.WHOLE, place.lon, place.lat
    )


def _say_nothing(query: str, listed: Iterable[Suggestion], language: Language) -> str:
    words = (
        "Nothing is called “{query}”; nearest to it are:"
        if any(True for _ in listed)
        else "Nothing is called “{query}”."
    )
    return translate(words, language).format(query=query)
