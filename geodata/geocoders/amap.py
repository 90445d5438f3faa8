"""
高德 AMap's 地理编码, in GCJ-02.

Sources: https://lbs.amap.com/api/webservice/guide/api/georegeo (of 2026-02-02:
parameters, answer, levels) and https://lbs.amap.com/api/webservice/guide/tools/info
(codes). A value that is missing comes as an empty list instead of a text.

===========================================  ==========
level                                        precision
===========================================  ==========
兴趣点 住宅区 门牌号 门址 单元号 楼层 房间           `site` if the address repeats
                                             the name, else `near`
公交地铁站点 公交站台、地铁站 道路交叉路口             `near`
道路 小巷 乡镇 村庄                              `street`
开发区 热点商圈                                 `zone`
区县 市 省 国家, 未知 and any other               `district`
===========================================  ==========
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

from geodata.datums import Datum
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Doubt, Finding, Question, point_precision
from geodata.geocoders.errors import (
    AskedTooOftenError,
    BusyServiceError,
    GeocoderError,
    KeyRefusedError,
    PlaceNotFoundError,
    QuotaExceededError,
    UnreadableAnswerError,
)
from geodata.geocoders.services import (
    Request,
    failure,
    pick,
    pick_code,
    pick_text,
    to_number,
)

POINT_LEVELS: Final = frozenset(
    ("兴趣点", "住宅区", "门牌号", "门址", "单元号", "楼层", "房间")
)
LEVELS: Final = {
    **dict.fromkeys(("公交地铁站点", "公交站台、地铁站"), Precision.NEAR),
    "道路交叉路口": Precision.NEAR,
    **dict.fromkeys(("道路", "小巷", "乡镇", "村庄"), Precision.STREET),
    **dict.fromkeys(("开发区", "热点商圈"), Precision.ZONE),
    **dict.fromkeys(("区县", "市", "省", "国家"), Precision.DISTRICT),
}
_KEY: Final = (
    *("10001", "10002", "10005", "10006", "10007", "10008", "10009"),
    *("10011", "10012", "10013", "10026", "10041", "20011"),
)
_QUOTA: Final = (
    *("10003", "10010", "10029", "10044", "10045"),
    *("40000", "40002", "40003"),
)
ERRORS: Final[dict[str, type[GeocoderError]]] = {
    **dict.fromkeys(_KEY, KeyRefusedError),
    **dict.fromkeys(_QUOTA, QuotaExceededError),
    **dict.fromkeys(("10004", "10014", "10019", "10020", "10021"), AskedTooOftenError),
    **dict.fromkeys(("10015", "10016", "10017", "20003"), BusyServiceError),
}
"""Any other code means that the question was not taken."""


@dataclass(frozen=True, slots=True)
class Amap:
    """高德 with an operator's key of the kind “Web服务”."""

    key: str = field(repr=False)
    host: str = "https://restapi.amap.com"

    name: ClassVar[str] = "amap"
    title: ClassVar[str] = "高德 AMap"
    datum: ClassVar[Datum] = Datum.GCJ02
    attribution: ClassVar[str] = "高德地图"

    @property
    def interval_seconds(self) -> float:
        """Three requests a second are a personal key's share."""
        return 0.35

    def ask(self, question: Question) -> Request:
        """Spell ``/v3/geocode/geo``."""
        parameters = {
            "key": self.key,
            "address": question.address,
            "city": question.city,
            "output": "JSON",
        }
        return Request(f"{self.host}/v3/geocode/geo", parameters, self.key)

    def read(
        self, document: object, status: int, question: Question
    ) -> tuple[Finding, ...]:
        """Read ``geocodes``; HTTP's code is always 200."""
        del status
        if pick_code(document, "status") != "1":
            raise failure(self.title, pick_code(document, "infocode"), ERRORS)
        geocodes = pick(document, "geocodes")
        if not isinstance(geocodes, list):
            raise UnreadableAnswerError(geocoder=self.title)
        if not geocodes:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        return tuple(self._read_each(geocodes, question))

    def _read_each(
        self, geocodes: list[object], question: Question
    ) -> Iterator[Finding]:
        for geocode in geocodes:
            lon, _, lat = pick_text(geocode, "location").partition(",")
            level = pick_text(geocode, "level")
            matched = pick_text(geocode, "formatted_address")
            precision = LEVELS.get(level, Precision.DISTRICT)
            doubts: tuple[Doubt, ...] = ()
            if level in POINT_LEVELS:
                precision, doubts = point_precision(question, matched, self.title)
            elif level not in LEVELS:
                facts = {"geocoder": self.title, "level": level}
                doubts = (Doubt("level-unknown", facts),)
            # A municipality's answer may leave the city out and name the province.
            city = pick_text(geocode, "city") or pick_text(geocode, "province")
            yield Finding(
                to_number(lon),
                to_number(lat),
                precision,
                level,
                matched,
                city,
                doubts,
            )
