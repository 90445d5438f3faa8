"""Reads what was written for a GIS, as GDAL or pyarrow does."""

import io
import zipfile

import geopandas as gpd
import pyogrio

FORMATS = ("gpkg", "shp.zip", "fgb", "parquet")


def read(content, name, folder, layer="parks"):
    """Read a layer back; a text that is not there is None."""
    if name == "parquet":
        rows = gpd.read_parquet(io.BytesIO(content))
    elif name == "fgb":
        rows = pyogrio.read_dataframe(io.BytesIO(content))
    else:
        file = folder / f"read.{name}"
        file.write_bytes(content)
        rows = pyogrio.read_dataframe(file, layer=layer if name == "gpkg" else None)
    bare = rows.astype(object).where(rows.notna(), None)
    return bare.set_geometry(rows.geometry)


def unzip(content):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def cut(text):
    """Give what a shapefile can hold of a text: 254 bytes, no blanks around it."""
    kept = text.strip(" ")
    while len(kept.encode()) > 254:
        kept = kept[:-1]
    return kept.strip(" ") or None
