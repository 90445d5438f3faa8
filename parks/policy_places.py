"""The place that a document's title begins with: a province, city or district."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from geodata.district_names import read_district_names

_HOME: Final = "深圳"
# GB/T 2260: the provinces, regions and cities that are on a level with provinces.
_PROVINCES: Final = (
    *("河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西"),
    *("山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西"),
    *("甘肃", "青海", "台湾"),
)
_REGIONS: Final = (
    *("内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区"),
    *("新疆维吾尔自治区", "北京市", "天津市", "上海市", "重庆市"),
)
_NO_CITY: Final = "城上全本各我县超夜门股都"
"""What stands before 市 in words that are no city's name: 智慧城市, 全市."""
_CITIES: Final = "盐城|晋城|运城|聊城|宣城|诸城|禹城|项城|成都|昌都|于都"
"""Cities whose names end so all the same."""
_HAN: Final = "[㐀-鿿]"
_CITY: Final = rf"(?:(?:{_CITIES})|{_HAN}{{1,3}}(?![{_NO_CITY}]){_HAN})市"
# 深圳湾 and the like are names of their own.
_HOME_AREA: Final = f"{_HOME}(?!市|湾|河|北站|东站|站|大学|机场)"
_NO_DISTRICT: Final = "园片新地社城灾山景库特专发税范验作校厂小街港保高点各市业心住商"
"""What stands before 区 in words that are no district's name: 园区, 片区, 重点区."""
_OTHER: Final = rf"{_HAN}{{1,2}}(?![{_NO_DISTRICT}]){_HAN}[区县](?!域|块|间|划|分|级)"
"""A district or county of a city or province that stands before it."""


@dataclass(frozen=True, slots=True)
class Lead:
    """
    The place before a document's own words.

    Attributes
    ----------
    text
        As it stands there, with the government whose document it is; empty for none.
    place
        What the place is known by however it is written; empty for none.
    level
        ``provincial``, ``city`` or ``district``; empty for none.
    is_issuer
        Whether a government or a body of it is named, and not the place alone.
    """

    text: str = ""
    place: str = ""
    level: str = ""
    is_issuer: bool = False


def find_lead(title: str) -> Lead:
    """
    Find the place that a title begins with, folded as `spell_title` does.

    The finest level counts: 深圳市罗湖区 is a district. A name that merely begins as a
    place does, as 深圳湾, and a word such as 智慧城市 or 园区, is none.
    """
    found = _pattern().match(title)
    if found is None or not found[0]:
        return Lead()
    named = {level: found[level] for level in ("district", "city", "provincial")}
    level = next((level for level, text in named.items() if text), "")
    if not level:
        return Lead()
    body = found["body"] or ""
    return Lead(found[0], _name_place(named, level), level, bool(body))


def _name_place(named: dict[str, str | None], level: str) -> str:
    """Name a place so that all ways to write it come out alike."""
    text = named[level] or ""
    if level == "provincial":
        return text.removesuffix("省")
    city = (named["city"] or "").removesuffix("市")
    if level == "city":
        return city
    ours = {known.name_zh for known in read_district_names()}
    if text in ours and city in {"", _HOME}:
        return text
    return (city or named["provincial"] or "") + text


@cache
def _pattern() -> re.Pattern[str]:
    ours = "|".join(
        form
        for each in read_district_names()
        for form in (each.name_zh, f"{each.name}新区")
    )
    provinces = "|".join([*(f"{name}省" for name in _PROVINCES), *_REGIONS])
    # Shenzhen's districts are known; of other cities any counts.
    other = rf"(?<!{_HOME})(?<!{_HOME}市){_OTHER}"
    return re.compile(
        rf"(?P<provincial>{provinces})?(?P<city>{_CITY}|{_HOME_AREA})?"
        rf"(?P<district>{ours}|(?(city){other}|(?(provincial){other}|(?!))))?"
        r"(?P<body>(?:人民)?(?:政府|代表大会)(?:办公厅|办公室|常务委员会)?)?"
    )
