"""Tables are opened once, and anew when their file has changed."""

import gc
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from parks.catalogue import find_edition, open_edition, read_any
from parks.edition import build_edition
from parks.errors import ParksError, UnreadableFileError


def test_an_unchanged_file_gives_the_same_edition(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("园区\n甲园\n", encoding="utf-8")
    first = open_edition(path)
    assert open_edition(path) is first
    assert find_edition(first.key) is first


def test_a_changed_file_gives_another_edition(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("园区\n甲园\n", encoding="utf-8")
    first = open_edition(path)
    path.write_text("园区\n乙园\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    second = open_edition(path)
    assert second.parks["name"].tolist() == ["乙园"]
    assert second.key != first.key


def test_the_embedded_table_is_called_as_the_plan_heads_it():
    assert read_any("embedded").source.name == "深圳市数字经济产业园区规划布局一览表"


def test_an_unknown_key_finds_nothing():
    assert find_edition("nonsense") is None


def test_a_missing_file_and_a_folder_are_said(tmp_path):
    with pytest.raises(UnreadableFileError, match="nowhere"):
        open_edition(tmp_path / "nowhere.csv")
    with pytest.raises(ParksError, match=tmp_path.name):
        open_edition(tmp_path)


def test_a_table_opened_twice_at_once_stays_found(tmp_path, monkeypatch):
    path = tmp_path / "mine.csv"
    path.write_text("园区\n丙园\n", encoding="utf-8")
    both = threading.Barrier(2, timeout=60)

    def build(*given):
        both.wait()
        return build_edition(*given)

    monkeypatch.setattr("parks.catalogue.build_edition", build)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(open_edition, [path, path])
    assert first is second
    del first, second
    gc.collect()
    kept = open_edition(path)
    assert find_edition(kept.key) is kept
