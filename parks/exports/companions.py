"""Makes the two files that go with a download and are named after it."""

from typing import Final

from parks.edition import Edition
from parks.exports.companion_files import METADATA, README, list_companions
from parks.exports.formats import find_exporter
from parks.exports.making import ExportFile, gather_bundle
from parks.exports.order import ExportOrder
from parks.exports.terms import Terms
from parks.filter import Filter

_ENDINGS: Final = {README: ".README.txt", METADATA: ".jsonld"}
"""What follows the download's name."""
COMPANION_TYPES: Final = {
    _ENDINGS[README]: "text/plain; charset=utf-8",
    _ENDINGS[METADATA]: "application/ld+json",
}
"""The media type of each ending, in the order of `make_companions`."""


def make_companions(
    edition: Edition,
    filter_: Filter,
    order: ExportOrder,
    terms: Terms,
    *,
    file_name: str | None = None,
) -> tuple[ExportFile, ExportFile]:
    """
    Make README and DCAT metadata of what `parks.exports.make_export` makes.

    Parameters
    ----------
    edition, filter_, order, terms
        As for the download itself.
    file_name
        What the download is called; None for the name that it is given.

    Raises
    ------
    UnfitReferenceError, UnknownReferenceError
        If the download cannot be made either.
    """
    bundle = gather_bundle(edition, filter_, order, terms)
    called = bundle.name_file(order.format) if file_name is None else file_name
    media_type = find_exporter(order.format).media_type
    counts = {layer.name: len(layer.rows) for layer in bundle.layers}
    written = list_companions(bundle, called, order.format, media_type)
    readme, metadata = (
        ExportFile(f"{called}{ending}", COMPANION_TYPES[ending], written[name], counts)
        for name, ending in _ENDINGS.items()
    )
    return readme, metadata
