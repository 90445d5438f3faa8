"""Reads what was written for a GIS, as GDAL or pyarrow does."""

import io
import zipfile

import pyogrio
import geopandas as gpd

FORMATS = ("gpkg", "shp.zip", "fgb", "parquet")


def read(content, name, folder, layer="parks"):
    """Read a layer back; text that is not there is None."""
    if name == "parquet":
        rows = gpd.read_parquet(io.BytesIO(content))
    elif name == "fgb":
        rows = pyogrio.read_dataframe(io.BytesIO(content))
    else:
        file = folder / f"read.{name}"
        file.write_bytes(content)
        rows = pyogrio.read_dataframe(file, layer=layer if name == "gpkg" else None)
    return rows.astype(object).where(rows.notna(), None).set_geometry(
        "geometry", crs=rows.crs
    )


def unzip(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
