"""Makes the two files that go with a download and are named after it."""

from typing import Final

from parks.edition import Edition
from parks.exports.companion_files import METADATA, README, list_companions
from parks.exports.formats import find_exporter
from parks.exports.making import ExportFile, gather_bundle, name_file
from parks.exports.order import ExportOrder
from parks.exports.terms import Terms
from parks.filter import Filter

ENDINGS = {README: ".README.txt", METADATA: ".jsonld"}
"""What follows the download's name."""
COMPANION_ENDINGS: Final = tuple(ENDINGS.values())
"""The same in the order of `make_companions`."""
_MEDIA_TYPES = {README: "text/plain; charset=utf-8", METADATA: "application/ld+json"}


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
    called = name_file(order, bundle) if file_name is None else file_name
    media_type = find_exporter(order.format).media_type
    counts = {layer.name: len(layer.rows) for layer in bundle.layers}
    readme, metadata = (
        ExportFile(f"{called}{ENDINGS[name]}", _MEDIA_TYPES[name], content, counts)
        for name, content in list_companions(bundle, called, media_type).items()
    )
    return readme, metadata
