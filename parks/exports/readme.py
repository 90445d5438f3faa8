"""README.txt: what a download is, for whoever finds it years later."""

from collections.abc import Iterator
from typing import Final

from parks.exports.bundle import ExportBundle
from parks.exports.layer_record import LayerRecord
from parks.exports.origins import describe_origins
from parks.exports.record import ExportRecord
from parks.exports.references import describe_reference
from parks.exports.wrapping import wrap_text
from parks.headings import head
from parks.language import Language, translate
from parks.wording import name_precision

MOST_COLUMNS: Final = 100
"""Of a line, where a Chinese character takes two."""
MOST_ROWS: Final = 1000
"""Of a layer, to be listed for people; more nobody reads."""
_INDENT: Final = "    "
_OTHER: Final = {Language.ZH: Language.EN, Language.EN: Language.ZH}


def write_readme(bundle: ExportBundle) -> str:
    """
    Write what is known of a download, in its language, then in short in the other.

    Returns
    -------
    str
        Lines of at most `MOST_COLUMNS` columns, each ended by CR and LF.

    Raises
    ------
    ValueError
        If the bundle is no layer of an edition and so has no record.
    """
    record = require_record(bundle)
    language = record.language
    lines = [
        *_write_head(record, language),
        *(f"{label}: {text}" for label, text in record.about.items()),
        _count_precisions(record, language),
        "",
        *_explain_cells(record, language),
        "",
        *_write_essentials(record, _OTHER[language]),
    ]
    wrapped = (
        piece
        for line in lines
        for piece in wrap_text(line, MOST_COLUMNS, indent=_INDENT)
    )
    return "".join(f"{line}\r\n" for line in wrapped)


def encode_readme(text: str) -> bytes:
    """Encode with a byte order mark, by which Windows Notepad knows UTF-8."""
    return text.encode("utf-8-sig", errors="replace")


def require_record(bundle: ExportBundle) -> ExportRecord:
    """
    Give the record of a bundle.

    Raises
    ------
    ValueError
        If it has none.
    """
    if bundle.record is None:
        raise ValueError("a list that is no layer of an edition has no record")
    return bundle.record


def count_layers(record: ExportRecord, language: Language) -> str:
    """Say how many rows each layer has: ``Parks 59, Zones 22``."""
    named = (
        f"{translate(layer.name.capitalize(), language)} {layer.count}"
        for layer in record.layers
    )
    return ", ".join(named)


def _write_head(record: ExportRecord, language: Language) -> Iterator[str]:
    title = f"{record.table} · {count_layers(record, language)}"
    yield title
    yield "=" * 60
    yield ""


def _count_precisions(record: ExportRecord, language: Language) -> str:
    counted = [
        f"{name_precision(precision, language)} {count}"
        for precision, count in record.precisions.items()
    ]
    without = record.shown - sum(record.precisions.values())
    if without:
        counted.append(f"{name_precision(None, language)} {without}")
    label = head("precision", language)
    return f"{label}: {', '.join(counted) or 0}"


def _explain_cells(record: ExportRecord, language: Language) -> Iterator[str]:
    yield translate(
        "Where each cell comes from: a field's column and a row's line in the table "
        "give its cell.",
        language,
    )
    for layer in record.layers:
        yield ""
        yield f"[{translate(layer.name.capitalize(), language)}: {layer.count}]"
        yield from _explain_fields(layer, language)
        yield from _explain_rows(layer, language)


def _explain_fields(layer: LayerRecord, language: Language) -> Iterator[str]:
    yield translate("Fields:", language)
    derived = translate("derived, no cell of the table", language)
    said = translate("column “{column}” of the table", language)
    for field in layer.fields:
        origin = derived
        if field.column is not None:
            origin = said.format(column=head(field.column, language))
        name = field.zh if language is Language.ZH else field.en
        written = "" if field.written == name else f"{field.written} = "
        yield f"- {written}{name}: {origin}"


def _explain_rows(layer: LayerRecord, language: Language) -> Iterator[str]:
    if not layer.rows:
        return
    if len(layer.rows) > MOST_ROWS:
        said = translate(
            "Rows: {count}; the metadata beside this file lists the line of each.",
            language,
        )
        yield said.format(count=len(layer.rows))
        return
    yield translate("Rows (id: row number of the table, line of its body):", language)
    for row in layer.rows:
        yield f"- {row.id}: {row.seq}, {row.line}"


def _write_essentials(record: ExportRecord, language: Language) -> Iterator[str]:
    shown = translate("{shown} of {total} parks", language)
    terms = record.terms
    said = {
        "Table": record.table,
        "Edition": record.edition,
        "Filter": record.options
        or translate("none: every park of the table", language),
        "Count": shown.format(shown=record.shown, total=record.total),
        "Reference system": describe_reference(record.reference, language),
        "Licence": terms.licence,
        "Attribution": terms.attribution,
        "Contact": terms.contact,
    }
    yield "-" * 60
    for label, text in said.items():
        if text:
            yield f"{translate(label, language)}: {text}"
    origins = {layer.name: layer.origins for layer in record.layers}
    for label, text in describe_origins(origins, language).items():
        yield f"{label}: {text}"
    yield _count_precisions(record, language)
