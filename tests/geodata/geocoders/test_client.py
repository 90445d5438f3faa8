"""Other hosts are asked in time, in turn, again if it helps, and tell no key."""

import json
import logging
import threading
import traceback

import pytest

from geodata.geocoders.answers import Question
from geodata.geocoders.client import ATTEMPTS, LONG_REST_SECONDS, REST_SECONDS
from geodata.geocoders.errors import (
    AskedTooOftenError,
    BusyServiceError,
    EmptyAnswerError,
    GeocoderError,
    KeyRefusedError,
    QuotaExceededError,
    RefusedQuestionError,
    SlowServiceError,
    UnreachableServiceError,
    UnreadableAnswerError,
    WebPageAnswerError,
)
from geodata.geocoders.services import Request

PARK = Question("深圳湾科技生态园", "南山")
PAGE = "<!DOCTYPE html><html><body>请先登录</body></html>".encode()


def keep(document, _status):
    return document


@pytest.fixture
def ask(stand, make_client):
    client = make_client()

    def ask(read=keep, client=client):
        parameters = {"key": stand.key, "address": "深圳"}
        return client.ask(Request(f"{stand.host}/geo", parameters, stand.key), read)

    return ask


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (PAGE, WebPageAnswerError),
        (b"\n  <html>", WebPageAnswerError),
        (b"", EmptyAnswerError),
        (b" \r\n", EmptyAnswerError),
        (b'{"status": "1", "geocodes": [', UnreadableAnswerError),
        (b"\xb8\xdf\xb5\xc2", UnreadableAnswerError),
        (b'{"lon": NaN}', UnreadableAnswerError),
        (b"[" * 100_000, UnreadableAnswerError),
        (b'"' + b"x" * 1_000_001 + b'"', UnreadableAnswerError),
    ],
)
def test_what_is_no_json_is_named_and_not_asked_again(stand, ask, body, error):
    stand.say(body)
    with pytest.raises(GeocoderError) as caught:
        ask()
    assert type(caught.value) is error
    assert len(stand.asked) == 1


def test_an_answer_cut_short_is_asked_for_again(stand, ask):
    stand.truncate(b'{"status": "1"', 1000)
    stand.say({"status": "1"})
    assert ask() == {"status": "1"}


def test_a_connection_that_breaks_off_is_tried_again_then_said(stand, ask, time):
    stand.reset()
    with pytest.raises(UnreachableServiceError, match="cannot be reached"):
        ask()
    assert len(stand.asked) == ATTEMPTS
    assert time.slept == [1, 2]


def test_nobody_there_is_said_in_the_same_way(make_client, time):
    request = Request("http://127.0.0.1:9/geo", {"key": "secret"}, "secret")
    with pytest.raises(UnreachableServiceError):
        make_client().ask(request, keep)
    assert len(time.slept) == ATTEMPTS - 1


def test_an_answer_that_does_not_come_is_not_waited_for(stand, ask, make_client):
    stand.hang()
    with pytest.raises(SlowServiceError, match=r"within 0\.05 s"):
        ask(client=make_client(timeout=0.05))
    assert len(stand.asked) == ATTEMPTS


def test_an_answer_that_drips_is_not_waited_for(stand, ask, time):
    stand.replies.append(lambda handler: drip(handler, time))
    with pytest.raises(SlowServiceError):
        ask()


def drip(handler, time):
    """Send a bit at a time, so that no single wait is long but all are."""
    time.seconds += 100
    handler.send(200, b" " * 10, 20)


@pytest.mark.parametrize(
    ("status", "error", "times"),
    [
        (500, BusyServiceError, ATTEMPTS),
        (503, BusyServiceError, ATTEMPTS),
        (429, AskedTooOftenError, ATTEMPTS),
        (400, RefusedQuestionError, 1),
        (404, RefusedQuestionError, 1),
        (302, WebPageAnswerError, 1),
        (401, KeyRefusedError, 1),
        (403, KeyRefusedError, 1),
        (418, KeyRefusedError, 1),
    ],
)
def test_http_codes_are_named(stand, ask, status, error, times):
    stand.say(PAGE, status=status)
    with pytest.raises(error):
        ask()
    assert len(stand.asked) == times


def test_trouble_that_passes_costs_no_row(stand, ask, time):
    stand.reset()
    stand.say(b"", status=502)
    stand.say({"status": "1"})
    assert ask() == {"status": "1"}
    assert time.slept == [1, 2]


