"""``python -m parks``: what it prints and writes, and one line for bad input."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from forks import run_parks

ROOT = Path(__file__).parents[2]


def run_in_plain_locale(*arguments):
    """Run a command as a shell would, in the plainest of locales."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "parks", *arguments],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C"},
        check=False,
    )


def run(*arguments, given=b""):
    """Run a command in a process of its own."""
    with TemporaryDirectory() as folder:
        return run_parks(arguments, folder=Path(folder), given=given)


def said(*arguments, given=b""):
    """What a command that must succeed prints."""
    done = run(*arguments, given=given)
    assert done.code == 0, done.err
    return done.out


def refusal(*arguments, given=b""):
    """The one line of a command that must refuse."""
    done = run(*arguments, given=given)
    assert done.code == 2
    assert done.out == ""
    (line,) = done.err.splitlines()
    assert line.startswith("error: ")
    return line


def test_the_plainest_of_locales_neither_loses_chinese_nor_fails():
    done = run_in_plain_locale("tag", "重点发展人工智能")
    (tag,) = json.loads(done.stdout.decode("utf-8"))
    assert tag["evidence"][0]["text"] == "人工智能"
    done = run_in_plain_locale("export", "-o", "a.csv", "--district", "火星")
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode("utf-8").splitlines()
    assert line.startswith("error: ")
    assert "火星" in line


def test_read_prints_the_table_as_the_contract_has_it():
    text = said("read", "embedded")
    table = json.loads(text)
    assert "工业互联网" in text
    assert len(table["rows"]) == 22
    first = table["rows"][0]
    assert first["seq"] == 1
    assert set(first) == {
        "seq", "district", "zone", "parks", "direction", "policies", "sectors", "extra"
    }  # fmt: skip
    for tag in first["sectors"]:
        for word in tag["evidence"]:
            assert first["direction"][word["start"] : word["end"]] == word["text"]
    assert set(table["problems"][0]) == {
        "row", "column", "code", "found", "used", "message"
    }  # fmt: skip


def test_read_takes_standard_input():
    table = json.loads(said("read", "-", given="片区,园区\n甲区,甲园\n".encode()))
    assert table["rows"][0]["parks"] == ["甲园"]
    assert table["rows"][0]["direction"] is None
    assert table["rows"][0]["policies"] == []


def test_locate_and_export_write_files(tmp_path):
    located, exported = tmp_path / "a.geojson", tmp_path / "园区.csv"
    said("locate", "embedded", "-o", str(located))
    said("export", "-o", str(exported), "--district", "nanshan", "--sector", "互联网")
    assert len(json.loads(located.read_bytes())["features"]) == 59
    assert len(exported.read_text(encoding="utf-8-sig").splitlines()) == 7
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.geojson", "园区.csv"]


def test_export_writes_metadata_beside_its_file(tmp_path):
    path = tmp_path / "园区.kml"
    said("export", "-o", str(path), "--district", "nanshan", "--metadata")
    names = {"园区.kml", "园区.kml.README.txt", "园区.kml.jsonld"}
    assert {each.name for each in tmp_path.iterdir()} == names
    metadata = json.loads((tmp_path / "园区.kml.jsonld").read_bytes())
    assert metadata["dcat:distribution"]["dct:title"] == "园区.kml"
    assert metadata["pa:filter"] == "district=nanshan"
    readme = (tmp_path / "园区.kml.README.txt").read_text(encoding="utf-8-sig")
    assert "9 of 59 parks" in readme


def test_locate_asks_the_geocoders_named_and_says_why_they_gave_no_place(tmp_path):
    path, name = tmp_path / "a.geojson", "无名智慧产业园"
    table = f"辖区,园区\n南山,{name}\n南山,南山智园\n".encode()
    given = ("--geocoder", "gazetteer", "--geocoder", "amap")
    done = run("locate", "-", "-o", str(path), *given, given=table)
    assert done.code == 0
    assert done.err.splitlines() == [
        "1 × 高德 AMap 没有密钥：请设置 PARKATLAS_AMAP_KEY",
        f"2 parks → {path}",
    ]
    features = json.loads(path.read_bytes())["features"]
    said = {f["properties"]["name"]: f["properties"] for f in features}
    assert said["南山智园"]["precision"] == "site"
    assert "高德 AMap 没有密钥" in said[name]["location_note"]


