"""Geocoders one after the other: the next where one fails, never the wrong place."""

import datetime as dt

import pytest

from geodata.datums import Datum
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Answer, Doubt, Question
from geodata.geocoders.cache import Cache
from geodata.geocoders.chain import Chain, place_all
from geodata.geocoders.embedded import EmbeddedGazetteer
from geodata.geocoders.errors import (
    CoarseAnswerError,
    KeyRefusedError,
    OutsideDistrictError,
    PlaceNotFoundError,
    QuotaExceededError,
    SlowServiceError,
    UnreachableServiceError,
    WebPageAnswerError,
    WrongCityError,
)

NANSHAN = 113.9486, 22.5333
FUTIAN = 114.0579, 22.5431
GUANGZHOU = 113.2644, 23.1291
HONG_KONG = 114.1694, 22.3193


def answer(point, **facts):
    known = {
        "precision": Precision.NEAR,
        "datum": Datum.GCJ02,
        "geocoder": "stub",
        "source": "somebody",
        "date": dt.date(2026, 1, 1),
    }
    return Answer(*point, **(known | facts))


class Stub:
    """A geocoder that gives what it is told to."""

    def __init__(self, *answers, name="stub"):
        self.name, self.title = name, f"the {name}"
        self.answers = answers

    def find(self, _question):
        for answer in self.answers:
            if isinstance(answer, Exception):
                raise answer
        return self.answers


@pytest.fixture
def make_chain(boundaries):
    return lambda *geocoders: Chain(geocoders, boundaries)


@pytest.fixture
def embedded(gazetteer):
    return EmbeddedGazetteer(gazetteer)


def test_the_gazetteer_alone_places_what_it_knows(make_chain, embedded):
    outcome = make_chain(embedded).place("深圳湾科技生态园", "南山区")
    assert outcome.answer.precision is Precision.SITE
    assert outcome.answer.geocoder == "gazetteer"
    assert outcome.answer.source
    assert outcome.answer.date is None
    assert (outcome.asked, outcome.failures) == (("gazetteer",), ())


@pytest.fixture
def make_fallback(make_chain, make_remote, embedded):
    return lambda **facts: make_chain(make_remote("amap", **facts), embedded)


def test_a_name_written_otherwise_is_taken_and_said(make_chain, embedded):
    outcome = make_chain(embedded).place("深圳湾生态科技园", "南山区")
    assert outcome.answer.matched == "深圳湾科技生态园"
    assert [doubt.code for doubt in outcome.answer.doubts] == ["name-differs"]


def test_a_name_that_is_only_alike_is_offered_not_taken(make_chain, embedded):
    outcome = make_chain(embedded).place("深圳湾科技生态园二区", "南山区")
    assert outcome.answer is None
    assert outcome.doubtful[0].matched == "深圳湾科技生态园"
    assert [doubt.code for doubt in outcome.doubtful[0].doubts] == ["alike"]
    assert isinstance(outcome.failures[0], PlaceNotFoundError)


def test_a_name_like_none_has_no_place(make_chain, embedded):
    outcome = make_chain(embedded).place("没有这个地方", "南山区")
    assert (outcome.answer, outcome.doubtful) == (None, ())


def test_no_place_of_the_gazetteer_is_refused_by_its_own_boundaries(
    make_chain, embedded, gazetteer
):
    chain = make_chain(embedded)
    for place in gazetteer.places:
        outcome = chain.place(place.name, place.district)
        assert outcome.answer is not None, outcome.failures


def test_the_next_is_asked_and_the_reason_kept(make_chain):
    failing = Stub(QuotaExceededError(geocoder="the first", code="10003"), name="first")
    outcome = make_chain(failing, Stub(answer(NANSHAN))).place("某园", "南山")
    assert outcome.answer.geocoder == "stub"
    assert outcome.asked == ("first", "stub")
    (failure,) = outcome.failures
    assert failure.geocoder == "the first"
    assert "quota" in str(failure)


