"""Shapefile: a zip of its parts, and of what they cannot say or hold themselves."""

import csv
import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa

import pyogrio

from parks.exports.arrow_rows import find_shape, say_replaced, tabulate
from parks.exports.bundle import ExportBundle
from parks.exports.companion_files import list_companions
from parks.exports.layer import ExportLayer
from parks.exports.references import describe_reference, slug_reference
from parks.exports.written_names import name_short
from parks.exports.zipped import pack_zip
from parks.formulas import disarm
from parks.headings import head
from parks.language import Language, translate

LONGEST_TEXT: Final = 254
"""Bytes that a field holds."""
FIELDS_FILE: Final = "FIELDS.txt"
TEXTS_FILE: Final = "TEXTS.csv"
_ENDING: Final = "shp.zip"
_PARTS: Final = ("shp", "shx", "dbf", "cpg", "prj")
_DATE: Final = "2020-01-01"
"""Written as date of the last change, so that the same rows give the same bytes."""


class _Cut(NamedTuple):
    """A text that is not whole in the shapefile: its record, from 0, and its field."""

    record: int
    field: str
    text: str


def write_shapefile(bundle: ExportBundle) -> bytes:
    """
    Write a layer as a zipped shapefile in UTF-8.

    Fields have ASCII names of at most ten bytes; ``FIELDS.txt`` says in Chinese and
    English what they stand for. A text longer than `LONGEST_TEXT` bytes ends early,
    between two characters; ``TEXTS.csv`` has it whole. GCJ-02 and BD-09 have no
    ``.prj``: the files' names and every record's field name them.

    Returns
    -------
    bytes
        The same bundle gives the same.
    """
    layer = bundle.layer
    names = name_short(layer)
    rows = tabulate(layer, tuple(names.values()))
    table, cuts = _fit(rows.table)
    files = _write_parts(table, layer)
    words = _write_fields(layer, names, len(cuts), rows.replaced)
    files[FIELDS_FILE] = words.encode("utf-8-sig")
    if cuts:
        files[TEXTS_FILE] = _write_texts(layer, cuts).encode("utf-8-sig")
    called = bundle.name_file(_ENDING)
    files |= list_companions(bundle, called, _ENDING, "application/zip")
    return pack_zip(files)


def _write_parts(table: pa.Table, layer: ExportLayer) -> dict[str, bytes]:
    name = f"{layer.name}_{slug_reference(layer.reference)}"
    with tempfile.TemporaryDirectory(prefix="parkatlas-") as folder:
        file = Path(folder) / f"{name}.shp"
        pyogrio.write_arrow(
            table,
            file,
            driver="ESRI Shapefile",
            geometry_type=find_shape(layer),
            crs=None if layer.rows.crs is None else layer.reference,
            encoding="UTF-8",
            layer_options={"DBF_DATE_LAST_UPDATE": _DATE},
        )
        parts = (file.with_suffix(f".{ending}") for ending in _PARTS)
        return {part.name: part.read_bytes() for part in parts if part.exists()}


def _fit(table: pa.Table) -> tuple[pa.Table, list[_Cut]]:
    """Cut what is too long, and list what a reader will not get whole."""
    cuts: list[_Cut] = []
    for position, field in enumerate(table.schema):
        if field.type != pa.string():
            continue
        texts = table.column(position).to_pylist()
        before = len(cuts)
        for record, text in enumerate(texts):
            if text is not None and _fit_text(text) != text:
                cuts.append(_Cut(record, field.name, text))
                texts[record] = _fit_text(text)
        if len(cuts) > before:
            table = table.set_column(position, field, pa.array(texts, pa.string()))
    return table, cuts


def _fit_text(text: str) -> str:
    # Readers drop blanks on both sides: a field is filled up with them.
    whole = text.strip(" ")
    return whole.encode()[:LONGEST_TEXT].decode(errors="ignore")


def _write_fields(
    layer: ExportLayer, names: Mapping[str, str], cut: int, replaced: int
) -> str:
    lines = ["\tcode\t中文\tEnglish"]
    for code, name in names.items():
        words = (head(code, language) for language in (Language.ZH, Language.EN))
        lines.append("\t".join((name, code, *words)))
    for language in (Language.ZH, Language.EN):
        lines += ["", *_say_limits(layer, cut, replaced, language)]
    return "\r\n".join([*lines, ""])


def _say_limits(
    layer: ExportLayer, cut: int, replaced: int, language: Language
) -> list[str]:
    said = [
        translate(
            "A shapefile calls fields by ten bytes at most: this is what they stand "
            "for. Semicolons part the values of a list; what is not known is empty.",
            language,
        )
    ]
    if layer.rows.crs is None:
        no_prj = translate(
            "There is no .prj file, for none would be true. Coordinates: {reference}",
            language,
        )
        reference = describe_reference(layer.reference, language)
        said.append(no_prj.format(reference=reference))
    if cut:
        not_whole = translate(
            "{count} text(s) are longer than the {longest} bytes that a shapefile "
            "holds, or begin or end in blanks, which it drops; {file} has them whole.",
            language,
        )
        said.append(not_whole.format(count=cut, longest=LONGEST_TEXT, file=TEXTS_FILE))
    said += say_replaced(replaced, language).values()
    return said


def _write_texts(layer: ExportLayer, cuts: list[_Cut]) -> str:
    ids = layer.rows[layer.id_column].tolist()
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("fid", layer.id_column, "field", "text"))
    for cut in cuts:
        row = (ids[cut.record], cut.field, cut.text)
        writer.writerow((cut.record, *map(disarm, row)))
    return text.getvalue()
