"""What a download consists of and comes from, for all that is written beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from parks.catalogue import EMBEDDED_TITLE
from parks.edition import WGS84, Edition
from parks.exports.about import TERMS_LABELS, describe_source, describe_terms
from parks.exports.addresses import write_options
from parks.exports.layer import ExportLayer
from parks.exports.layer_record import LayerRecord, WrittenLayer, record_layer
from parks.exports.origins import describe_origins
from parks.exports.terms import MOST_DECIMALS, Terms
from parks.filter import Filter
from parks.indicator_words import write_date
from parks.indicators import read_indicators
from parks.language import Language, translate

_OF_THE_PLAN: Final = "added-value-target-2022"
"""A figure of the document whose appendix the built-in table is."""


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """
    Everything that is known of a download.

    Attributes
    ----------
    table
        Name of the source table.
    edition
        Key of the edition: equal keys, equal data.
    language
        Of `about`.
    reference
        As `parks.exports.references.read_reference` names it.
    options
        The filter as an address has it, empty for every park.
    shown, total
        How many parks are chosen, of how many.
    precisions
        How many of the chosen parks are placed how precisely.
    bounds
        West, south, east, north of what it holds in degrees of WGS 84, as coarse as its
        places are; None if nothing in it has a place or WGS 84 is withheld.
    layers
        What the download holds.
    terms
        What the operator says of it.
    about
        The same for people, label and text.
    """

    table: str
    edition: str
    language: Language
    reference: str
    options: str
    shown: int
    total: int
    precisions: Mapping[str, int]
    bounds: tuple[float, float, float, float] | None
    layers: tuple[LayerRecord, ...]
    terms: Terms
    about: Mapping[str, str]


def record_export(
    edition: Edition,
    filter_: Filter,
    written: Sequence[WrittenLayer],
    *,
    language: Language,
    terms: Terms,
) -> ExportRecord:
    """Record what the layers picked by a filter consist of and come from."""
    layers = [each.layer for each in written]
    recorded = tuple(record_layer(each, edition) for each in written)
    origins = {layer.name: layer.origins for layer in recorded}
    chosen = filter_.select(edition)
    reference = layers[0].reference
    return ExportRecord(
        edition.table.source.name,
        edition.key,
        language,
        reference,
        write_options(filter_),
        int(chosen.sum()),
        len(edition.parks),
        _count_precisions(edition, chosen),
        _measure_bounds(edition, layers, terms),
        recorded,
        terms,
        {
            **describe_source(edition, filter_, chosen, language, reference),
            **_date_built_in(edition, terms, language),
            **describe_origins(origins, language),
            **describe_terms(terms, language),
        },
    )


def _date_built_in(
    edition: Edition, terms: Terms, language: Language
) -> dict[str, str]:
    """Date the built-in table by its document, where the operator does not."""
    if terms.data_date or edition.table.source.name != EMBEDDED_TITLE:
        return {}
    label = translate(TERMS_LABELS["data_date"], language)
    return {label: write_date(read_indicators().find(_OF_THE_PLAN).document, language)}


def _count_precisions(edition: Edition, chosen: NDArray[np.bool_]) -> dict[str, int]:
    counted = Counter(edition.parks["precision"][chosen].dropna())
    return dict(sorted(counted.items()))


def _measure_bounds(
    edition: Edition, layers: Sequence[ExportLayer], terms: Terms
) -> tuple[float, float, float, float] | None:
    # The bounds of one park are its place: they are withheld with their datum.
    if not terms.allows(WGS84):
        return None
    frames = {
        "parks": edition.parks,
        "zones": edition.zones,
        "districts": edition.districts,
    }
    corners = np.array(
        [frames[each.name].loc[each.rows.index].total_bounds for each in layers]
    )
    corners = corners[~np.isnan(corners).any(axis=1)]
    if not len(corners):
        return None
    west, south = np.round(corners[:, :2].min(axis=0), MOST_DECIMALS).tolist()
    east, north = np.round(corners[:, 2:].max(axis=0), MOST_DECIMALS).tolist()
    return west, south, east, north