def test_nobody_is_asked_after_an_answer(make_chain):
    later = Stub(AssertionError("it was asked"), name="later")
    outcome = make_chain(Stub(answer(NANSHAN)), later).place("某园", "南山")
    assert outcome.asked == ("stub",)


def test_what_lies_outside_the_district_is_only_a_doubt(make_chain):
    outcome = make_chain(Stub(answer(FUTIAN))).place("某园", "南山")
    assert outcome.answer is None
    assert [(found.lon, found.lat) for found in outcome.doubtful] == [FUTIAN]
    (failure,) = outcome.failures
    assert isinstance(failure, OutsideDistrictError)
    assert 1000 < float(failure.facts["metres"]) < 20_000


def test_the_answer_inside_the_district_is_taken_of_several(make_chain):
    stub = Stub(answer(FUTIAN), answer(NANSHAN))
    outcome = make_chain(stub).place("某园", "南山")
    assert (outcome.answer.lon, outcome.answer.lat) == NANSHAN
    assert [(found.lon, found.lat) for found in outcome.doubtful] == [FUTIAN]


def test_namesakes_in_one_district_are_a_doubt(make_chain):
    far = NANSHAN[0] + 0.01, NANSHAN[1]
    outcome = make_chain(Stub(answer(NANSHAN), answer(far))).place("某园", "南山")
    (doubt,) = outcome.answer.doubts
    assert doubt.code == "several"
    assert str(doubt) == (
        "the stub knows 2 such places there, 1029 m apart: the first was taken"
    )


def test_namesakes_on_one_spot_are_one_place(make_chain):
    close = NANSHAN[0] + 0.001, NANSHAN[1]
    outcome = make_chain(Stub(answer(NANSHAN), answer(close))).place("某园", "南山")
    assert outcome.answer.doubts == ()


@pytest.mark.parametrize("point", [GUANGZHOU, HONG_KONG])
def test_another_city_is_refused_where_no_district_is_named(make_chain, point):
    outcome = make_chain(Stub(answer(point, city="别市"))).place("某园")
    assert outcome.answer is None
    assert isinstance(outcome.failures[0], WrongCityError)
    assert "别市" in str(outcome.failures[0])


def test_the_district_decides_where_services_name_another_city(make_chain):
    # 深汕 is run by Shenzhen but lies in 汕尾 by law, and services say so.
    inside = answer((115.03, 22.83), city="汕尾市")
    outcome = make_chain(Stub(inside)).place("某园", "深汕特别合作区")
    assert outcome.answer.city == "汕尾市"


def test_in_other_cities_the_city_named_by_the_service_counts(make_chain):
    chain = make_chain(Stub(answer(GUANGZHOU, city="广州市")))
    taken = chain.place("天河软件园", "天河区", "广州").answer
    assert [doubt.code for doubt in taken.doubts] == ["district-unchecked"]
    refused = chain.place("天河软件园", "天河区", "佛山市")
    assert isinstance(refused.failures[0], WrongCityError)


def test_a_city_that_nothing_tells_is_a_doubt(make_chain):
    outcome = make_chain(Stub(answer(GUANGZHOU))).place("某园", None, "广州市")
    assert [doubt.code for doubt in outcome.answer.doubts] == ["city-unchecked"]


def test_the_gazetteer_is_of_one_city_only(make_chain, embedded):
    outcome = make_chain(embedded).place("深圳湾科技生态园", None, "广州市")
    assert isinstance(outcome.failures[0], WrongCityError)


def test_a_district_is_no_place_for_a_park_but_for_itself(make_chain):
    chain = make_chain(Stub(answer(NANSHAN, precision=Precision.DISTRICT)))
    outcome = chain.place("某园", "南山")
    assert isinstance(outcome.failures[0], CoarseAnswerError)
    assert len(outcome.doubtful) == 1
    assert chain.place("南山区", "南山").answer is not None