def test_map_writes_one_file_that_asks_nobody(tmp_path):
    path = tmp_path / "map.html"
    said("map", "-o", str(path), "--district", "福田")
    page = path.read_text(encoding="utf-8")
    assert "福田国际电子商务产业园" in page
    assert "蛇口网谷" not in page
    assert "<script src" not in page
    assert "<link" not in page


def test_tag_prints_sectors_of_a_text_and_of_each_line():
    (tag,) = json.loads(said("tag", "重点发展人工智能"))
    assert (tag["id"], tag["role"]) == ("ai", "focus")
    assert tag["evidence"] == [{"text": "人工智能", "start": 4, "end": 8}]
    lines = said("tag", given="人工智能\n\n金融科技\n".encode()).splitlines()
    assert [[tag["id"] for tag in json.loads(line)] for line in lines] == [
        ["ai"],
        [],
        ["fintech"],
    ]


def test_convert_prints_eight_decimals_and_reads_pairs():
    there = said("convert", "--from", "WGS-84", "--to", "GCJ-02", "114.05", "22.54")
    lon, lat = there.split()
    assert len(lon.partition(".")[2]) == len(lat.partition(".")[2]) == 8
    pairs = f"{lon} {lat}\n{lon},{lat}\n".encode()
    back = said("convert", "--from", "GCJ-02", "--to", "WGS-84", given=pairs)
    assert back.splitlines() == ["114.05000000 22.54000000"] * 2


def test_convert_takes_a_negative_longitude():
    said("convert", "--from", "WGS-84", "--to", "CGCS2000", "-73.9", "40.7")


def test_convert_takes_planes_too():
    place = ("114.05", "22.54")
    there = said("convert", "--from", "WGS-84", "--to", "EPSG:4547", *place)
    assert re.fullmatch(r"505143\.\d{8} 2493597\.\d{8}\n", there)
    pairs = f"{there}38{there}".encode()
    back = said("convert", "--from", "4547", "--to", "GCJ-02", given=pairs)
    direct = said("convert", "--from", "WGS-84", "--to", "GCJ-02", *place)
    assert back == direct * 2
    swapped = ("convert", "--from", "EPSG:4547", "--to", "WGS-84", "2493597", "505143")
    assert "EPSG:4547" in refusal(*swapped)


POINTS = [
    ("光明", 113.97442, 22.71398),
    ("龙岗", 114.17042, 22.61256),
    ("福田", 114.07037, 22.57997),
    ("南山", 114.01952, 22.57956),
    ("坪山", 114.34478, 22.63263),
    ("罗湖", 114.09790, 22.56761),
]
"""Written in GCJ-02, so near to borders that WGS 84 has them in other districts."""
TABLE = "\n".join(
    [
        "辖区,园区,经度,纬度",
        *(f"{d},园{n},{x},{y}" for n, (d, x, y) in enumerate(POINTS)),
    ]
).encode()


@pytest.mark.parametrize(
    ("command", "name"),
    [("locate", "a.geojson"), ("export", "a.geojson"), ("map", "a.html")],
)
def test_the_datum_of_a_tables_coordinates_can_be_given(tmp_path, command, name):
    path = str(tmp_path / name)
    done = run(command, "-", "-o", path, given=TABLE)
    assert done.code == 0
    assert "6/6" in done.err
    assert "GCJ-02" in done.err
    done = run(command, "-", "-o", path, "--datum", "gcj02", given=TABLE)
    assert done.code == 0
    assert "6/6" not in done.err
    if name == "a.geojson":
        first = json.loads(Path(path).read_bytes())["features"][0]
        there = said("convert", "--from", "GCJ-02", "--to", "WGS-84",
                     *map(str, POINTS[0][1:]))  # fmt: skip
        expected = [float(value) for value in there.split()]
        assert first["geometry"]["coordinates"] == pytest.approx(expected, abs=1e-6)
    assert "mars" in refusal(command, "-", "-o", path, "--datum", "mars", given=TABLE)


def test_geocode_prints_places_best_first():
    places = json.loads(said("geocode", "深圳湾科技生态园", "--district", "南山"))
    assert places[0]["name"] == "深圳湾科技生态园"
    assert places[0]["score"] == max(place["score"] for place in places)
    assert set(places[0]) == {"name", "lon", "lat", "precision", "source", "score"}


