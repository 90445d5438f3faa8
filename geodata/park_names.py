"""
What the name of a park is made of: whose it is, what it is, and which part of it.

The words are those of the names in Shenzhen's plan and of parks beside them; what is
none of them tells parks apart and must agree.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from geodata._names import name_key
from geodata.district_names import read_district_names
from geodata.simplified import simplify

LONGEST: Final = 100
"""Characters of the longest text that is read as a name."""

_HEADS: Final = (
    *("园区", "园", "基地", "大厦", "大楼", "中心", "广场", "新城", "城", "小镇", "谷"),
    *("港", "实验室", "加工区", "保税区", "工业区", "开发区", "高新区", "片区", "总部"),
)
_SAME_HEADS: Final = {"园区": ("园",), "基地": ("园",), "工业区": ("工业", "园")}
"""What is said either way of the same grounds."""
_TRADES: Final = (
    *("软件", "电子商务", "电商", "电子", "商务", "生物", "医药", "数码", "数字"),
    *("智慧", "人工智能", "智能", "生态", "国际", "金融", "工业", "信息", "互联网+"),
    *("互联网", "物流", "创意", "文化", "新能源", "新材料", "汽车", "装备", "制造"),
    *("研发", "博览", "会展", "创投", "创业", "投资", "出口", "生命", "健康", "未来"),
    *("战略性新兴", "战略新兴", "半导体", "海洋", "设计", "综合", "网商", "示范"),
)
_SAME_TRADES: Final = {"战略性新兴": "战略新兴", "电商": "电子商务"}
_COMMON: Final = {
    "高新技术": "高新",
    "高新科技": "高新",
    "高新产业": "高新",
    "高科技": "高新",
    "科技": "科技",
    "创新": "创新",
    "产业": "",
    "技术": "",
}
"""Words that a park's name may have or lack, as they are compared."""
_STATES: Final = frozenset(
    ("", "在建", "已建", "建成", "已建成", "规划", "规划中", "筹建", "拟建", "运营中")
)
_NUMBERS: Final = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | dict(
    zip(("i", "ii", "iii", "iv", "v", "vi"), range(1, 7), strict=True)
)

_BRACKETED: Final = re.compile(r"[(\[{〔【〖]([^()\[\]{}〔〕【】〖〗]*)[)\]}〕】〗]")
_CITY: Final = re.compile(r"^(?:中国)?(?:广东省?)?(?:深圳市|深圳(?!湾))?")
_NUMBER: Final = r"(?:[一二三四五六七八九十]+|\d+|[ivx]+|[a-z])"
_PART: Final = re.compile(
    rf"第?({_NUMBER})(期)(?:工程|项目)?"
    rf"|({_NUMBER}|[东南西北]|核心|起步|启动|扩展)(区)(?=$|{_NUMBER})"
    r"|([东南西北]|..分)(园)$"
    rf"|({_NUMBER}|[东南西北])(号楼|号厂房|栋|座|幢|单元|层|楼|号)"
    r"|([ivx]+|\d+)$"
)
_WORD: Final = re.compile("|".join(sorted((*_TRADES, *_COMMON), key=len, reverse=True)))
_HEAD: Final = re.compile(f"(?:{'|'.join(sorted(_HEADS, key=len, reverse=True))})$")


@dataclass(frozen=True, slots=True)
class ParkName:
    """
    A name taken apart.

    Attributes
    ----------
    text
        The name as `plain_name` has it, without city, brackets and parts.
    own
        What is no general word: whose the park is or where.
    trades
        What is made or done there, sorted.
    commons
        Words that many parks have, as 科技, sorted.
    head
        What it is, as a park: 园, 大厦, 城; empty if the name does not say.
    written_head
        The same as the name has it, but for 园区.
    parts
        Which part of it is meant: phase, section, building.
    districts
        Short names of the districts that the name says.
    asides
        What stands in brackets and is none of these.
    """

    text: str
    own: str
    trades: tuple[str, ...]
    commons: tuple[str, ...]
    head: str
    written_head: str
    parts: frozenset[str]
    districts: frozenset[str]
    asides: tuple[str, ...]

    @property
    def words(self) -> str:
        """All that it is made of, a blank between the words."""
        return " ".join(
            filter(None, (self.own, *self.trades, *self.commons, self.head))
        )


def plain_name(text: str) -> str:
    """
    Write a name in one way: simplified, half width, lower case, no blanks or signs.

    What comes out stays as it is when it goes in again. Brackets fall away too; what
    stands in them stays.
    """
    plain = simplify(name_key(text))
    # Folding may make a sign that has to be folded once more.
    while (again := simplify(name_key(plain))) != plain:
        plain = again
    return plain


def names_part(plain: str) -> bool:
    """Say whether a name, as `plain_name` writes it, says which part is meant."""
    return _PART.search(plain) is not None


@lru_cache(maxsize=4096)
def read_name(text: str) -> ParkName:
    """Take a name apart; what is longer than `LONGEST` is cut there."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST])
    insides = [_strip(plain_name(each)) for each in _BRACKETED.findall(folded)]
    whole = _strip(_CITY.sub("", plain_name(_BRACKETED.sub("", folded))))
    head = _HEAD.search(whole.text)
    written = head[0] if head else ""
    rest = whole.text.removesuffix(written)
    words = _WORD.findall(rest)
    *more, last = _SAME_HEADS.get(written, (written,))
    trades = [_SAME_TRADES.get(word, word) for word in words if word not in _COMMON]
    return ParkName(
        text=whole.before,
        own=_WORD.sub("", rest),
        trades=tuple(sorted([*trades, *more])),
        commons=tuple(sorted({_COMMON.get(word, "") for word in words} - {""})),
        head=last,
        written_head="园" if written == "园区" else written,
        parts=whole.parts.union(*(inside.parts for inside in insides)),
        districts=whole.districts.union(*(inside.districts for inside in insides)),
        asides=tuple(inside.text for inside in insides if inside.text not in _STATES),
    )


class _Stripped(NamedTuple):
    """A text before and after its districts and parts were taken out."""

    before: str
    text: str
    parts: frozenset[str]
    districts: frozenset[str]


def _strip(text: str) -> _Stripped:
    named = _compile_districts()
    districts = frozenset(found[1] for found in named.finditer(text))
    rest = named.sub("", text)
    parts = frozenset(_name_part(found) for found in _PART.finditer(rest))
    return _Stripped(text, _PART.sub("", rest), parts, districts)


def _name_part(found: re.Match[str]) -> str:
    """Name a part in one way: 第一期, 1期 and I期 are one."""
    number, *kind = filter(None, found.groups())
    return f"{_NUMBERS.get(number, number)}{''.join(kind)}"


@lru_cache(maxsize=1)
def _compile_districts() -> re.Pattern[str]:
    names = "|".join(plain_name(district.name) for district in read_district_names())
    return re.compile(f"({names})(?:特别合作区|合作区|新区|区)?")
