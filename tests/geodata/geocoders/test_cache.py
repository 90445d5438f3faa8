"""Answers outlive the process, are shared by two, and hold no key."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from geodata.gazetteer import Precision
from geodata.geocoders.answers import Doubt, Finding, Question
from geodata.geocoders.cache import (
    DAMAGED_SUFFIX,
    DAY_SECONDS,
    FILE_NAME,
    FOUND_SECONDS,
    NOT_FOUND_SECONDS,
    Cache,
)
from geodata.geocoders.errors import GeocoderError, PlaceNotFoundError

PARK = Question("深圳湾科技生态园", "南山")
FINDINGS = (
    Finding(
        113.95,
        22.53,
        Precision.NEAR,
        "兴趣点",
        "深圳湾",
        "深圳市",
        (Doubt("name-differs", {"geocoder": "高德", "matched": "深圳湾"}),),
    ),
)


@pytest.fixture
def cache(tmp_path, time):
    return Cache(tmp_path, now=time.now)


def test_an_answer_survives_a_restart_with_its_day(tmp_path, cache, time):
    cache.put("amap", PARK, FINDINGS)
    time.seconds += DAY_SECONDS
    kept = Cache(tmp_path, now=time.now).get("amap", PARK)
    assert kept.findings == FINDINGS
    assert kept.asked_at == time.seconds - DAY_SECONDS


def test_a_question_is_told_from_another(cache):
    cache.put("amap", PARK, FINDINGS)
    assert cache.get("baidu", PARK) is None
    assert cache.get("amap", Question(PARK.query)) is None
    assert cache.get("amap", Question(PARK.query, "福田")) is None
    assert cache.get("amap", Question(PARK.query, "南山", "广州市")) is None
    assert cache.get("amap", Question("科技路1-2号", "南山")) is None


def test_the_same_question_is_known_in_other_spellings(cache):
    cache.put("amap", Question("软件园 A座", "南山"), FINDINGS)
    assert cache.get("amap", Question(" 软件园　Ａ座", "南山区")).findings == FINDINGS


def test_signs_of_an_address_are_not_lost(cache):
    cache.put("amap", Question("科技路1-2号"), FINDINGS)
    assert cache.get("amap", Question("科技路12号")) is None


@pytest.mark.parametrize(
    ("findings", "lasts"), [(FINDINGS, FOUND_SECONDS), ((), NOT_FOUND_SECONDS)]
)
def test_an_answer_is_not_believed_for_ever(cache, time, findings, lasts):
    cache.put("amap", PARK, findings)
    time.seconds += lasts - 1
    assert cache.get("amap", PARK).findings == findings
    time.seconds += 1
    assert cache.get("amap", PARK) is None


def test_not_found_is_forgotten_sooner():
    assert NOT_FOUND_SECONDS < FOUND_SECONDS


def test_a_clock_set_back_asks_again(cache, time):
    cache.put("amap", PARK, FINDINGS)
    time.seconds -= DAY_SECONDS
    assert cache.get("amap", PARK) is None


@pytest.mark.parametrize(
    "content", [b"no database at all" * 99, b"SQLite format 3\0oh"]
)
def test_a_damaged_file_is_said_put_aside_and_begun_anew(
    tmp_path, time, caplog, content
):
    (tmp_path / FILE_NAME).write_bytes(content)
    cache = Cache(tmp_path, now=time.now)
    assert cache.get("amap", PARK) is None
    assert cache.was_damaged
    assert "damaged" in caplog.text
    assert (tmp_path / (FILE_NAME + DAMAGED_SUFFIX)).read_bytes() == content
    cache.put("amap", PARK, FINDINGS)
    assert cache.get("amap", PARK).findings == FINDINGS


def test_damage_in_the_middle_of_work_costs_only_what_was_kept(tmp_path, cache):
    cache.put("amap", PARK, FINDINGS)
    (tmp_path / FILE_NAME).write_bytes(b"x" * 5000)
    cache.put("amap", PARK, FINDINGS)
    cache.put("amap", PARK, FINDINGS)
    assert cache.was_damaged
    assert cache.get("amap", PARK).findings == FINDINGS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}x",
        b"7",
        b"[7]",
        b'[{"lon": 1}]',
        b'[{"lon": null, "lat": 1, "precision": "site"}]',
        b'[{"lon":1,"lat":1,"precision":"exact","level":"","matched":"","city":"","doubts":[]}]',
        b'[{"lon":1,"lat":1,"precision":"site","level":"","matched":"","city":"","doubts":[{"code":"x","facts":{}}]}]',
        b'[{"lon":1,"lat":1,"precision":"site","level":"","matched":"","city":"","doubts":[{"code":"alike","facts":{}}]}]',
    ],
)
def test_a_damaged_answer_is_asked_again(tmp_path, cache, content):
    import sqlite3  # noqa: PLC0415 - the one test that looks inside

    cache.put("amap", PARK, FINDINGS)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("UPDATE answers SET findings = ?", (content,))
        connection.commit()
    assert cache.get("amap", PARK) is None
    cache.put("amap", PARK, FINDINGS)
    assert cache.get("amap", PARK).findings == FINDINGS


def test_a_folder_that_cannot_be_made_costs_only_the_memory(tmp_path, time, caplog):
    (tmp_path / "file").write_text("not a folder")
    with closing(Cache(tmp_path / "file" / "folder", now=time.now)) as cache:
        cache.put("amap", PARK, FINDINGS)
        assert "not kept" in caplog.text
        assert cache.get("amap", PARK).findings == FINDINGS


def test_no_folder_is_made_before_there_is_something_to_keep(tmp_path):
    with closing(Cache(tmp_path / "cache")):
        assert not (tmp_path / "cache").exists()


def test_a_file_that_cannot_be_opened_costs_only_the_memory(tmp_path, time, caplog):
    (tmp_path / FILE_NAME).mkdir()
    with closing(Cache(tmp_path, now=time.now)) as cache:
        cache.put("amap", PARK, FINDINGS)
        assert cache.get("amap", PARK).findings == FINDINGS
        assert not cache.was_damaged
    # Of a thousand rows each would say it.
    assert caplog.text.count("cannot be used just now") == 1


def test_what_stood_in_a_file_that_is_read_only_is_still_known(
    tmp_path, time, cache, monkeypatch
):
    cache.put("amap", PARK, FINDINGS)
    connect = sqlite3.connect

    def connect_read_only(name, **options):
        connection = connect(name, **options)
        if name != ":memory:":
            connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_read_only)
    with closing(Cache(tmp_path, now=time.now)) as late:
        late.put("baidu", PARK, FINDINGS)
        assert late.get("amap", PARK).findings == FINDINGS
        assert late.get("baidu", PARK).findings == FINDINGS


WRITER = """
import sys
from pathlib import Path
from geodata.gazetteer import Precision
from geodata.geocoders.answers import Finding, Question
from geodata.geocoders.cache import Cache

