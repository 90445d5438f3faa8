"""The configuration that pygeoapi is given for a request, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import shapely

from parks.edition import Edition
from parks.exports import Terms
from parks.language import Language, translate
from service.ogc.features import FeatureShelf, LayerFeatures
from service.ogc.provider import PROVIDER
from service.ogc.questions import DEFAULT_LIMIT, LARGEST_LIMIT, Question, QuestionReader
from service.ogc.references import CRS84, REFERENCES, Reference

SERVICE_TITLE: Final = "Industrial parks: OGC API - Features"
SERVICE_WORDS: Final = (
    "The parks of a published table with their zones and districts, "
    "as the map shows them"
)
LAYER_TITLES: Final = {"parks": "Parks", "zones": "Zones", "districts": "Districts"}
LAYER_WORDS: Final = {
    "parks": "One point a park, and how precise its place is; the direction is that "
    "of its row of the table.",
    "zones": "One indicative extent a row of the table, drawn around its parks: no "
    "surveyed border.",
    "districts": "The districts that rows lie in, with the source of their borders.",
}
"""What each collection is, in English."""
_WHOLE: Final = (-180.0, -90.0, 180.0, 90.0)


@dataclass(frozen=True)
class Holdings:
    """
    What is served at the moment.

    Attributes
    ----------
    edition
        The published edition.
    terms
        What of it the public may have.
    shelf
        Where features are kept between requests.
    """

    edition: Edition
    terms: Terms
    shelf: FeatureShelf
    references: Mapping[str, Reference] = field(init=False)

    def __post_init__(self) -> None:
        """Work out which reference systems are open."""
        open_ = {
            uri: reference
            for uri, reference in REFERENCES.items()
            if self.terms.allows(reference.name)
        }
        object.__setattr__(self, "references", open_)

    @property
    def layers(self) -> tuple[str, ...]:
        """
        The collections: none if WGS 84 is withheld.

        The standard answers in WGS 84 whoever asks for nothing else.
        """
        if CRS84 not in self.references:
            return ()
        return tuple(name for name in LAYER_TITLES if name in self.terms.layers)

    def ask(self, layer: str) -> QuestionReader:
        """Give what reads questions to a collection."""
        return QuestionReader(self.edition, layer, self.shelf, self.references)

    def take(self, layer: str) -> LayerFeatures:
        """Give the features of a collection in the default reference system."""
        return self.shelf.take(self.edition, layer, REFERENCES[CRS84])


def configure(
    holdings: Holdings,
    base: str,
    language: Language,
    data: Mapping[str, LayerFeatures | Question],
) -> dict[str, Any]:
    """
    Write pygeoapi's configuration.

    Parameters
    ----------
    holdings
        What is served.
    base
        Address of the landing page.
    language
        Of titles.
    data
        For each collection what `FrameProvider` is to answer from.
    """
    return {
        "server": {
            "url": base,
            "languages": [name.value for name in Language],
            "limits": {"default_items": DEFAULT_LIMIT, "max_items": LARGEST_LIMIT},
        },
        "metadata": {
            "identification": {
                "title": translate(SERVICE_TITLE, language),
                "description": translate(SERVICE_WORDS, language),
                "url": base,
            },
        },
        "resources": {
            name: _describe(holdings, name, language, data[name]) for name in data
        },
    }


def _describe(
    holdings: Holdings, name: str, language: Language, data: LayerFeatures | Question
) -> dict[str, Any]:
    features = holdings.take(name)
    provider = {
        "type": "feature",
        "name": PROVIDER,
        "data": data,
        "id_field": features.layer.id_column,
        "crs": list(holdings.references),
        "storage_crs": CRS84,
    }
    return {
        "type": "collection",
        "title": translate(LAYER_TITLES[name], language),
        "description": translate(LAYER_WORDS[name], language),
        "keywords": [name],
        "extents": {"spatial": {"bbox": _bound(features), "crs": CRS84}},
        "providers": [provider],
    }


def _bound(features: LayerFeatures) -> list[float]:
    """Give the extent; of nothing it is the whole earth, for pygeoapi wants one."""
    if shapely.is_missing(features.geometries).all():
        return list(_WHOLE)
    decimals = features.reference.decimals
    return [round(float(edge), decimals) for edge in features.bounds]
