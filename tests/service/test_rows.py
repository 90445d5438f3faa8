"""The words that the page's table draws its rows from, as its script asks for them."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from geodata.errors import DataFileError
from layers import BasemapOffer
from parks.catalogue import make_edition, open_edition, register_edition
from parks.language import Language
from parks.wording import TABLE_COLUMNS, tabulate
from service import list_routes
from settings import Settings

LIBRARIES = Settings.model_fields["assets"].default


@pytest.fixture
def ask():
    routes = list_routes(LIBRARIES, offer=BasemapOffer(()), map_approval="")
    with TestClient(Starlette(routes=routes)) as client:

        def ask_(edition, language="zh", **headers):
            asked = {"edition": edition, "lang": language}
            return client.get("/rows", params=asked, headers=headers)

        yield ask_


@pytest.fixture
def edition():
    return open_edition()


def spell_out(answer):
    return {
        column["heading"]: [column["words"][at] for at in column["cells"]]
        for column in answer["columns"]
    }


@pytest.mark.parametrize("language", list(Language))
def test_every_park_is_said_as_the_table_words_it(ask, edition, language):
    answer = ask(edition.key, language.value)
    assert answer.status_code == 200
    said = answer.json()
    words = tabulate(edition, language)
    assert spell_out(said) == {name: words[name].tolist() for name in words}
    assert said["ids"] == edition.parks["park_id"].tolist()
    assert tuple(column["name"] for column in said["columns"]) == TABLE_COLUMNS
    assert (said["edition"], said["language"]) == (edition.key, language.value)


def test_each_word_of_a_column_is_sent_once(ask, edition):
    for column in ask(edition.key).json()["columns"]:
        assert len(set(column["words"])) == len(column["words"])


def test_an_unchanged_table_is_not_sent_again(ask, edition):
    first = ask(edition.key)
    tag = {"If-None-Match": first.headers["etag"]}
    again = ask(edition.key, **tag)
    assert (again.status_code, again.content) == (304, b"")
    assert ask(edition.key, "en", **tag).status_code == 200


def test_it_is_packed_only_for_those_who_can_unpack(ask, edition):
    packed = ask(edition.key, **{"Accept-Encoding": "gzip"})
    plain = ask(edition.key, **{"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["vary"] == "Accept-Encoding"
    assert len(gzip.compress(plain.content)) < len(plain.content) / 2


def test_names_of_a_hostile_table_stay_text(ask):
    name = "</script><img src=x onerror=alert(1)>${7*7}园"
    table = f"序号,辖区,片区,园区名称,产业方向\n1,南山,甲片区,{name},软件\n"
    edition = register_edition(make_edition(table.encode(), name="hostile.csv"))
    answer = ask(edition.key)
    assert answer.headers["content-type"] == "application/json"
    assert spell_out(answer.json())["园区"] == [name]


@pytest.mark.parametrize("key", ["", "no-such", "<script>", "../../etc/passwd"])
def test_an_unknown_edition_is_a_sentence(ask, key):
    answer = ask(key)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert "刷新" in answer.text
    assert "reload" in ask(key, "en").text
    assert "<script>" not in answer.text


def test_an_edition_opened_later_is_found(ask):
    table = "序号,辖区,片区,园区名称,产业方向\n1,南山,乙片区,后开园,软件\n".encode()
    edition = make_edition(table, name="later.csv")
    assert ask(edition.key).status_code == 404
    register_edition(edition)
    assert ask(edition.key).status_code == 200


def test_an_unknown_edition_costs_the_others_nothing(ask, edition, monkeypatch):
    ask(edition.key)
    ask("no-such")
    monkeypatch.setattr("service.rows.tabulate", lambda *_: pytest.fail("said anew"))
    assert ask(edition.key).status_code == 200


def test_a_broken_data_file_is_a_sentence(ask, edition, monkeypatch):
    def fail(*_):
        raise DataFileError(path="district_names.toml", reason="gone")

    monkeypatch.setattr("service.rows.tabulate", fail)
    answer = ask(edition.key, "en")
    assert answer.status_code == 503
    assert "district_names.toml" in answer.text
