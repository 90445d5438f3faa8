"""Our districts and datums held against other people's data, where these lie near."""

import numpy as np
import pandas as pd
import pytest

import geopandas as gpd
import shapely
from shapely import affinity

from geodata.datums import Datum, convert
from geodata.districts import METRIC

INLAND = ["罗湖", "龙岗", "龙华", "坪山", "光明"]


@pytest.fixture(scope="module")
def reference(repository):
    folder = repository.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the reference data are not beside the repository (../shared/data)")
    return folder


@pytest.fixture(scope="module")
def land(reference):
    """The land of each district by OpenStreetMap, in metres."""
    frame = gpd.read_file(reference / "boundaries" / "osm_districts_land.geojson")
    return frame.set_index("district").geometry.to_crs(METRIC)


@pytest.fixture(scope="module")
def ours(districts):
    return districts.set_index("name_zh").geometry.to_crs(METRIC)


@pytest.fixture(scope="module")
def stations(reference):
    name = "urbanev_charging_stations_1587_gcj02.csv"
    return pd.read_csv(reference / "poi" / name)


def test_every_district_holds_its_land(ours, land):
    for name, polygon in ours.items():
        if name == "深汕特别合作区":  # OpenStreetMap's reaches far out to sea
            continue
        assert polygon.intersection(land[name]).area > 0.95 * land[name].area, name


@pytest.mark.parametrize("name", INLAND)
def test_inland_districts_are_openstreetmaps(ours, land, name):
    one, other = ours[f"{name}区"], land[f"{name}区"]
    assert one.intersection(other).area > 0.95 * one.union(other).area


def test_shenshan_is_openstreetmaps_but_for_the_sea(ours, land):
    one, other = ours["深汕特别合作区"], land["深汕特别合作区"]
    assert one.intersection(other).area > 0.98 * one.area
    missed = shapely.get_parts(other.difference(one))
    at_sea = max(missed, key=shapely.area)
    on_land = other.area - at_sea.area
    assert one.intersection(other).area > 0.98 * on_land


def test_unconverted_the_borders_would_not_fit(ours, land):
    # About what GCJ-02 adds over Shenzhen, in metres.
    shifted = affinity.translate(ours["龙华区"], 480, -330)
    assert shifted.intersection(land["龙华区"]).area < 0.95 * land["龙华区"].area


def test_charging_stations_lie_in_the_districts_once_converted(stations, districts):
    lon, lat = convert(
        stations["longitude"],
        stations["latitude"],
        source=Datum.GCJ02,
        target=Datum.WGS84,
    )
    whole = shapely.coverage_union_all(districts.geometry.to_numpy())
    assert len(stations) == 1587
    assert shapely.contains_xy(whole, lon, lat).mean() > 0.995


def test_charging_stations_lie_on_land_once_converted_and_not_before(stations, land):
    whole = land.union_all()

    def count_off_land(lon, lat):
        points = gpd.GeoSeries.from_xy(lon, lat, crs="EPSG:4326").to_crs(METRIC)
        inside = shapely.contains_xy(whole, points.x, points.y)
        return int(np.count_nonzero(~inside))

    lon, lat = stations["longitude"].to_numpy(), stations["latitude"].to_numpy()
    converted = convert(lon, lat, source=Datum.GCJ02, target=Datum.WGS84)
    assert count_off_land(*converted) < 10
    assert count_off_land(lon, lat) > 50
