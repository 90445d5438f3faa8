"""What is asked of a collection: which features, how many, in what system."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.errors import StatedError
from parks.edition import Edition
from parks.errors import UnknownReferenceError
from parks.exports import pick_layer
from parks.filter import OPTIONS, Filter
from service.ogc.boxes import read_box
from service.ogc.cql_rows import select_rows
from service.ogc.cql_text import LANGUAGES, read_filter
from service.ogc.cql_values import ValueReader
from service.ogc.features import FeatureShelf, LayerFeatures
from service.ogc.instants import check_instants
from service.ogc.options import COMMON, Options, require_known, take_single
from service.ogc.problems import Refusal, RefusalError, refuse
from service.ogc.references import CRS84, Reference

DEFAULT_LIMIT: Final = 100
LARGEST_LIMIT: Final = 10_000
PARK_OPTIONS: Final = tuple(option for option in OPTIONS if option != "bbox")
"""What parks are filtered by, as in the app's address; ``bbox`` is the service's."""
ITEM_OPTIONS: Final = (*COMMON, "crs")
ITEMS_OPTIONS: Final = (
    *("limit", "offset", "bbox", "bbox-crs", "datetime", "crs"),
    *("filter", "filter-lang", "filter-crs"),
    *PARK_OPTIONS,
    *COMMON,
)
_NO_LIMIT: Final = "limit {value!r} is no number of features: give one from 1 on"
_NO_OFFSET: Final = "offset {value!r} is no number of features: give one from 0 on"
_UNKNOWN_REFERENCE: Final = (
    "unknown reference system {value!r} for {name}: use one of {known}"
)
_OUTSIDE: Final = (
    "{name} asks for {reference}, which ends before the table does: "
    "a row lies where that system has no coordinates"
)
_WITHOUT: Final = "{name} says nothing without {needed}: give both or neither"
_NUMBER: Final = re.compile(r"\d+", re.ASCII)
_MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Question:
    """
    What is asked, read.

    Attributes
    ----------
    features
        All features of the collection, in the reference system asked for.
    matched
        Positions of those that are meant.
    limit, offset
        How many of them are wanted, and after how many.
    """

    features: LayerFeatures
    matched: NDArray[np.intp]
    limit: int = 1
    offset: int = 0

    @property
    def page(self) -> list[bytes]:
        """The wanted features, written."""
        wanted = self.matched[self.offset : self.offset + self.limit]
        written = self.features.written
        return [written[at] for at in wanted.tolist()]


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """
    Reads questions to a collection.

    Attributes
    ----------
    edition
        What is asked about.
    layer
        The collection.
    shelf
        Where its features are kept.
    references
        The systems that may be asked for, by URI.
    """

    edition: Edition
    layer: str
    shelf: FeatureShelf
    references: Mapping[str, Reference]

    def read(self, options: Options) -> Question:
        """
        Read a question to the items of the collection.

        Raises
        ------
        RefusalError
            If a parameter is unknown or has a value that means nothing.
        """
        require_known(options, ITEMS_OPTIONS)
        limit, offset = _read_limit(options), _read_offset(options)
        features = self.take(options)
        meant = self._filter(options)
        self._box(options, meant)
        instants = take_single(options, "datetime")
        if instants is not None:
            check_instants(instants)
        self._select(options, meant)
        return Question(features, np.flatnonzero(meant), limit, offset)

    def take(self, options: Options) -> LayerFeatures:
        """
        Take all features of the collection in the system that ``crs`` asks for.

        Raises
        ------
        RefusalError
            If it is unknown, or ends before the table does.
        """
        return self._take(options, "crs")

    def read_reference(self, options: Options, name: str) -> Reference:
        """Read a parameter that names a reference system."""
        value = take_single(options, name)
        if value is None:
            return self.references[CRS84]
        if value not in self.references:
            known = ", ".join(self.references)
            raise refuse(_UNKNOWN_REFERENCE, name, value=value, name=name, known=known)
        return self.references[value]

    def _take(self, options: Options, name: str) -> LayerFeatures:
        """Take all features in the system that a parameter asks for."""
        reference = self.read_reference(options, name)
        try:
            return self.shelf.take(self.edition, self.layer, reference)
        except UnknownReferenceError as error:
            # The system is one of ours: it is the table that leaves it.
            facts: dict[str, object] = {"name": name, "reference": reference.name}
            raise RefusalError(Refusal(_OUTSIDE, facts, name)) from error

    def _filter(self, options: Options) -> NDArray[np.bool_]:
        """Tell which features the filter's parks stand for, as downloads have it."""
        given = {name: options[name] for name in PARK_OPTIONS if name in options}
        for name, values in given.items():
            try:
                Filter.parse({name: values}, self.edition)
            except StatedError as error:
                refusal = Refusal(error.template, error.facts, name)
                raise RefusalError(refusal) from error
        every = self.shelf.take(self.edition, self.layer, self.references[CRS84]).layer
        if not given:
            return np.ones(len(every.rows), dtype=np.bool_)
        chosen = Filter.parse(given, self.edition).select(self.edition)
        picked = pick_layer(self.edition, chosen, layer=self.layer)
        ids = picked.rows[picked.id_column]
        meant: NDArray[np.bool_] = every.rows[every.id_column].isin(ids).to_numpy()
        return meant.copy()

    def _box(self, options: Options, meant: NDArray[np.bool_]) -> None:
        value = take_single(options, "bbox")
        reference = self.read_reference(options, "bbox-crs")
        if value is not None:
            box = read_box(value, reference)
            meant &= box.meets(self._take(options, "bbox-crs").geometries)
        elif "bbox-crs" in options:
            raise refuse(_WITHOUT, "bbox-crs", name="bbox-crs", needed="bbox")

    def _select(self, options: Options, meant: NDArray[np.bool_]) -> None:
        text = take_single(options, "filter")
        language = take_single(options, "filter-lang") or LANGUAGES[0]
        reference = self.read_reference(options, "filter-crs")
        if text is not None:
            features = self._take(options, "filter-crs")
            reader = ValueReader(features.columns, features.geometries, reference)
            meant &= select_rows(read_filter(text, language), reader)
            return
        for name in ("filter-lang", "filter-crs"):
            if name in options:
                raise refuse(_WITHOUT, name, name=name, needed="filter")


def _read_limit(options: Options) -> int:
    value = take_single(options, "limit")
    if value is None:
        return DEFAULT_LIMIT
    number = _read_number(value)
    if not number:
        raise refuse(_NO_LIMIT, "limit", value=value)
    return min(number, LARGEST_LIMIT)


def _read_offset(options: Options) -> int:
    value = take_single(options, "offset")
    if value is None:
        return 0
    number = _read_number(value)
    if number is None:
        raise refuse(_NO_OFFSET, "offset", value=value)
    return number


def _read_number(value: str) -> int | None:
    if _NUMBER.fullmatch(value) is None:
        return None
    # More than any table holds is as good as the largest of these.
    digits = value.lstrip("0")
    return 10**_MOST_DIGITS if len(digits) > _MOST_DIGITS else int(digits or 0)
