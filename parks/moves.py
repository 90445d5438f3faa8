"""A new place for a park while it is still being chosen: weighed against districts."""

from dataclasses import dataclass

import geopandas as gpd
import shapely

from geodata.districts import find_outside
from parks.edition import WGS84, Edition


@dataclass(frozen=True, slots=True)
class Move:
    """
    Where a park would come to lie.

    Attributes
    ----------
    lon, lat
        WGS 84 degrees, to six decimals.
    district
        Short name of the district it would lie in; None outside all that are known.
    metres_outside
        Metres to the district that the park's row names: 0 inside, None where that
        district is not known.
    """

    lon: float
    lat: float
    district: str | None
    metres_outside: float | None


def weigh_move(edition: Edition, position: int, lon: float, lat: float) -> Move:
    """
    Weigh a new place of a park against the districts.

    Parameters
    ----------
    edition
        The edition the park is in.
    position
        The park's position in it.
    lon, lat
        WGS 84 degrees.
    """
    lon, lat = round(lon, 6), round(lat, 6)
    point = shapely.Point(lon, lat)
    districts = edition.districts
    around = districts.loc[districts.geometry.covers(point), "district"].tolist()
    named = edition.parks["district"].iloc[position]
    metres = None
    if named in set(districts["district"]):
        frame = gpd.GeoDataFrame({"district": [named]}, geometry=[point], crs=WGS84)
        metres = float(find_outside(frame, districts).sum())
    return Move(lon, lat, around[0] if around else None, metres)
