import os

import httpx2
import pytest

from bench.servers import serve, serve_process, stage


def test_a_page_stands_beside_what_folium_asks_for(tmp_path):
    script = stage("floor_app.py", tmp_path)
    assert script.parent == tmp_path
    for name in ("leaflet.js", "leaflet.css", "jquery.js", "images/marker-icon.png"):
        assert (tmp_path / "static" / name).is_file()


def test_a_second_page_shares_them(tmp_path):
    stage("floor_app.py", tmp_path)
    assert stage("naive_app.py", tmp_path).is_file()


def test_a_server_answers_within_its_block_and_is_gone_after_it(tmp_path):
    script = stage("floor_app.py", tmp_path)
    with serve(script, tmp_path / "log") as url:
        assert httpx2.get(f"{url}/app/static/leaflet.js").status_code == 200
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{url}/_stcore/health")


def test_a_server_that_does_not_start_says_why(tmp_path):
    with (
        pytest.raises(RuntimeError, match=r"missing\.py"),
        serve(tmp_path / "missing.py", tmp_path / "log"),
    ):
        pytest.fail("it must not be served")


def test_a_server_s_process_is_told(tmp_path):
    script = stage("floor_app.py", tmp_path)
    with serve_process(script, tmp_path / "log") as server:
        os.kill(server.pid, 0)
        assert httpx2.get(f"{server.address}/_stcore/health").status_code == 200
    with pytest.raises(ProcessLookupError):
        os.kill(server.pid, 0)
