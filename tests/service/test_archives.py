"""The operator's basemap file as browsers ask for it: in ranges, and no other file."""

import logging

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from tile_files import write_pictures

from layers import ARCHIVE_ADDRESS, BASEMAPS, BasemapOffer
from parks.catalogue import open_edition
from service import list_routes
from service.archives import open_archive
from settings import Settings

LIBRARIES = Settings.model_fields["assets"].default


@pytest.fixture
def archive(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    return write_pictures(tmp_path / "city.pmtiles", (113.95, 22.54), [12])


@pytest.fixture
def browser(archive):
    offer = BasemapOffer(BASEMAPS, archive=archive)
    routes = list_routes(LIBRARIES, offer=offer, map_approval="")
    with TestClient(Starlette(routes=routes)) as client:
        yield client


def test_a_range_is_that_part_of_the_file(browser, archive):
    whole = archive.read_bytes()
    answer = browser.get(ARCHIVE_ADDRESS, headers={"Range": "bytes=5-126"})
    assert answer.status_code == 206
    assert answer.content == whole[5:127]
    assert answer.headers["content-range"] == f"bytes 5-126/{len(whole)}"
    assert answer.headers["accept-ranges"] == "bytes"
    last = browser.get(ARCHIVE_ADDRESS, headers={"Range": "bytes=-7"})
    assert last.content == whole[-7:]
    # The first range a browser asks for is longer than a small file.
    first = browser.get(ARCHIVE_ADDRESS, headers={"Range": "bytes=0-99999999"})
    assert (first.status_code, first.content) == (206, whole)


def test_a_range_behind_the_end_is_refused(browser, archive):
    size = archive.stat().st_size
    answer = browser.get(ARCHIVE_ADDRESS, headers={"Range": f"bytes={size}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{size}"


def test_a_range_holds_only_while_the_file_is_the_same(browser, archive):
    tag = browser.head(ARCHIVE_ADDRESS).headers["etag"]
    asked = {"Range": "bytes=0-6", "If-Range": tag}
    assert browser.get(ARCHIVE_ADDRESS, headers=asked).status_code == 206
    archive.write_bytes(archive.read_bytes() + b"more")
    changed = browser.get(ARCHIVE_ADDRESS, headers=asked)
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_head_tells_without_the_content(browser, archive):
    answer = browser.head(ARCHIVE_ADDRESS)
    assert answer.status_code == 200
    assert answer.headers["content-length"] == str(archive.stat().st_size)
    assert answer.content == b""


@pytest.mark.parametrize(
    "address",
    [
        "/basemap/pmtiles/",
        "/basemap/pmtiles/city.pmtiles",
        "/basemap/pmtiles/secret.txt",
        "/basemap/pmtiles/..%2fsecret.txt",
        "/basemap/pmtiles/local.pmtiles/../secret.txt",
        "/basemap/pmtiles/%2fetc%2fpasswd",
        "/basemap/pmtiles/local.pmtiles%00",
    ],
)
def test_no_other_file_is_served(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_nobody_writes_to_it(browser, archive):
    before = archive.read_bytes()
    for method in ("PUT", "POST", "DELETE"):
        assert browser.request(method, ARCHIVE_ADDRESS).status_code == 405
    assert archive.read_bytes() == before


def test_a_file_taken_away_is_a_sentence(browser, archive):
    archive.unlink()
    answer = browser.get(ARCHIVE_ADDRESS, headers={"Range": "bytes=0-6"})
    assert answer.status_code == 404
    assert "not there" in answer.text
    assert str(archive) not in answer.text


def test_the_document_names_neither_file_nor_folder(browser, archive):
    edition = open_edition()
    page = browser.get("/map", params={"edition": edition.key}).text
    assert ARCHIVE_ADDRESS in page
    assert "city.pmtiles" not in page
    assert str(archive.parent) not in page


@pytest.mark.parametrize("content", [None, b"", b"no archive at all"])
def test_a_file_that_cannot_be_used_is_said_once_and_left_out(
    tmp_path, caplog, content
):
    file = tmp_path / "bad.pmtiles"
    if content is not None:
        file.write_bytes(content)
    offer = BasemapOffer(BASEMAPS, archive=file)
    with caplog.at_level(logging.WARNING):
        routes = list_routes(LIBRARIES, offer=offer, map_approval="")
    (said,) = caplog.messages
    assert said.startswith(f"warning: the basemap file {file}")
    assert said.endswith("the map goes on without it")
    with TestClient(Starlette(routes=routes)) as client:
        assert client.get(ARCHIVE_ADDRESS).status_code == 404


def test_a_file_not_offered_is_not_served(archive):
    offer = BasemapOffer(("osm",), archive=archive)
    routes = list_routes(LIBRARIES, offer=offer, map_approval="")
    with TestClient(Starlette(routes=routes)) as client:
        assert client.get(ARCHIVE_ADDRESS).status_code == 404


def test_the_library_that_draws_it_is_served(browser):
    library = browser.get("/assets/protomaps-leaflet/protomaps-leaflet.js")
    assert library.status_code == 200
    assert "javascript" in library.headers["content-type"]


def test_a_link_to_itself_costs_only_the_basemap(tmp_path, caplog):
    link = tmp_path / "loop.pmtiles"
    link.symlink_to(link)
    assert open_archive(BasemapOffer(BASEMAPS, archive=link)) is None
    assert "change PARKATLAS_PMTILES" in caplog.text
