"""
腾讯 Tencent's 地址解析, in GCJ-02.

Sources: https://lbs.qq.com/service/webService/webServiceGuide/address/Geocoder
(parameters, answer, levels) and
https://lbs.qq.com/service/webService/webServiceGuide/status (codes). Tencent advises
to rely on levels from 9 and on a reliability from 7.

================================  =========
level                             precision
================================  =========
11 POI, 10 building, 9 address    `site` if ``title`` repeats the name, else `near`
8 crossing, gate                  `near`
7 road, 4 village, 3 sub-district `street`
6 business district, 5 开发区        `zone`
2 district, 1 city, any other     `district`
================================  =========

With a reliability under 7 it is at best `street`, and doubtful.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Final

from geodata.datums import Datum
from geodata.gazetteer import Precision
from geodata.geocoders.answers import (
    Doubt,
    Finding,
    Question,
    coarsest,
    point_precision,
)
from geodata.geocoders.errors import (
    AskedTooOftenError,
    BusyServiceError,
    GeocoderError,
    KeyRefusedError,
    PlaceNotFoundError,
    QuotaExceededError,
)
from geodata.geocoders.services import (
    Request,
    failure,
    pick,
    pick_code,
    pick_number,
    pick_text,
)

POINT_LEVELS: Final = frozenset(("9", "10", "11"))
LEVELS: Final = {
    "8": Precision.NEAR,
    **dict.fromkeys(("7", "4", "3"), Precision.STREET),
    **dict.fromkeys(("6", "5"), Precision.ZONE),
    **dict.fromkeys(("2", "1"), Precision.DISTRICT),
}
LEAST_RELIABILITY: Final = 7
ERRORS: Final[dict[str, type[GeocoderError]]] = {
    **dict.fromkeys(
        ("110", "111", "112", "113", "190", "199", "301", "311"), KeyRefusedError
    ),
    "120": AskedTooOftenError,
    **dict.fromkeys(("121", "122", "123"), QuotaExceededError),
    **dict.fromkeys(("500", "510", "520", "530"), BusyServiceError),
}
"""Any other code means that the question was not taken."""
_NO_RESULT: Final = frozenset(("347", "393"))


@dataclass(frozen=True, slots=True)
class Tencent:
    """腾讯位置服务 with an operator's key that has WebServiceAPI switched on."""

    key: str = field(repr=False)
    host: str = "https://apis.map.qq.com"

    name: ClassVar[str] = "tencent"
    title: ClassVar[str] = "腾讯 Tencent"
    datum: ClassVar[Datum] = Datum.GCJ02
    attribution: ClassVar[str] = "腾讯地图"

    @property
    def interval_seconds(self) -> float:
        """Five requests a second are a key's share."""
        return 0.25

    def ask(self, question: Question) -> Request:
        """Spell ``/ws/geocoder/v1/``; the address must name its city."""
        parameters = {"key": self.key, "address": question.address, "output": "json"}
        return Request(f"{self.host}/ws/geocoder/v1/", parameters, self.key)

    def read(
        self, document: object, status: int, question: Question
    ) -> tuple[Finding, ...]:
        """Read ``result``; HTTP's code is always 200."""
        del status
        code = pick_code(document, "status")
        if code in _NO_RESULT:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        if code != "0":
            raise failure(self.title, code, ERRORS)
        result = pick(document, "result")
        level, matched = pick_code(result, "level"), pick_text(result, "title")
        precision, doubts = self._judge(level, matched, question)
        if not pick_number(result, "reliability") >= LEAST_RELIABILITY:
            precision = coarsest(precision, Precision.STREET)
            doubts = (*doubts, Doubt("uncertain", {"geocoder": self.title}))
        return (
            Finding(
                pick_number(result, "location", "lng"),
                pick_number(result, "location", "lat"),
                precision,
                level,
                matched,
                pick_text(result, "address_components", "city"),
                doubts,
            ),
        )

    def _judge(
        self, level: str, matched: str, question: Question
    ) -> tuple[Precision, tuple[Doubt, ...]]:
        if level in POINT_LEVELS:
            return point_precision(question, matched, self.title)
        if level in LEVELS:
            return LEVELS[level], ()
        facts = {"geocoder": self.title, "level": level}
        return Precision.DISTRICT, (Doubt("level-unknown", facts),)
