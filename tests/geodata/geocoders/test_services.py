"""Each service is asked, and its answers are read, as it documents them."""

import dataclasses
import json
import math

import pytest

from geodata.datums import Datum, convert
from geodata.gazetteer import Precision
from geodata.geocoders import amap, baidu, nominatim, tencent, tianditu
from geodata.geocoders.answers import Question, coarsest
from geodata.geocoders.errors import (
    AskedTooOftenError,
    BusyServiceError,
    GeocoderError,
    ImpossiblePointError,
    KeyRefusedError,
    LongQuestionError,
    PlaceNotFoundError,
    QuotaExceededError,
    RefusedQuestionError,
    UnreadableAnswerError,
)

NAMES = ["amap", "baidu", "tencent", "tianditu", "nominatim"]
PARK = Question("深圳湾科技生态园", "南山")
ADDRESS = "深圳市南山区深圳湾科技生态园"


def read(services, name, document, status=200, question=PARK):
    return services[name].read(document, status, question)


@pytest.mark.parametrize(
    ("name", "path", "parameters"),
    [
        (
            "amap",
            "/v3/geocode/geo",
            {"key": "KEY", "address": ADDRESS, "city": "深圳市", "output": "JSON"},
        ),
        (
            "baidu",
            "/geocoding/v3/",
            {
                "ak": "KEY",
                "address": ADDRESS,
                "city": "深圳市",
                "ret_coordtype": "gcj02ll",
                "output": "json",
            },
        ),
        (
            "tencent",
            "/ws/geocoder/v1/",
            {"key": "KEY", "address": ADDRESS, "output": "json"},
        ),
        (
            "tianditu",
            "/geocoder",
            {"ds": json.dumps({"keyWord": ADDRESS}), "tk": "KEY"},
        ),
        (
            "nominatim",
            "/search",
            {
                "q": ADDRESS,
                "format": "jsonv2",
                "addressdetails": "1",
                "countrycodes": "cn",
                "accept-language": "zh",
                "limit": "5",
            },
        ),
    ],
)
def test_it_is_asked_as_documented(stand, make_remote, name, path, parameters):
    stand.say(stand.answers[name])
    make_remote(name).find(PARK)
    ((asked_path, asked),) = stand.asked
    expected = {k: stand.key if v == "KEY" else v for k, v in parameters.items()}
    for query in (asked, expected):
        if "ds" in query:
            query["ds"] = json.loads(query["ds"])
    assert (asked_path, asked) == (path, expected)
    assert stand.agents == ["ParkAtlas/0.1 (map of industrial parks)"]


@pytest.mark.parametrize(
    ("name", "datum", "precision"),
    [
        ("amap", Datum.GCJ02, Precision.SITE),
        ("baidu", Datum.GCJ02, Precision.NEAR),
        ("tencent", Datum.GCJ02, Precision.SITE),
        ("tianditu", Datum.CGCS2000, Precision.STREET),
        ("nominatim", Datum.WGS84, Precision.SITE),
    ],
)
def test_a_place_comes_out_in_wgs84_with_its_evidence(
    stand, make_remote, name, datum, precision
):
    stand.say(stand.answers[name])
    (answer,) = make_remote(name).find(PARK)
    lon, lat = (113.9535, 22.5303) if datum is Datum.GCJ02 else (113.9486, 22.5333)
    lon, lat = convert(lon, lat, source=datum, target=Datum.WGS84)
    assert (answer.lon, answer.lat) == (round(lon, 6), round(lat, 6))
    assert (answer.datum, answer.precision) == (datum, precision)
    assert answer.geocoder == name
    assert answer.source
    assert answer.date.isoformat() == "2001-09-09"


@pytest.mark.parametrize("name", NAMES)
def test_an_address_is_not_given_its_city_twice(services, name):
    question = Question("广东省深圳市南山区科技南路18号", "南山")
    asked = " ".join(services[name].ask(question).parameters.values())
    assert asked.count("南山区") == 1


def test_a_district_unknown_here_is_asked_for_as_it_is_written(services):
    question = Question("天河软件园", "天河区", "广州市")
    asked = services["amap"].ask(question).parameters
    assert asked["address"] == "广州市天河区天河软件园"
    assert asked["city"] == "广州市"


AMAP_LEVELS = [
    *((level, Precision.SITE) for level in sorted(amap.POINT_LEVELS)),
    ("公交地铁站点", Precision.NEAR),
    ("公交站台、地铁站", Precision.NEAR),
    ("道路交叉路口", Precision.NEAR),
    ("道路", Precision.STREET),
    ("小巷", Precision.STREET),
    ("乡镇", Precision.STREET),
    ("村庄", Precision.STREET),
    ("开发区", Precision.ZONE),
    ("热点商圈", Precision.ZONE),
    ("区县", Precision.DISTRICT),
    ("市", Precision.DISTRICT),
    ("省", Precision.DISTRICT),
    ("国家", Precision.DISTRICT),
    ("未知", Precision.DISTRICT),
    ("", Precision.DISTRICT),
]


