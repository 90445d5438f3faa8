"""GeoPackage: every layer in one file, with what is to be said of them."""

import tempfile
from pathlib import Path
from typing import Final

import pyogrio

from parks.exports.arrow_rows import find_shape, hold_about, say_replaced, tabulate
from parks.exports.bundle import ExportBundle
from parks.exports.layer import ExportLayer
from parks.exports.references import describe_reference
from parks.language import Language, translate

# Set once and for the whole process: an option of GDAL's is no business of a thread.
pyogrio.set_gdal_config_options(
    {
        # GDAL would write the time into the file; this one stands for none.
        "OGR_CURRENT_DATE": "1970-01-01T00:00:00.000Z",
        # The file is read at once and thrown away: no need to wait for the disk.
        "OGR_SQLITE_SYNCHRONOUS": "OFF",
    }
)

_LINE: Final = "\n"


def write_geopackage(bundle: ExportBundle) -> bytes:
    """
    Write layers as a GeoPackage.

    What is said of them is the file's metadata (``gpkg_metadata``) and each layer's
    description. GCJ-02 and BD-09 are an undefined reference system there, which
    readers show as none; the layers' identifiers and every row's field name it.

    Returns
    -------
    bytes
        The same bundle gives the same.
    """
    rows = [tabulate(layer) for layer in bundle.layers]
    replaced = sum(each.replaced for each in rows)
    about = hold_about({**bundle.about, **say_replaced(replaced, bundle.language)})
    with tempfile.TemporaryDirectory(prefix="parkatlas-") as folder:
        file = Path(folder) / "layers.gpkg"
        for layer, each in zip(bundle.layers, rows, strict=True):
            pyogrio.write_arrow(
                each.table,
                file,
                layer=layer.name,
                driver="GPKG",
                geometry_type=find_shape(layer),
                crs=None if layer.rows.crs is None else layer.reference,
                # The file's own is written once, with whichever layer comes first.
                dataset_metadata=None if file.exists() else about or None,
                layer_metadata={"reference": layer.reference},
                layer_options={
                    "IDENTIFIER": _identify(layer, bundle.language),
                    "DESCRIPTION": _LINE.join(f"{k}: {v}" for k, v in about.items()),
                },
            )
        return file.read_bytes()


def _identify(layer: ExportLayer, language: Language) -> str:
    title = translate(layer.name.capitalize(), language)
    return f"{title} · {describe_reference(layer.reference, language)}"
