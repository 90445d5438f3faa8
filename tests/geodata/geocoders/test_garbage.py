"""Whatever a service says, it is an answer or a named failure."""

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.geocoders.answers import DOUBTS, Question
from geodata.geocoders.errors import GeocoderError, LongQuestionError

NAMES = ["amap", "baidu", "tencent", "tianditu", "nominatim"]
PARK = Question("深圳湾科技生态园", "南山")

numbers = st.integers() | st.floats() | st.booleans() | st.none()
leaves = numbers | st.text(max_size=20)
documents = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=10,
)


def paths(document, above=()):
    """List where a document has values."""
    yield above
    if isinstance(document, dict):
        for name, value in document.items():
            yield from paths(value, (*above, name))
    if isinstance(document, list):
        for number, value in enumerate(document):
            yield from paths(value, (*above, number))


def put(document, path, value):
    """Replace the value at a path."""
    if not path:
        return value
    *above, last = path
    holder = document
    for step in above:
        holder = holder[step]
    holder[last] = value
    return document


def read_or_fail(service, document):
    failed = None
    findings = ()
    try:
        findings = service.read(document, 200, PARK)
    except GeocoderError as error:
        failed = error
    assert bool(findings) != bool(failed)
    assert len(str(failed)) < 300
    for finding in findings:
        assert isinstance(finding.lon, float)
        assert isinstance(finding.lat, float)
        assert {doubt.code for doubt in finding.doubts} <= set(DOUBTS)
        assert all(str(doubt) for doubt in finding.doubts)


@pytest.mark.parametrize("name", NAMES)
def test_any_json_is_read_or_refused(services, name):
    @settings(deadline=None)
    @given(documents)
    def check(document):
        read_or_fail(services[name], document)

    check()


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_with_one_thing_wrong_is_read_or_refused(services, answers, name):
    text = json.dumps(answers[name])
    places = list(paths(answers[name]))

    @settings(deadline=None)
    @given(st.sampled_from(places), documents)
    def check(path, value):
        read_or_fail(services[name], put(json.loads(text), path, value))

    check()


@pytest.mark.parametrize("name", NAMES)
def test_any_bytes_are_an_answer_or_a_named_failure(stand, make_remote, answers, name):
    whole = json.dumps(answers[name]).encode()
    cut = st.integers(0, len(whole)).map(lambda length: whole[:length])
    geocoder = make_remote(name)
    number = iter(range(10**6))

    @settings(deadline=None)
    @given(st.binary(max_size=50) | cut)
    def check(body):
        stand.replies.clear()
        stand.say(body)
        with contextlib.suppress(GeocoderError):
            assert geocoder.find(Question(f"园区{next(number)}", "南山"))

    check()


@pytest.mark.parametrize("name", NAMES)
def test_any_name_can_be_asked_for(services, name):
    @settings(deadline=None)
    @given(
        st.text(max_size=100), st.none() | st.text(max_size=10), st.text(max_size=10)
    )
    def check(query, district, city):
        with contextlib.suppress(LongQuestionError):
            request = services[name].ask(Question(query, district, city))
            assert all(isinstance(v, str) for v in request.parameters.values())

    check()


def test_what_steers_a_terminal_is_no_part_of_a_name(services):
    place = {
        "place_rank": 30,
        "lon": "113.95",
        "lat": "22.53",
        "display_name": "\x1b[2J深圳湾\r\n科技\u202e生态园\x07",
    }
    (finding,) = services["nominatim"].read([place], 200, PARK)
    assert finding.matched.isprintable()
    assert finding.matched == "[2J深圳湾 科技 生态园"