def test_what_is_only_alike_is_never_taken(make_chain):
    alike = answer(NANSHAN, doubts=(Doubt("alike", {"matched": "某某园"}),))
    outcome = make_chain(Stub(alike)).place("某园", "南山")
    assert outcome.answer is None
    assert outcome.doubtful == (alike,)


def test_half_a_character_is_no_reason_to_fail(make_chain, make_remote, stand):
    stand.say(stand.answers["amap"])
    outcome = make_chain(make_remote("amap")).place("深圳湾\udcff", "南山")
    assert outcome.question.query == "深圳湾?"
    assert outcome.answer is not None


TROUBLES = [
    (lambda stand: stand.say({"status": "0", "infocode": "10001"}), KeyRefusedError),
    (lambda stand: stand.say({"status": "0", "infocode": "10044"}), QuotaExceededError),
    (lambda stand: stand.hang(), SlowServiceError),
    (lambda stand: stand.say(b"<html>"), WebPageAnswerError),
    (lambda stand: stand.reset(), UnreachableServiceError),
]


@pytest.mark.parametrize(("trouble", "error"), TROUBLES)
def test_whatever_the_trouble_the_row_falls_back(stand, make_fallback, trouble, error):
    trouble(stand)
    chain = make_fallback(timeout=0.05)
    outcome = chain.place("深圳湾科技生态园", "南山")
    assert outcome.answer.geocoder == "gazetteer"
    assert [type(failure) for failure in outcome.failures] == [error]
    assert stand.key not in repr(outcome)


QUESTIONS = [Question(f"园区{number}", "南山") for number in range(6)]


def test_a_batch_says_how_far_it_is(make_chain):
    progress = list(place_all(QUESTIONS, make_chain(Stub(answer(NANSHAN)))))
    assert [(step.done, step.total) for step in progress] == [
        (number, 6) for number in range(1, 7)
    ]
    assert [step.outcome.question for step in progress] == QUESTIONS


def test_a_batch_stops_when_told_and_goes_on_from_the_cache(
    stand, make_chain, make_remote, tmp_path, time
):
    stand.say(stand.answers["amap"])
    done = []
    chain = make_chain(make_remote("amap", cache=Cache(tmp_path, now=time.now)))
    done.extend(place_all(QUESTIONS, chain, is_stopped=lambda: len(stand.asked) == 2))
    assert (len(done), len(stand.asked)) == (2, 2)
    chain = make_chain(make_remote("amap", cache=Cache(tmp_path, now=time.now)))
    again = list(place_all(QUESTIONS, chain))
    assert (len(again), len(stand.asked)) == (6, 6)
    assert all(step.outcome.answer for step in again)


def test_one_rows_failure_does_not_stop_the_rest(stand, make_chain, make_remote):
    good = stand.answers["amap"]
    stand.say(good, {"status": "1", "geocodes": []}, b"<html>", b"{", good)
    chain = make_chain(make_remote("amap"))
    placed = [step.outcome for step in place_all(QUESTIONS, chain)]
    assert [outcome.answer is not None for outcome in placed] == [
        *(True, False, False, False, True, True)
    ]


def test_a_network_gone_half_way_costs_no_wait_for_each_row(
    stand, make_chain, make_remote, embedded, time
):
    stand.say(stand.answers["amap"])
    stand.reset()
    questions = [Question(f"园区{number}", "南山") for number in range(1000)]
    chain = make_chain(make_remote("amap"), embedded)
    started = time.seconds
    outcomes = [step.outcome for step in place_all(questions, chain)]
    assert outcomes[0].answer.geocoder == "amap"
    assert all(
        isinstance(outcome.failures[0], UnreachableServiceError)
        for outcome in outcomes[1:]
    )
    assert time.seconds - started < 10
    assert len(stand.asked) == 4
