"""Parks of a table placed by geocoders: what is asked, what is kept, what is said."""

import datetime as dt

import pytest

from shapely import Point

from geodata.datums import Datum
from geodata.districts import read_districts
from geodata.gazetteer import Precision, read_gazetteer
from geodata.geocoders import Answer, Boundaries, Chain, Doubt
from geodata.geocoders.embedded import EmbeddedGazetteer
from geodata.geocoders.errors import (
    KeyRefusedError,
    MissingKeyError,
    PlaceNotFoundError,
    UnreachableServiceError,
)
from parks.drafts import Draft, make_map
from parks.found_places import find_places
from parks.geocoding import (
    ask,
    choose_outcome,
    forget_passing,
    has_passing,
    list_candidates,
    list_sought,
)
from parks.problems import describe

SOFTWARE_BASE = 113.934943, 22.52746
FUTIAN = 114.0579, 22.5431
TABLE = """辖区\t片区\t核心产业园\t地址
南山\t某片区\t未知园、另一未知园\t科苑路1号
南山\t某片区\t孤园\t高新南九道9号
福田\t无园片区\t/\t
"""


class Service:
    """A geocoder that knows some names and fails for others; counts what it hears."""

    name, title = "amap", "高德 AMap"

    def __init__(self, known=(), failing=()):
        self.known, self.failing = dict(known), dict(failing)
        self.asked = []

    def find(self, question):
        self.asked.append(question.query)
        if question.query in self.failing:
            raise self.failing[question.query]
        if question.query not in self.known:
            raise PlaceNotFoundError(geocoder=self.title, query=question.query)
        return (self.known[question.query],)


def answer(point, **facts):
    known = {
        "precision": Precision.SITE,
        "datum": Datum.GCJ02,
        "geocoder": "amap",
        "source": "高德地图",
        "date": dt.date(2026, 11, 20),
    }
    return Answer(*point, **(known | facts))


def read(text):
    return Draft.open(text.encode(), "t.txt").read()


@pytest.fixture(scope="module")
def boundaries():
    return Boundaries(read_districts(), ())


@pytest.fixture
def place(boundaries):
    """Place a table and give its map, with what was answered."""

    def place_(table, *services, confirmed=(), answered=None):
        answered = {} if answered is None else answered
        chain = Chain([EmbeddedGazetteer(read_gazetteer()), *services], boundaries)
        sought = list_sought(table)
        list(ask(sought, chain, answered))
        taken = [c for c in list_candidates(sought, answered) if c.key in confirmed]
        found = find_places(sought, answered, table.rows, taken)
        return make_map(table, lambda *_: None, found), answered

    return place_


def park(edition, name):
    return edition.parks.set_index("name").loc[name]


def test_every_park_is_asked_for_by_name_and_a_lone_one_by_its_address_too():
    sought = list_sought(read(TABLE))
    assert [[q.query for q in each.questions] for each in sought] == [
        ["未知园"],
        ["另一未知园"],
        ["孤园", "高新南九道9号"],
        ["无园片区"],
    ]
    assert {q.district for each in sought[:3] for q in each.questions} == {"南山"}


def test_a_row_with_coordinates_of_its_own_is_not_asked_for():
    text = "辖区\t园区\t经度\t纬度\n南山\t甲园\t113.94\t22.53\n南山\t乙园\t\t\n"
    assert [each.name for each in list_sought(read(text))] == ["乙园"]


def test_what_a_service_knows_is_drawn_with_its_source_and_its_datum(place):
    service = Service({"未知园": answer(SOFTWARE_BASE, matched="未知园A座")})
    edition, _ = place(read(TABLE), service)
    found = park(edition, "未知园")
    assert (found.geometry.x, found.geometry.y) == SOFTWARE_BASE
    assert found["precision"] == "site"
    assert found["location_source"] == "高德地图 (GCJ-02), 2026-11-20"
    assert "高德 AMap 按“未知园”定位，原坐标系为 GCJ-02" in found["location_note"]
    assert "匹配到“未知园A座”" in found["location_note"]


def test_an_address_places_what_its_name_does_not(place):
    service = Service({"高新南九道9号": answer(SOFTWARE_BASE)})
    edition, _ = place(read(TABLE), service)
    assert park(edition, "孤园").geometry.x == SOFTWARE_BASE[0]
    assert "高新南九道9号" in park(edition, "孤园")["location_note"]


def test_an_address_is_not_asked_for_where_the_name_is_well_known(place):
    service = Service({"孤园": answer(SOFTWARE_BASE)})
    place(read(TABLE), service)
    assert "高新南九道9号" not in service.asked


def test_a_zone_without_parks_is_placed_but_only_as_a_zone(place):
    service = Service({"无园片区": answer(FUTIAN)})
    edition, _ = place(read(TABLE), service)
    zone = edition.zones.set_index("zone").loc["无园片区"]
    assert zone.geometry.contains(Point(FUTIAN))
    assert "高德地图" in zone["location_source"]


def test_the_gazetteer_goes_first_and_keeps_its_own_notes(place):
    text = "辖区\t园区\n南山\t南山智园\n"
    service = Service({"南山智园": answer(FUTIAN)})
    edition, _ = place(read(text), service)
    assert service.asked == []
    assert "C2栋" in park(edition, "南山智园")["location_note"]


