"""An operator's basemap file: what it says of itself, and what is said of a bad one."""

import contextlib
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pmtiles.tile import Compression, TileType
from tile_files import write_archive, write_pictures, write_vectors

from layers import ArchiveError, read_archive

PLACE = (113.95, 22.54)


@pytest.fixture
def pictures(tmp_path):
    return write_pictures(tmp_path / "pictures.pmtiles", PLACE, [12, 13])


def archive_saying(tmp_path, metadata, tile_type=TileType.PNG):
    tiles = {(12, 3344, 1782): b"tile"}
    return write_archive(tmp_path / "a.pmtiles", tiles, metadata, tile_type)


def test_pictures_are_told_from_vectors(tmp_path, pictures):
    archive = read_archive(pictures)
    assert archive.picture_type == "image/png"
    assert archive.zooms == (12, 13)
    assert archive.bounds == ((22.0, 113.0), (23.5, 115.0))
    vectors = read_archive(write_vectors(tmp_path / "v.pmtiles", PLACE, 14))
    assert vectors.picture_type is None
    assert vectors.chinese == "zh"


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ({"attribution": '<a href="x">&copy; OpenStreetMap</a>'}, "© OpenStreetMap"),
        ({"attribution": "© 测绘院\n 2025"}, "© 测绘院 2025"),
        ({"attribution": "<img src=x onerror=y> city"}, "city"),
        ({"description": "from OpenStreetMap"}, "© OpenStreetMap contributors"),
        ({"planetiler:osm:replicationurl": "x"}, "© OpenStreetMap contributors"),
        ({"description": "our own survey"}, ""),
        ({"attribution": 5}, "5"),
        ({"attribution": "x" * 10_000}, "x" * 200),
    ],
)
def test_it_says_whom_it_is_owed_to_and_no_more(tmp_path, metadata, said):
    assert read_archive(archive_saying(tmp_path, metadata)).attribution == said


@pytest.mark.parametrize(
    ("fields", "chinese"),
    [(["name:zh-Hans", "name:zh"], "zh-Hans"), (["name:zh"], "zh"), ([], "zh")],
)
def test_chinese_names_are_found_under_either_field(tmp_path, fields, chinese):
    layer = {"id": "roads", "fields": dict.fromkeys(fields, "String")}
    path = archive_saying(tmp_path, {"vector_layers": [layer]}, TileType.MVT)
    assert read_archive(path).chinese == chinese


def test_bounds_that_make_no_box_are_the_world(tmp_path):
    path = tmp_path / "a.pmtiles"
    tiles = {(0, 0, 0): b"tile"}
    write_archive(path, tiles, {}, TileType.PNG, bounds=(10, 10, 10, 10))
    assert read_archive(path).bounds == ((-90, -180), (90, 180))


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(ArchiveError, match=r"no-such.*change PARKATLAS_PMTILES"):
        read_archive(tmp_path / "no-such.pmtiles")


def test_a_folder_is_a_sentence(tmp_path):
    with pytest.raises(ArchiveError, match="cannot be read"):
        read_archive(tmp_path)


def test_a_pipe_is_a_sentence_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ArchiveError, match="pipe or a device"):
        read_archive(tmp_path / "pipe")


@pytest.mark.parametrize(
    "content", [b"", b"PMTiles", b"PK\x03\x04 a zip", b"PMTiles\x02" + b"\0" * 200]
)
def test_another_kind_of_file_is_a_sentence(tmp_path, content):
    path = tmp_path / "other.pmtiles"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="no PMTiles archive of version 3"):
        read_archive(path)


@pytest.mark.parametrize("kept", [127, 200, 0.5, -1])
def test_a_file_cut_off_is_a_sentence(pictures, kept):
    whole = pictures.read_bytes()
    end = int(kept * len(whole)) if isinstance(kept, float) else kept
    pictures.write_bytes(whole[:end])
    with pytest.raises(ArchiveError, match="is cut off"):
        read_archive(pictures)


@pytest.mark.parametrize("layers", [["transportation", "water"], []])
def test_vectors_of_another_schema_are_named(tmp_path, layers):
    metadata = {"vector_layers": [{"id": name} for name in layers]}
    path = archive_saying(tmp_path, metadata, TileType.MVT)
    with pytest.raises(ArchiveError, match=layers[0] if layers else "none"):
        read_archive(path)


@pytest.mark.parametrize("tile_type", [TileType.UNKNOWN, TileType.MLT])
def test_tiles_that_nothing_draws_are_named(tmp_path, tile_type):
    with pytest.raises(ArchiveError, match=f"of type {tile_type.name}"):
        read_archive(archive_saying(tmp_path, {}, tile_type))


def test_a_packing_that_browsers_lack_is_named(pictures):
    content = bytearray(pictures.read_bytes())
    content[98] = Compression.ZSTD.value
    pictures.write_bytes(content)
    with pytest.raises(ArchiveError, match=r"packed with .*ZSTD"):
        read_archive(pictures)


@pytest.mark.parametrize("metadata", [[], "text", None, 5])
def test_metadata_of_another_form_is_a_sentence(tmp_path, metadata):
    with pytest.raises(ArchiveError, match="no PMTiles archive"):
        read_archive(archive_saying(tmp_path, metadata))


@pytest.mark.parametrize(
    "layers", [5, [5], [{}], [{"id": 5}], [{"id": "roads", "fields": 5}]]
)
def test_odd_layers_do_no_harm(tmp_path, layers):
    path = archive_saying(tmp_path, {"vector_layers": layers})
    assert read_archive(path).picture_type == "image/png"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 400), value=st.integers(0, 255))
def test_whatever_byte_is_wrong_there_is_an_answer_or_a_sentence(
    pictures, place, value
):
    content = bytearray(pictures.read_bytes())
    kept = bytes(content)
    content[place] = value
    pictures.write_bytes(content)
    with contextlib.suppress(ArchiveError):
        assert read_archive(pictures).path == pictures
    pictures.write_bytes(kept)
