"""
百度 Baidu's 地理编码 v3, asked for GCJ-02 (``ret_coordtype=gcj02ll``).

Source: https://lbsyun.baidu.com/faq/api?title=webapi/guide/webservice-geocoding-base
and, for codes, https://lbsyun.baidu.com/faq/api?title=webapi/appendix. Unasked, Baidu
gives BD-09; the datum is asked for so that it is known. GCJ-02 needs one conversion
less than BD-09, and what Baidu makes of points abroad does not matter here.

Baidu never says what it matched, so nothing is ever `site`. The precision is the
coarser of two, and at best `street` where ``precise`` is 0 (模糊打点):

===================================================  ==========
level                                                precision
===================================================  ==========
门址 交叉路口 and what names a building or a business    `near`
道路 桥 绿地 村庄 乡镇                                  `street`
商圈 工业园区                                          `zone`
区县 城市 省 国家, UNKNOWN and any other               `district`
===================================================  ==========

==========================  ==========
confidence (metres off)     precision
==========================  ==========
60 or more (under 500 m)    `near`
40 or more (under 2 km)     `street`
25 or more (under 8 km)     `zone`
less                        `district`
==========================  ==========
"""

from dataclasses import dataclass, field
from typing import ClassVar, Final

from geodata.datums import Datum
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Doubt, Finding, Question, coarsest
from geodata.geocoders.errors import (
    AskedTooOftenError,
    BusyServiceError,
    GeocoderError,
    KeyRefusedError,
    LongQuestionError,
    PlaceNotFoundError,
    QuotaExceededError,
)
from geodata.geocoders.services import (
    Request,
    failure,
    pick_code,
    pick_number,
    pick_text,
)

MOST_BYTES: Final = 84
"""The longest address, in UTF-8."""
_NEAR: Final = (
    *("门址", "交叉路口", "地产小区", "商务大厦", "政府机构", "生活服务", "休闲娱乐"),
    *("餐饮", "宾馆", "购物", "金融", "教育", "医疗", "旅游景点", "汽车服务"),
    *("火车站", "长途汽车站", "停车场/停车区", "港口/码头", "收费区/收费站"),
    *("飞机场", "机场", "收费处/收费站", "加油站"),
)
LEVELS: Final = {
    **dict.fromkeys(_NEAR, Precision.NEAR),
    **dict.fromkeys(("道路", "桥", "绿地", "村庄", "乡镇"), Precision.STREET),
    **dict.fromkeys(("商圈", "工业园区"), Precision.ZONE),
    **dict.fromkeys(("区县", "城市", "省", "国家"), Precision.DISTRICT),
}
CONFIDENCES: Final = (
    (60, Precision.NEAR),
    (40, Precision.STREET),
    (25, Precision.ZONE),
)
LEAST_COMPREHENSION: Final = 70
"""Less than this much of the address understood is a doubt."""
_KEY: Final = (
    *("3", "5", "101", "102", "200", "201", "202", "203", "210", "211", "220", "230"),
    *("240", "250", "251", "252", "260", "261"),
)
ERRORS: Final[dict[str, type[GeocoderError]]] = {
    "1": BusyServiceError,
    **dict.fromkeys(_KEY, KeyRefusedError),
    **dict.fromkeys(("4", "301", "302"), QuotaExceededError),
    **dict.fromkeys(("401", "402"), AskedTooOftenError),
}
"""Any other code, 2 among them, means that the question was not taken."""
_NO_RESULT: Final = "无相关结果"


@dataclass(frozen=True, slots=True)
class Baidu:
    """百度 with an operator's ``ak`` of the kind “服务端”."""

    key: str = field(repr=False)
    host: str = "https://api.map.baidu.com"

    name: ClassVar[str] = "baidu"
    title: ClassVar[str] = "百度 Baidu"
    datum: ClassVar[Datum] = Datum.GCJ02
    attribution: ClassVar[str] = "百度地图"

    @property
    def interval_seconds(self) -> float:
        """Three requests a second are a personal key's share."""
        return 0.35

    def ask(self, question: Question) -> Request:
        """Spell ``/geocoding/v3/``; the city stands apart, so it may be left out."""
        for address in (question.address, question.query):
            if len(address.encode()) <= MOST_BYTES:
                break
        else:
            raise LongQuestionError(geocoder=self.title, limit=MOST_BYTES)
        parameters = {
            "ak": self.key,
            "address": address,
            "city": question.city,
            "ret_coordtype": "gcj02ll",
            "output": "json",
        }
        return Request(f"{self.host}/geocoding/v3/", parameters, self.key)

    def read(
        self, document: object, status: int, question: Question
    ) -> tuple[Finding, ...]:
        """Read ``result``; HTTP's code is always 200."""
        del status
        code = pick_code(document, "status")
        if code == "1" and _NO_RESULT in pick_text(document, "msg"):
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        if code != "0":
            raise failure(self.title, code, ERRORS)
        level = pick_text(document, "result", "level")
        return (
            Finding(
                pick_number(document, "result", "location", "lng"),
                pick_number(document, "result", "location", "lat"),
                self._judge(document, level),
                level,
                doubts=self._doubt(document, level),
            ),
        )

    def _judge(self, document: object, level: str) -> Precision:
        confidence = pick_number(document, "result", "confidence")
        by_confidence = next(
            (precision for least, precision in CONFIDENCES if confidence >= least),
            Precision.DISTRICT,
        )
        by_level = LEVELS.get(level, Precision.DISTRICT)
        is_precise = pick_number(document, "result", "precise") == 1
        at_best = Precision.NEAR if is_precise else Precision.STREET
        return coarsest(by_confidence, by_level, at_best)

    def _doubt(self, document: object, level: str) -> tuple[Doubt, ...]:
        facts = {"geocoder": self.title, "level": level}
        doubts = [Doubt("name-unsaid", facts)]
        if level not in LEVELS:
            doubts.append(Doubt("level-unknown", facts))
        understood = pick_number(document, "result", "comprehension")
        is_precise = pick_number(document, "result", "precise") == 1
        if not (understood >= LEAST_COMPREHENSION and is_precise):
            doubts.append(Doubt("uncertain", facts))
        return tuple(doubts)
