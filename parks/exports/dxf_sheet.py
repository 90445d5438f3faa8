"""Draws layers entity by entity, and below them the note that says what they are."""

import io
from collections.abc import Iterator
from typing import Final

import numpy as np

import shapely

from parks.exports.attributes import (
    Attribute,
    colour_rows,
    list_attributes,
    title_rows,
)
from parks.exports.bundle import ExportBundle
from parks.exports.by_district import part_by_district, title_district
from parks.exports.dxf_entities import (
    Pen,
    write_fields,
    write_label,
    write_ring,
    write_symbol,
)
from parks.exports.dxf_frame import FIRST_HANDLE, Frame
from parks.exports.dxf_sizes import size_drawing
from parks.exports.dxf_text import escape_text, label_text, name_layer
from parks.exports.flat import DEGREE_DECIMALS, METRE_DECIMALS
from parks.exports.layer import ExportLayer
from parks.exports.wrapping import wrap_text
from parks.exports.written_names import name_attributes
from parks.language import Language, translate

_NOTE_COLUMNS: Final = 100
_LINE: Final = 1.6
"""From one line of the note to the next, in heights of its text."""
_METRES: Final = "Coordinates are metres: X is the easting, Y the northing."
_DEGREES: Final = (
    "Coordinates are degrees, X the longitude and Y the latitude, not metres: "
    "do not measure lengths or areas in this drawing."
)
_CUT: Final = (
    "{count} cell(s) are longer than a drawing can hold and end early here; "
    "GeoJSON and CSV have them whole."
)
_UNPLACED: Final = "{count} row(s) have no known place; they are listed here:"
Row = tuple[str, str, list[Attribute], shapely.Geometry | None]


class Sheet:
    """
    A drawing that is being made.

    Attributes
    ----------
    file
        Its entities so far.
    count
        How many there are.
    """

    def __init__(self, owner: str, bundle: ExportBundle) -> None:
        self.file = io.BytesIO()
        self.count = 0
        self._owner = owner
        self._bundle = bundle
        crs = bundle.layer.rows.crs
        self._is_plane = crs is not None and crs.is_projected
        self._decimals = METRE_DECIMALS if self._is_plane else DEGREE_DECIMALS
        self._sizes = size_drawing(bundle.layers, is_plane=self._is_plane)
        self._layers: dict[str, tuple[str, str]] = {}
        self._unplaced: list[tuple[ExportLayer, str, list[Attribute]]] = []
        self._cut = 0
        self._lowest = self._sizes.bounds[1]

    def draw(self, layer: ExportLayer) -> None:
        """Draw a layer, a layer of the drawing for each of its districts."""
        for district, part in part_by_district(layer):
            pen = self._pick(layer.name, title_district(district, self._language))
            for row in _list_rows(part, self._bundle):
                self._draw_row(pen, layer, row)

    def note(self) -> None:
        """Write below the drawing what it is, and what has no place in it."""
        unknown = translate("place unknown", self._language)
        # Their fields are written first: the note counts what had to be cut.
        listed = [
            (self._pick(layer.name, unknown), title, self._extend(layer, values))
            for layer, title, values in self._unplaced
        ]
        pen = self._pick("note", "")
        for line in self._list_lines():
            self._write_line(pen, escape_text(line))
        for away, title, fields in listed:
            self._write_line(away, label_text(title), fields)

    def describe(self) -> Frame:
        """Describe the drawing as it stands."""
        west, _, east, north = self._sizes.bounds
        return Frame(
            dict(self._layers.values()),
            (west, self._lowest, east, north),
            self._is_plane,
            {**self._bundle.about, translate("Unit", self._language): self._unit},
            self._bundle.layer.reference,
        )

    @property
    def _language(self) -> Language:
        return self._bundle.language

    def _pick(self, layer: str, district: str) -> Pen:
        """Pick the drawing's layer; names that differ in case alone are one there."""
        title = translate(layer.capitalize(), self._language)
        name = name_layer(*filter(None, (title, district)))
        name, _ = self._layers.setdefault(name.casefold(), (name, layer))
        return Pen(self._owner, name)

    def _draw_row(self, pen: Pen, layer: ExportLayer, row: Row) -> None:
        title, colour, values, geometry = row
        if geometry is None or shapely.is_empty(geometry):
            self._unplaced.append((layer, title or str(values[0]), values))
        elif isinstance(geometry, shapely.Point):
            at = self._round(geometry)[0]
            size = self._sizes.label
            fields = self._extend(layer, values)
            self._add(write_symbol(pen, self._next, at, size / 2, colour), fields)
            beside = (at[0] + size, at[1] - size / 2)
            self._add(write_label(pen, self._next, beside, size, label_text(title)))
        else:
            for part, polygon in enumerate(shapely.get_parts(geometry).tolist()):
                for ring, line in enumerate((polygon.exterior, *polygon.interiors)):
                    fields = self._extend(layer, values, part, ring)
                    vertices = self._round(line)[:-1]
                    self._add(write_ring(pen, self._next, vertices), fields)

    def _extend(
        self, layer: ExportLayer, values: list[Attribute], *numbers: int
    ) -> str:
        names = tuple(name_attributes(layer).values())
        fields, cut = write_fields(layer.name, names, values, *numbers)
        self._cut += cut
        return fields

    @property
    def _unit(self) -> str:
        return translate(_METRES if self._is_plane else _DEGREES, self._language)

    @property
    def _next(self) -> int:
        return FIRST_HANDLE + self.count

    def _add(self, *tags: str) -> None:
        self.file.write("".join(tags).encode())
        self.count += 1

    def _round(self, geometry: shapely.Geometry) -> list[tuple[float, float]]:
        rounded = np.round(shapely.get_coordinates(geometry), self._decimals)
        return [(x, y) for x, y in rounded.tolist()]

    def _list_lines(self) -> Iterator[str]:
        said = [f"{label}: {text}" for label, text in self._bundle.about.items()]
        if not said:
            said = [self._bundle.layer.reference]
        said.append(self._unit)
        for sentence, count in ((_CUT, self._cut), (_UNPLACED, len(self._unplaced))):
            if count:
                said.append(translate(sentence, self._language).format(count=count))
        for text in said:
            yield from wrap_text(text, _NOTE_COLUMNS)

    def _write_line(self, pen: Pen, line: str, fields: str = "") -> None:
        size = self._sizes.note
        self._lowest -= size * _LINE
        at = (self._sizes.bounds[0], round(self._lowest, 8))
        self._add(write_label(pen, self._next, at, size, line), fields)


def _list_rows(layer: ExportLayer, bundle: ExportBundle) -> Iterator[Row]:
    colours = [""] * len(layer.rows)
    if layer.name == "parks":
        colours = colour_rows(layer)
    return zip(
        title_rows(layer, bundle.language),
        colours,
        list_attributes(layer),
        layer.rows.geometry.to_numpy(),
        strict=True,
    )
