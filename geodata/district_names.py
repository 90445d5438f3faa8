"""
What Shenzhen's eleven districts are called: names, codes and ids, no geometry.

Two of them are no county-level divisions and so have no code of GB/T 2260: 大鹏新区 is
by law part of 龙岗 (440307), 深汕特别合作区 part of 海丰 in Shanwei (441521).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geodata._names import name_key
from geodata._records import DATA, read_records
from geodata.errors import DataFileError

DISTRICT_NAMES_FILE = DATA / "district_names.csv"
_COLUMNS = (
    "district",
    "name_zh",
    "name_en",
    "district_code",
    "county_code",
    "pinyin",
    "other_names",
)
_CITY = re.compile(r"^(?:(?:广东省|廣東省)?深圳市?|shenzhen(?:city|shi)?)")
_CITY_AFTER = re.compile(r"shenzhen(?:city)?$")
_SUFFIXES = ("区", "新区", "合作区", "特别合作区", "區", "新區", "合作區", "特別合作區")
_SUFFIXES_LATIN = ("district", "newarea", "newdistrict", "qu", "xinqu")


@dataclass(frozen=True, slots=True)
class District:
    """
    A district as tables, people and links name it.

    Attributes
    ----------
    name
        The short Chinese name, as in the table: 福田.
    name_zh, name_en
        The official names: 福田区, Futian.
    district_code
        Six digits of GB/T 2260; None for 大鹏 and 深汕, which have none.
    county_code
        The code of the county that it is by law, or is part of by law.
    pinyin
        The id in links: futian.
    other_names
        Further names to be understood, such as the traditional form.
    """

    name: str
    name_zh: str
    name_en: str
    district_code: str | None
    county_code: str
    pinyin: str
    other_names: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def read_district_names(path: Path = DISTRICT_NAMES_FILE) -> tuple[District, ...]:
    """
    Read the districts' names, in the order of the table.

    Raises
    ------
    DataFileError
        If the file is missing, malformed or without a district.
    """
    districts = tuple(
        District(
            name=record["district"],
            name_zh=record["name_zh"],
            name_en=record["name_en"],
            district_code=record["district_code"] or None,
            county_code=record["county_code"],
            pinyin=record["pinyin"],
            other_names=tuple(filter(None, record["other_names"].split(";"))),
        )
        for _, record in read_records(path, _COLUMNS)
    )
    if not districts:
        raise DataFileError(path=path, reason="it names no district")
    return districts


def find_district(
    text: str, *, districts: Iterable[District] | None = None
) -> str | None:
    """
    Find the district that a text names, whole.

    Understood are the short and the official name with or without 区, 新区 or
    特别合作区, in simplified or traditional characters, after 深圳市 too; pinyin and
    English in any case; and the code of GB/T 2260. A county's code that only stands in
    (441521 for 深汕) names no district, nor does a name that merely contains one.

    Parameters
    ----------
    text
        What a person or a table wrote.
    districts
        Where to look; by default Shenzhen's, as `read_district_names` gives them.

    Returns
    -------
    str | None
        The short Chinese name, None if no district is named so.

    Raises
    ------
    DataFileError
        If the file of names is missing or malformed.
    """
    if districts is None:
        return _find_again(text)
    return _find(name_key(text), _index_names(tuple(districts)))


def find_district_by_key(key: str) -> str | None:
    """Find the district of Shenzhen's that `find_district` finds by a name's key."""
    return _find(key, _index_ours())


@lru_cache(maxsize=1024)
def _find_again(text: str) -> str | None:
    """Find one of Shenzhen's; few names stand in very many rows."""
    return find_district_by_key(name_key(text))


def _find(key: str, known: Mapping[str, str]) -> str | None:
    if key in known:
        return known[key]
    for city in (_CITY, _CITY_AFTER):
        if bare := city.search(key):
            form = key[: bare.start()] + key[bare.end() :]
            if form in known:
                return known[form]
    return None


@lru_cache(maxsize=1)
def _index_ours() -> dict[str, str]:
    """Index Shenzhen's districts; to hash them all takes longer than to find one."""
    return _index_names(read_district_names())


@lru_cache(maxsize=8)
def _index_names(districts: tuple[District, ...]) -> dict[str, str]:
    """Give the short name of every form of the names of `districts`."""
    return {
        name_key(form): district.name
        for district in districts
        for form in _forms(district)
    }


def _forms(district: District) -> Iterator[str]:
    """List all that a district is called."""
    yield from (district.name_zh, district.name_en)
    if district.district_code is not None:
        yield district.district_code
    for chinese in (district.name, *district.other_names):
        yield chinese
        yield from (chinese + suffix for suffix in _SUFFIXES)
    for latin in (district.pinyin, name_key(district.name_en)):
        yield latin
        yield from (latin + suffix for suffix in _SUFFIXES_LATIN)