@pytest.mark.parametrize(("level", "precision"), AMAP_LEVELS)
def test_amaps_levels(services, answers, level, precision):
    answers["amap"]["geocodes"][0]["level"] = level
    (finding,) = read(services, "amap", answers["amap"])
    assert finding.precision is precision
    is_unknown = "level-unknown" in [doubt.code for doubt in finding.doubts]
    assert is_unknown == (level in ("未知", ""))


def test_a_point_under_another_name_is_near_at_best(services, answers):
    answers["amap"]["geocodes"][0]["formatted_address"] = "深圳市南山区深圳湾体育中心"
    answers["tencent"]["result"]["title"] = "深圳湾体育中心"
    answers["nominatim"][0]["name"] = "深圳湾体育中心"
    for name in ("amap", "tencent", "nominatim"):
        (finding,) = read(services, name, answers[name])
        assert finding.precision is Precision.NEAR
        assert [doubt.code for doubt in finding.doubts] == ["name-differs"]
        assert "深圳湾体育中心" in str(finding.doubts[0])


@pytest.mark.parametrize(
    ("level", "precision"),
    [(str(level), Precision.SITE) for level in (9, 10, 11)]
    + [("8", Precision.NEAR)]
    + [(str(level), Precision.STREET) for level in (7, 4, 3)]
    + [(str(level), Precision.ZONE) for level in (6, 5)]
    + [(str(level), Precision.DISTRICT) for level in (2, 1, 0, 12)],
)
def test_tencents_levels(services, answers, level, precision):
    answers["tencent"]["result"]["level"] = int(level)
    (finding,) = read(services, "tencent", answers["tencent"])
    assert finding.precision is precision
    answers["tencent"]["result"]["reliability"] = 6
    (unreliable,) = read(services, "tencent", answers["tencent"])
    assert unreliable.precision is coarsest(precision, Precision.STREET)
    assert "uncertain" in [doubt.code for doubt in unreliable.doubts]


@pytest.mark.parametrize("level", [*baidu.LEVELS, "UNKNOWN"])
@pytest.mark.parametrize(
    ("confidence", "by_confidence"),
    [
        (100, Precision.NEAR),
        (60, Precision.NEAR),
        (50, Precision.STREET),
        (25, Precision.ZONE),
        (20, Precision.DISTRICT),
        (None, Precision.DISTRICT),
    ],
)
def test_baidus_levels_count_no_more_than_its_confidence(
    services, answers, level, confidence, by_confidence
):
    answers["baidu"]["result"] |= {"level": level, "confidence": confidence}
    (finding,) = read(services, "baidu", answers["baidu"])
    by_level = baidu.LEVELS.get(level, Precision.DISTRICT)
    assert finding.precision is coarsest(by_level, by_confidence)
    assert finding.precision is not Precision.SITE


def test_what_baidu_places_vaguely_is_a_street_at_best(services, answers):
    answers["baidu"]["result"]["precise"] = 0
    (finding,) = read(services, "baidu", answers["baidu"])
    assert finding.precision is Precision.STREET
    assert [doubt.code for doubt in finding.doubts] == ["name-unsaid", "uncertain"]


def test_an_address_too_long_for_baidu_is_shortened_or_refused(services):
    name = "产" * 25
    asked = services["baidu"].ask(Question(name, "南山")).parameters
    assert asked["address"] == name
    with pytest.raises(LongQuestionError, match="84"):
        services["baidu"].ask(Question("产" * 29, "南山"))


@pytest.mark.parametrize(
    ("level", "score", "precision"),
    [
        ("门址", 100, Precision.NEAR),
        ("兴趣点", 90, Precision.NEAR),
        ("地名地址", 95, Precision.STREET),
        ("道路", 95, Precision.STREET),
        ("地名地址", 89, Precision.ZONE),
        ("区县", 100, Precision.DISTRICT),
        ("什么", 100, Precision.DISTRICT),
        ("门址", None, Precision.ZONE),
    ],
)
def test_tianditus_levels(services, answers, level, score, precision):
    answers["tianditu"]["location"] |= {"level": level, "score": score}
    (finding,) = read(services, "tianditu", answers["tianditu"])
    assert finding.precision is precision