def test_geocode_asks_the_geocoders_named_in_their_order():
    done = run(
        *("geocode", "深圳湾科技生态园", "--district", "南山"),
        *("--geocoder", "amap", "--geocoder", "gazetteer"),
    )
    (place,) = json.loads(done.out)
    assert place["geocoder"] == "gazetteer"
    assert place["precision"] == "site"
    assert done.err == "高德 AMap 没有密钥：请设置 PARKATLAS_AMAP_KEY\n"


def test_geocode_prints_none_where_no_geocoder_knows_the_place():
    done = run("geocode", "没有这个地方", "--geocoder", "gazetteer", "--lang", "en")
    assert (done.code, json.loads(done.out)) == (0, [])
    assert "knows no place '没有这个地方'" in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["geocode", "x", "--geocoder", "google"], "gazetteer, amap, baidu"),
        (["read", "no-such-file.txt"], "no-such-file.txt"),
        (["read", "parks"], "parks"),
        (["read", "embedded", "--table", "2"], "第 2 张"),
        (["read", "embedded", "--table", "two"], "--table"),
        (["read", "README.md"], "没有园区表格"),
        (["export", "-o", "parks.pdf"], "geojson, gpkg, shp.zip"),
        (["export", "-o", "/no/such/folder/a.csv"], "/no/such/folder/a.csv"),
        (["export", "-o", "a.csv", "--district", "火星"], "火星"),
        (["export", "-o", "a.csv", "--sector", "astrology"], "astrology"),
        (["export", "-o", "a.csv", "--role", "hope"], "hope"),
        (["export", "-o", "a.csv", "--zone", "无此片区"], "无此片区"),
        (["export", "-o", "a.csv", "--bbox", "1,2,0,3"], "1,2,0,3"),
        (["export", "-o", "a.csv", "--crs", "EPSG:0"], "EPSG:0"),
        (["export", "-o", "a.csv", "--layer", "roads"], "roads"),
        (["export"], "--output"),
        (["convert", "--from", "mars", "--to", "WGS-84", "1", "2"], "mars"),
        (["convert", "--from", "WGS-84", "--to", "GCJ-02", "114"], "LAT"),
        (["convert", "--from", "WGS-84", "--to", "GCJ-02", "1", "nan"], "nan"),
        (["convert", "--from", "WGS-84", "--to", "GCJ-02", "1", "91"], "91"),
        (["fly"], "fly"),
        ([], "COMMAND"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments, words):
    assert words in refusal(*arguments)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "空文件"),
        (b" \n\t\n", "空文件"),
        (bytes(range(256)) * 9, "不是文本"),
        ("一段没有表格的文字。".encode(), "没有园区表格"),
        ("辖区,产业方向\n南山,软件\n".encode(), "没有园区表格"),
        ('片区,园区\n甲区,"甲园\n'.encode(), "第 2 行"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_line(given, words):
    assert words in refusal("read", "-", given=given)


def test_a_line_that_is_no_coordinate_is_named():
    pairs = b"114 22\n114 north\n"
    done = run("convert", "--from", "WGS-84", "--to", "GCJ-02", given=pairs)
    assert done.code == 2
    assert len(done.out.splitlines()) == 1
    assert "2" in done.err
    assert "'114 north'" in done.err


def test_bytes_that_are_no_text_are_no_traceback(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.csv"
    Path(os.fsdecode(path)).write_text("片区,园区\n甲区,甲园\n", encoding="utf-8")
    assert json.loads(said("read", path))["source"]["name"] == "?.csv"
    out = str(tmp_path / "a.xlsx")
    said("export", path, "-o", out, "--q", b"\xff")
    assert b"\xff".decode("latin-1") not in refusal(
        "export", "--zone", b"\xff", "-o", out
    )
    said("tag", b"\xff")


def test_a_reader_that_hangs_up_is_no_error():
    shell = f'"{sys.executable}" -m parks read embedded | head -c 100'
    done = subprocess.run(  # noqa: S602 - a pipe is what is tested
        shell, cwd=ROOT, shell=True, capture_output=True, check=False
    )
    assert done.stderr == b""


def test_messages_come_in_english_too():
    assert "holds no table of parks" in refusal("read", "README.md", "--lang", "en")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path):
    folder = tmp_path / "a.csv"
    folder.mkdir()
    (folder / "kept").touch()
    assert "a.csv" in refusal("export", "-o", str(folder))
    assert [path.name for path in tmp_path.rglob("*")] == ["a.csv", "kept"]
