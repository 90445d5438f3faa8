"""Links of thousands of values: shortened to what can be read, and saying so."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from service import LinkShortener
from service.long_links import MOST_VALUES, shorten_link

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@pytest.fixture
def browser():
    async def echo(request):
        return PlainTextResponse(request.url.query)

    routes = [Route("/", echo), Route("/data", echo)]
    shortener = Middleware(LinkShortener, pages=("/",), left_key="left")
    with TestClient(Starlette(routes=routes, middleware=[shortener])) as client:
        yield client


def test_a_page_gets_as_much_of_a_link_as_can_be_read(browser):
    link = [("id", "z")] * 5000 + [("district", "盐田"), ("q", "a&b=c")]
    answer = browser.get("/", params=link)
    pairs = parse_qsl(answer.text, keep_blank_values=True)
    assert len(pairs) == MOST_VALUES
    assert pairs[-1] == ("left", str(5002 - (MOST_VALUES - 1)))
    assert {("district", "盐田"), ("q", "a&b=c")} <= set(pairs)


@pytest.mark.parametrize(
    ("path", "count"), [("/", MOST_VALUES), ("/", 1), ("/", 0), ("/data", 5000)]
)
def test_all_else_is_left_as_it_is(browser, path, count):
    link = urlencode([("id", "z")] * count)
    answer = browser.get(f"{path}?{link}", follow_redirects=False)
    assert (answer.status_code, answer.text) == (200, link)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=MOST_VALUES, max_size=1200))
def test_nothing_is_invented_and_every_option_stays(given_pairs):
    pairs = parse_qsl(
        shorten_link(urlencode(given_pairs), "left"), keep_blank_values=True
    )
    *kept, (option, left) = pairs
    assert option == "left"
    assert len(kept) + int(left) == len(given_pairs)
    rest = iter(given_pairs)
    assert all(pair in rest for pair in kept)
    if len({name for name, _ in given_pairs}) < MOST_VALUES:
        assert {name for name, _ in kept} == {name for name, _ in given_pairs}