def test_a_place_in_another_district_is_only_offered_and_can_be_confirmed(place):
    service = Service({"未知园": answer(FUTIAN, matched="未知园")})
    table = read(TABLE)
    edition, answered = place(table, service)
    assert park(edition, "未知园")["precision"] == "district"
    assert "界外" in park(edition, "未知园")["location_note"]
    candidates = list_candidates(list_sought(table), answered)
    (offered,) = [c for c in candidates if c.answer.geocoder == "amap"]
    assert (offered.sought.name, offered.answer.lon) == ("未知园", FUTIAN[0])
    assert type(offered.reason).__name__ == "OutsideDistrictError"
    confirmed, _ = place(table, service, confirmed={offered.key}, answered=answered)
    assert park(confirmed, "未知园").geometry.x == FUTIAN[0]
    assert "已确认" in park(confirmed, "未知园")["location_note"]
    assert any(p.code == "place-outside-district" for p in confirmed.table.problems)


def test_a_name_that_is_only_alike_is_offered_from_the_gazetteer(place):
    table = read("辖区\t园区\n南山\t深圳湾科技生态城\n")
    edition, answered = place(table)
    candidates = list_candidates(list_sought(table), answered)
    assert "深圳湾科技生态园" in {c.answer.matched for c in candidates}
    assert all(candidate.reason is None for candidate in candidates)
    assert park(edition, "深圳湾科技生态城")["precision"] == "district"


def test_a_name_that_shares_but_common_words_is_not_offered(place):
    table = read("辖区\t园区\n南山\t甲号园\n宝安\t石岩园\n南山\t孤园\n")
    _, answered = place(table)
    assert list_candidates(list_sought(table), answered) == []


def test_doubts_of_an_answer_become_problems_of_its_row(place):
    doubt = Doubt("name-differs", {"geocoder": "高德 AMap", "matched": "别的园"})
    service = Service(
        {"孤园": answer(SOFTWARE_BASE, matched="别的园", doubts=(doubt,))}
    )
    edition, _ = place(read(TABLE), service)
    (problem,) = [p for p in edition.table.problems if p.code == "place-name-differs"]
    assert (problem.row, problem.place, problem.found) == (2, 1, "孤园")
    assert "别的园" in describe(problem)


def test_why_no_service_placed_a_park_stands_in_its_note_in_both_languages(place):
    failure = KeyRefusedError(geocoder="高德 AMap", code="10001")
    edition, answered = place(read(TABLE), Service(failing={"未知园": failure}))
    note = park(edition, "未知园")
    assert "高德 AMap 拒绝了密钥（代码 10001）" in note["location_note"]
    assert "高德 AMap refused the key (code 10001)" in note["location_note_en"]
    assert "地名库" not in note["location_note"]
    assert sum(map(has_passing, answered.values())) == 1


def test_the_next_service_is_asked_and_the_row_says_why(place):
    first = Service(failing={"未知园": UnreachableServiceError(geocoder="高德 AMap")})
    second = Service({"未知园": answer(SOFTWARE_BASE, geocoder="tencent")})
    second.name, second.title = "tencent", "腾讯 Tencent"
    edition, _ = place(read(TABLE), first, second)
    found = park(edition, "未知园")
    assert found.geometry.x == SOFTWARE_BASE[0]
    assert "无法连接 高德 AMap" in found["location_note"]


def test_what_was_answered_is_not_asked_again_until_a_failure_is_forgotten(place):
    failing = {"未知园": UnreachableServiceError(geocoder="高德 AMap")}
    service, table = Service(failing=failing), read(TABLE)
    _, answered = place(table, service)
    before = len(service.asked)
    place(table, service, answered=answered)
    assert len(service.asked) == before
    forget_passing(answered)
    service.failing, service.known = {}, {"未知园": answer(SOFTWARE_BASE)}
    edition, _ = place(table, service, answered=answered)
    assert service.asked[before:] == ["未知园"]
    assert park(edition, "未知园").geometry.x == SOFTWARE_BASE[0]


def test_a_missing_key_is_no_reason_to_ask_again(place):
    failure = MissingKeyError(geocoder="高德 AMap", setting="PARKATLAS_AMAP_KEY")
    _, answered = place(read(TABLE), Service(failing={"未知园": failure}))
    assert not any(map(has_passing, answered.values()))


def test_asking_can_stop_anywhere_and_goes_on_from_there(boundaries):
    service = Service({"孤园": answer(SOFTWARE_BASE)})
    chain, sought, answered = Chain([service], boundaries), list_sought(read(TABLE)), {}
    for progress in ask(sought, chain, answered):
        assert (progress.done, progress.total) == (1, 4)
        break
    assert [choose_outcome(each, answered) is None for each in sought] == [
        *(False, True, True, True)
    ]
    rest = [progress.done for progress in ask(sought, chain, answered)]
    assert rest == [2, 3, 4]
    assert service.asked == ["未知园", "另一未知园", "孤园", "无园片区"]


def test_the_same_name_of_a_district_is_asked_for_once(boundaries):
    text = "辖区\t园区\n" + "南山\t未知园\n" * 5
    service, sought = Service(), list_sought(read(text))
    list(ask(sought, Chain([service], boundaries), {}))
    assert len(sought) == 5
    assert service.asked == ["未知园"]


def test_a_table_placed_further_is_another_map(place):
    table = read(TABLE)
    bare, _ = place(table, Service())
    placed, _ = place(table, Service({"未知园": answer(SOFTWARE_BASE)}))
    again, _ = place(table, Service({"未知园": answer(SOFTWARE_BASE)}))
    assert bare.key != placed.key == again.key
