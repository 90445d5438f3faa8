"""What a search can lead to: the parks, zones, sectors, districts and policies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import shapely

from geodata.district_names import District, read_district_names
from parks.data_file import read_data
from parks.edition import Edition
from parks.facets import count_facets
from parks.filter import Filter
from parks.sectors import Sector, read_taxonomy

_POLICY_WORDS: Final = Path(__file__).parent / "data" / "policy_words.toml"


class Kind(StrEnum):
    """What a suggestion is."""

    PARK = "park"
    ZONE = "zone"
    SECTOR = "sector"
    DISTRICT = "district"
    POLICY = "policy"
    PLACE = "place"
    """A place typed as coordinates or as an address; its nearest parks are meant."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """
    Something that a search can lead to.

    Attributes
    ----------
    kind
        What it is.
    value
        The park's id, or what the filter's option of this kind takes.
    name, name_en
        What it is called.
    names
        All that it is looked up by, `name` first.
    park_count
        How many parks it stands for.
    district, zone
        Where it lies, as the table says.
    point
        Longitude and latitude in WGS 84; None if there is none.
    """

    kind: Kind
    value: str
    name: str
    name_en: str
    names: tuple[str, ...]
    park_count: int
    district: str | None = None
    zone: str | None = None
    point: tuple[float, float] | None = None


def list_entries(edition: Edition) -> list[Entry]:
    """List all that can be found in an edition, parks first, in the table's order."""
    return [
        *_list_parks(edition),
        *_list_zones(edition),
        *_list_sectors(edition),
        *_list_districts(edition),
        *_list_policies(edition),
    ]


def _list_parks(edition: Edition) -> Iterator[Entry]:
    columns = ("park_id", "name", "district", "zone")
    parks = edition.parks
    values = (parks[name].tolist() for name in columns)
    for *said, point in zip(*values, parks.geometry, strict=True):
        id_, name, district, zone = said
        names = (name,)
        yield Entry(
            Kind.PARK, id_, name, name, names, 1, district, zone, _take_point(point)
        )


def _list_zones(edition: Edition) -> Iterator[Entry]:
    counts = Counter(edition.parks["zone"].dropna())
    zones = edition.zones.dropna(subset="zone")
    districts = zones.groupby("zone")["district"].nunique(dropna=False).to_dict()
    firsts = zones.drop_duplicates("zone")
    values = (firsts[name].tolist() for name in ("zone", "district", "point"))
    for name, district, point in zip(*values, strict=True):
        # The filter takes a zone by its name: of two called alike it shows both.
        is_one = districts[name] == 1
        yield Entry(
            *(Kind.ZONE, name, name, name, (name,), counts[name]),
            district=district if is_one else None,
            point=_take_point(point) if is_one else None,
        )


def _list_sectors(edition: Edition) -> Iterator[Entry]:
    counts = count_facets(edition, Filter()).sectors
    for sector in read_taxonomy():
        if counts[sector.id]:
            names = tuple(
                dict.fromkeys((sector.zh, sector.en, sector.id, *sector.terms))
            )
            yield Entry(
                Kind.SECTOR, sector.id, sector.zh, sector.en, names, counts[sector.id]
            )


def _list_districts(edition: Edition) -> Iterator[Entry]:
    counts = Counter(edition.parks["district"].dropna())
    known = {district.name: district for district in read_district_names()}
    for name in edition.district_names:
        district = known.get(name)
        names = _name_district(district) if district else (name,)
        name_en = district.name_en if district else name
        yield Entry(Kind.DISTRICT, name, name, name_en, names, counts[name])


def _name_district(district: District) -> tuple[str, ...]:
    ours = district.name, district.name_zh, district.name_en, district.pinyin
    # The official English name of a district proper lacks the word.
    whole = f"{district.name_en} District"
    others = (*district.other_names, district.district_code or "", whole)
    return tuple(filter(None, dict.fromkeys((*ours, *others))))


def _list_policies(edition: Edition) -> Iterator[Entry]:
    counts: Counter[tuple[str, str | None]] = Counter()
    for row in edition.table.rows:
        for cited in dict.fromkeys((each.title, each.number) for each in row.policies):
            counts[cited] += len(row.parks)
    for (title, number), count in counts.items():
        name = f"{title}（{number}）" if number else title
        names = tuple(filter(None, (title, number, say_in_english(title))))
        yield Entry(Kind.POLICY, title, name, name, names, count)


def say_in_english(title: str) -> str:
    """Give the English words under which a policy is looked for; no translation."""
    found = [
        (title.find(chinese), -len(chinese), words)
        for chinese, words in _read_words().items()
        if chinese in title
    ]
    return " ".join(dict.fromkeys(words for *_, words in sorted(found)))


@cache
def _read_words() -> dict[str, str]:
    """Read what districts, sectors and common words of policies are in English."""
    with read_data(_POLICY_WORDS) as data:
        words = {str(chinese): str(said) for chinese, said in data["words"].items()}
    sectors: tuple[Sector, ...] = read_taxonomy()
    return (
        {sector.zh: sector.en for sector in sectors}
        | {district.name: district.name_en for district in read_district_names()}
        | words
    )


def _take_point(point: shapely.Point | None) -> tuple[float, float] | None:
    return None if point is None or point.is_empty else (point.x, point.y)
