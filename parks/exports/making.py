"""Makes what is ordered: the one way of page, command line and address to a file."""

from dataclasses import dataclass, replace
from functools import partial

from parks.edition import Edition
from parks.errors import UnfitReferenceError
from parks.exports.bundle import ExportBundle
from parks.exports.field_names import FieldNames
from parks.exports.file_names import name_file
from parks.exports.formats import Exporter, find_exporter
from parks.exports.layer import pick_layer
from parks.exports.layer_record import WrittenLayer
from parks.exports.order import ExportOrder
from parks.exports.record import record_export
from parks.exports.terms import Terms
from parks.filter import Filter


@dataclass(frozen=True, slots=True)
class ExportFile:
    """
    A file to download.

    Attributes
    ----------
    name
        What to call it; its datum is part of it.
    media_type
        Its media type.
    content
        Its bytes: the same data, order and terms give the same.
    counts
        How many rows each layer has.
    """

    name: str
    media_type: str
    content: bytes
    counts: dict[str, int]


def make_export(
    edition: Edition, filter_: Filter, order: ExportOrder, terms: Terms
) -> ExportFile:
    """
    Make the file of what a filter chooses.

    Parameters
    ----------
    edition
        What is exported.
    filter_
        Which parks; zones and districts are those of these parks.
    order
        In which form.
    terms
        What the operator says of it and how far places are rounded: also those that
        the filter looks at, or a narrow box would tell the exact ones.

    Raises
    ------
    UnfitReferenceError
        If the format cannot be in the reference system.
    UnknownReferenceError
        If a row lies where the reference system has no coordinates.
    """
    exporter = find_exporter(order.format)
    bundle = gather_bundle(edition, filter_, order, terms)
    return ExportFile(
        bundle.name_file(order.format),
        exporter.media_type,
        exporter.write(bundle),
        {layer.name: len(layer.rows) for layer in bundle.layers},
    )


def gather_bundle(
    edition: Edition, filter_: Filter, order: ExportOrder, terms: Terms
) -> ExportBundle:
    """Gather what `make_export` writes, and what is to be said of it."""
    exporter = find_exporter(order.format)
    require_fit(exporter, order.format, order.reference)
    edition = terms.coarsen(edition)
    chosen = filter_.select(edition)
    fields = _choose_fields(exporter, order)
    pick = partial(pick_layer, edition, chosen, reference=order.reference)
    layers = tuple(
        replace(pick(layer=name), fields=fields)
        for name in list_layers(exporter, order, terms)
    )
    record = record_export(
        edition,
        filter_,
        tuple(WrittenLayer(layer, exporter.name_fields(layer)) for layer in layers),
        language=order.language,
        terms=terms,
    )
    return ExportBundle(layers, order.language, record.about, record)


def list_layers(
    exporter: Exporter, order: ExportOrder, terms: Terms
) -> tuple[str, ...]:
    """List the layers that a file is to hold; the first alone if it holds but one."""
    layers = order.layers or terms.layers
    return layers if exporter.holds_many else layers[:1]


def require_fit(exporter: Exporter, name: str, reference: str) -> None:
    """Refuse a reference system in which a format would lie."""
    if not exporter.fits(reference):
        raise UnfitReferenceError(
            format=name, known=", ".join(exporter.references), reference=reference
        )


def name_order(order: ExportOrder, terms: Terms) -> str:
    """Name the file of an order before it is made, as `make_export` will."""
    layers = list_layers(find_exporter(order.format), order, terms)
    return name_file(layers, order.reference, order.format)


def _choose_fields(exporter: Exporter, order: ExportOrder) -> FieldNames:
    if order.fields is not None:
        return order.fields
    return (
        FieldNames.of(order.language) if exporter.is_read_by_people else FieldNames.CODE
    )
