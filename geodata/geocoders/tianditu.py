"""
天地图 Tianditu's 地理编码, in CGCS2000.

Source: http://lbs.tianditu.gov.cn/server/geocodinginterface.html. It documents
``location`` with ``lon``, ``lat``, a ``level`` (类别名称, whose values are not listed),
``score`` and the question again as ``keyWord``, and ``status``: 0 found, 101 or 404
nothing found, 1 an error. A key that is refused is said by the gateway before it: HTTP
403, or 418 for one that is not even spelt as a key, and a ``code`` that begins with
301, such as 301012 for the wrong kind of key, which must be “服务端”.

Tianditu never says what it matched, so nothing is ever `site`:

=====================================  ==========
level                                  precision
=====================================  ==========
门址 门牌号 兴趣点 POI                    `near`
道路 交叉路口 乡镇 街道 村 地名地址         `street`
any other                              `district`
=====================================  ==========

With a score under 90 it is at best `zone`, and doubtful.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Final

import orjson

from geodata.datums import Datum
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Doubt, Finding, Question, coarsest
from geodata.geocoders.errors import (
    KeyRefusedError,
    PlaceNotFoundError,
)
from geodata.geocoders.services import (
    Request,
    failure,
    pick_code,
    pick_number,
    pick_text,
)

LEVELS: Final = {
    **dict.fromkeys(("门址", "门牌号", "兴趣点", "POI"), Precision.NEAR),
    **dict.fromkeys(
        ("道路", "交叉路口", "乡镇", "街道", "村", "地名地址"), Precision.STREET
    ),
}
LEAST_SCORE: Final = 90
_NO_RESULT: Final = frozenset(("101", "404"))
_KEY_STATUSES: Final = frozenset((401, 403, 418))


@dataclass(frozen=True, slots=True)
class Tianditu:
    """天地图 with an operator's key of the kind “服务端”."""

    key: str = field(repr=False)
    host: str = "https://api.tianditu.gov.cn"

    name: ClassVar[str] = "tianditu"
    title: ClassVar[str] = "天地图 Tianditu"
    datum: ClassVar[Datum] = Datum.CGCS2000
    attribution: ClassVar[str] = "天地图"

    @property
    def interval_seconds(self) -> float:
        """No limit is documented; five a second is modest."""
        return 0.2

    def ask(self, question: Question) -> Request:
        """Spell ``/geocoder?ds=``."""
        ds = orjson.dumps({"keyWord": question.address}).decode()
        parameters = {"ds": ds, "tk": self.key}
        return Request(f"{self.host}/geocoder", parameters, self.key)

    def read(
        self, document: object, status: int, question: Question
    ) -> tuple[Finding, ...]:
        """Read ``location``, or what the gateway refuses."""
        code = pick_code(document, "code")
        if status in _KEY_STATUSES or code.startswith("301"):
            raise KeyRefusedError(geocoder=self.title, code=code or status)
        answered = pick_code(document, "status")
        if answered in _NO_RESULT:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        if answered != "0":
            raise failure(self.title, answered or code, {})
        level = pick_text(document, "location", "level")
        precision = LEVELS.get(level, Precision.DISTRICT)
        facts = {"geocoder": self.title, "level": level}
        doubts = [Doubt("name-unsaid", facts)]
        if level not in LEVELS:
            doubts.append(Doubt("level-unknown", facts))
        if not pick_number(document, "location", "score") >= LEAST_SCORE:
            precision = coarsest(precision, Precision.ZONE)
            doubts.append(Doubt("uncertain", facts))
        return (
            Finding(
                pick_number(document, "location", "lon"),
                pick_number(document, "location", "lat"),
                precision,
                level,
                doubts=tuple(doubts),
            ),
        )