def test_a_service_that_failed_rests_and_is_then_asked_anew(stand, ask, time):
    stand.reset()
    for _ in range(5):
        with pytest.raises(UnreachableServiceError):
            ask()
    assert len(stand.asked) == ATTEMPTS
    time.seconds += REST_SECONDS
    stand.replies.clear()
    stand.say({"status": "1"})
    assert ask() == {"status": "1"}


@pytest.mark.parametrize("error", [KeyRefusedError, QuotaExceededError])
def test_a_refused_key_is_not_tried_for_every_row(stand, ask, time, error):
    def refuse(_document, _status):
        raise error(geocoder="高德", code="10001")

    stand.say({"status": "0"})
    for _ in range(5):
        with pytest.raises(error, match="10001"):
            ask(refuse)
    assert len(stand.asked) == 1
    time.seconds += LONG_REST_SECONDS
    assert ask() == {"status": "0"}


def test_a_service_is_asked_in_turn(stand, ask, make_client, time):
    stand.say({})
    slow = make_client(interval=1.0)
    for _ in range(3):
        ask(client=slow)
    assert time.slept == [1, 1]


def test_threads_wait_for_each_other(stand, ask, make_client, time):
    stand.say({})
    slow = make_client(interval=1.0)
    threads = [threading.Thread(target=ask, args=(keep, slow)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stand.asked) == 5
    assert sum(time.slept) >= 4


def test_nominatim_is_asked_once_a_second_at_most(stand, make_remote, time):
    stand.say([])
    geocoder = make_remote("nominatim")
    for number in range(3):
        with pytest.raises(GeocoderError):
            geocoder.find(Question(f"园区{number}"))
    assert time.slept == [1, 1]


def failing_in_every_way(stand):
    yield lambda: stand.say({"status": "0", "infocode": "10001", "info": stand.key})
    yield lambda: stand.say({"status": 190, "message": f"bad key {stand.key}"})
    yield lambda: stand.say(f"<html>{stand.key}".encode())
    yield lambda: stand.say(b"", status=500)
    yield lambda: stand.say(stand.key.encode(), status=400)
    yield stand.reset
    yield stand.hang
    yield lambda: stand.truncate(b"{", 50)


@pytest.mark.parametrize("name", ["amap", "baidu", "tencent", "tianditu"])
def test_no_failure_tells_the_key(stand, make_remote, name, caplog):
    logging.getLogger().setLevel(logging.DEBUG)
    forms = (stand.key, "nobody", "may+see", "may%20see")
    for fail in failing_in_every_way(stand):
        stand.replies.clear()
        fail()
        geocoder = make_remote(name, timeout=0.05)
        with caplog.at_level(logging.DEBUG), pytest.raises(GeocoderError) as caught:
            geocoder.find(PARK)
        error = caught.value
        told = "".join(traceback.format_exception(error, chain=True))
        told += repr(error) + repr(error.facts) + caplog.text + repr(geocoder)
        assert not any(form in told for form in forms)
        assert error.__context__ is None or isinstance(
            error.__context__, GeocoderError | LookupError | ValueError
        )


def test_a_key_that_a_service_repeats_is_struck_out(stand, make_remote):
    answer = stand.answers["amap"]
    answer["geocodes"][0]["formatted_address"] += stand.key
    stand.say(answer)
    (found,) = make_remote("amap").find(PARK)
    assert found.matched.endswith("深圳湾科技生态园***")


def test_a_key_is_struck_out_however_json_spells_it(stand, make_remote):
    answer = stand.answers["amap"]
    answer["geocodes"][0]["formatted_address"] = "@"
    spelt = "".join(f"\\u{ord(letter):04x}" for letter in stand.key)
    stand.say(json.dumps(answer).replace("@", spelt).encode())
    (found,) = make_remote("amap").find(PARK)
    assert found.matched == "***"


def test_a_word_too_short_for_a_key_does_not_spoil_answers(stand, make_client):
    stand.say({"status": "0", "infocode": "10001"})
    request = Request(f"{stand.host}/geo", {"key": "1"}, "1")
    assert make_client().ask(request, keep) == {"status": "0", "infocode": "10001"}


def test_a_host_that_no_network_can_spell_is_a_named_failure(make_client):
    with pytest.raises(UnreadableAnswerError):
        make_client().ask(Request(f"http://{'a' * 100}", {}), lambda *_: None)