cache = Cache(Path(sys.argv[1]))
for number in range(30):
    question = Question(f"{sys.argv[2]}{number}")
    cache.put("amap", question, (Finding(114.0, 22.5, Precision.NEAR),))
    assert cache.get("amap", question) is not None
assert not cache.was_damaged
"""


def test_two_processes_share_one_cache(tmp_path, repository):
    writers = [
        subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", WRITER, str(tmp_path), name], cwd=repository
        )
        for name in ("甲", "乙")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    cache = Cache(tmp_path)
    for name in ("甲", "乙"):
        for number in range(30):
            assert cache.get("amap", Question(f"{name}{number}")) is not None


def test_a_question_is_put_once(stand, make_remote, cache):
    stand.say(stand.answers["amap"])
    first = make_remote("amap", cache=cache).find(PARK)
    again = make_remote("amap", cache=cache, host="http://127.0.0.1:9").find(PARK)
    assert first == again
    assert len(stand.asked) == 1


def test_that_nothing_is_there_is_kept_but_no_trouble_is(stand, make_remote, cache):
    stand.say({"status": "1", "infocode": "10000", "geocodes": []})
    stand.say({"status": "0", "infocode": "10016"})
    geocoder = make_remote("amap", cache=cache)
    for _ in range(2):
        with pytest.raises(PlaceNotFoundError, match="深圳湾科技生态园"):
            geocoder.find(PARK)
    assert len(stand.asked) == 1
    with pytest.raises(GeocoderError):
        geocoder.find(Question("别处"))
    assert cache.get("amap", Question("别处")) is None


@pytest.mark.parametrize("name", ["amap", "baidu", "tencent", "tianditu"])
def test_the_file_holds_no_key(stand, make_remote, cache, tmp_path, name):
    answer = stand.answers[name]
    for document in (answer, {**answer, "echo": stand.key}):
        stand.say(document)
    stand.answers["amap"]["geocodes"][0]["formatted_address"] = stand.key
    stand.say(stand.answers[name])
    geocoder = make_remote(name, cache=cache)
    for number in range(3):
        geocoder.find(Question(f"园区{number}", "南山"))
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert "园区2".encode() in content
    for form in (stand.key, "nobody", "may+see", "may%20see"):
        assert form.encode() not in content


def test_a_kept_point_that_cannot_be_is_asked_again(stand, make_remote, cache):
    cache.put("amap", PARK, (Finding(999.0, 0.0, Precision.SITE),))
    stand.say(stand.answers["amap"])
    (answer,) = make_remote("amap", cache=cache).find(PARK)
    assert 113 < answer.lon < 114