@pytest.mark.parametrize(
    ("rank", "precision"),
    [
        (30, Precision.SITE),
        (28, Precision.SITE),
        (27, Precision.STREET),
        (26, Precision.STREET),
        (25, Precision.ZONE),
        (20, Precision.ZONE),
        (19, Precision.DISTRICT),
        (None, Precision.DISTRICT),
    ],
)
def test_nominatims_ranks(services, answers, rank, precision):
    answers["nominatim"][0] |= {"place_rank": rank, "category": "amenity"}
    (finding,) = read(services, "nominatim", answers["nominatim"])
    assert finding.precision is precision


def refusals():
    for code, error in amap.ERRORS.items():
        yield "amap", {"status": "0", "info": "?", "infocode": code}, 200, error
    for code in ("20000", "20001", "20800", "30001"):
        document = {"status": "0", "infocode": code}
        yield "amap", document, 200, RefusedQuestionError
    document = {"status": "1", "infocode": "10000", "count": "0", "geocodes": []}
    yield "amap", document, 200, PlaceNotFoundError
    for code, error in baidu.ERRORS.items():
        yield "baidu", {"status": int(code), "message": "?"}, 200, error
    yield "baidu", {"status": 2, "msg": "Parameter Invalid"}, 200, RefusedQuestionError
    document = {"status": 1, "msg": "Internal Service Error:无相关结果", "results": []}
    yield "baidu", document, 200, PlaceNotFoundError
    for code, error in tencent.ERRORS.items():
        yield "tencent", {"status": int(code), "message": "?"}, 200, error
    for status, error in ((347, PlaceNotFoundError), (348, RefusedQuestionError)):
        yield "tencent", {"status": status, "message": "?"}, 200, error
    for code in ("101", "404"):
        yield "tianditu", {"msg": "无结果", "status": code}, 200, PlaceNotFoundError
    yield "tianditu", {"msg": "error", "status": "1"}, 200, RefusedQuestionError
    document = {"msg": "权限类型错误", "resolve": "?", "code": 301012}
    yield "tianditu", document, 200, KeyRefusedError
    yield "tianditu", {"code": 301, "msg": "非法Key"}, 403, KeyRefusedError
    yield "nominatim", [], 200, PlaceNotFoundError
    document = {"error": {"code": 400, "message": "Nothing to search for."}}
    yield "nominatim", document, 400, RefusedQuestionError


@pytest.mark.parametrize(("name", "document", "status", "error"), list(refusals()))
def test_every_code_has_its_error(services, name, document, status, error):
    with pytest.raises(GeocoderError) as caught:
        read(services, name, document, status)
    assert type(caught.value) is error
    assert caught.value.geocoder == services[name].title


def test_no_code_is_missing_its_kind():
    kinds = {KeyRefusedError, QuotaExceededError, AskedTooOftenError, BusyServiceError}
    for module in (amap, baidu, tencent):
        assert set(module.ERRORS.values()) == kinds


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("document", [None, {}, "ok", 7, {"status": "ja"}, [[]]])
def test_undocumented_json_is_a_named_failure(stand, make_remote, name, document):
    stand.say(document)
    with pytest.raises(GeocoderError) as caught:
        make_remote(name).find(PARK)
    unread = (UnreadableAnswerError, ImpossiblePointError, RefusedQuestionError)
    assert isinstance(caught.value, unread)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("lon", "lat"),
    [(0, 0), (113.9, 122.5), (22.5, 113.9), (1e400, 22.5), ("NaN", "NaN"), ("", "")],
)
def test_a_point_that_cannot_be_is_a_named_failure(stand, make_remote, name, lon, lat):
    document = json.dumps(stand.answers[name])
    for number in ("113.953500", "113.948600", "113.9535", "113.9486"):
        document = document.replace(number, str(lon))
    for number in ("22.530300", "22.533300", "22.5303", "22.5333"):
        document = document.replace(number, str(lat))
    stand.say(document.encode())
    geocoder = make_remote(name)
    with pytest.raises((ImpossiblePointError, UnreadableAnswerError)):
        geocoder.find(PARK)


def test_impossible_places_do_not_hide_possible_ones(stand, make_remote):
    good = stand.answers["nominatim"][0]
    stand.say([good | {"lon": "0", "lat": "0"}, good])
    (answer,) = make_remote("nominatim").find(PARK)
    assert math.isclose(answer.lon, 113.9486)


@pytest.mark.parametrize("name", NAMES)
def test_no_service_shows_its_key(services, name):
    request = services[name].ask(PARK)
    assert "key nobody/may see" not in repr(services[name]) + repr(request)
    assert dataclasses.is_dataclass(services[name])


@pytest.mark.parametrize("module", [amap, baidu, tencent, tianditu, nominatim])
def test_every_service_cites_its_documentation(module):
    assert "http" in module.__doc__
    assert "precision" in module.__doc__
