"""The search's answers, as the box on the page and as an attacker ask for them."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from layers import BASEMAPS, BasemapOffer
from parks.catalogue import open_edition
from service import list_routes
from settings import Settings

LIBRARIES = Settings.model_fields["assets"].default


@pytest.fixture
def ask():
    routes = list_routes(LIBRARIES, offer=BasemapOffer(BASEMAPS), map_approval="")
    with TestClient(Starlette(routes=routes)) as client:

        def ask_(q, edition=None, lang="zh"):
            key = open_edition().key if edition is None else edition
            params = {"edition": key, "lang": lang, "q": q}
            return client.get("/search", params=params)

        yield ask_


def test_suggestions_are_json(ask):
    answer = ask("szwkjsty")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    said = answer.json()
    (park,) = said["suggestions"]
    assert said["count"] == 1
    assert park["kind"] == "park"
    assert park["label"] == "深圳湾科技生态园"
    assert park["value"] == "shen-zhen-wan-ke-ji-sheng-tai-yuan"
    assert park["spans"] == [[0, 8]]


def test_the_language_asked_for_is_spoken(ask):
    assert ask("南山", lang="en").json()["suggestions"][0]["label"] == "Nanshan"
    assert ask("南山", lang="xx").json()["suggestions"][0]["label"] == "南山"


@pytest.mark.parametrize("key", ["", "no-such", "<script>", "../../etc/passwd"])
@pytest.mark.parametrize(("lang", "word"), [("zh", "刷新"), ("en", "reload")])
def test_an_unknown_edition_is_a_sentence(ask, key, lang, word):
    answer = ask("南山", edition=key, lang=lang)
    assert answer.status_code == 404
    assert word in answer.text
    assert "<" not in answer.text


@pytest.mark.parametrize("typed", ["", "园" * 2_000, "\x00", "<script>", "{0}%s${1}"])
def test_whatever_is_asked_is_answered(ask, typed):
    answer = ask(typed)
    assert answer.status_code == 200
    assert len(answer.json()["query"]) <= 100
    assert len(answer.json()["suggestions"]) <= 12
