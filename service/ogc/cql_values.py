"""Reads the values in a CQL2 filter for every row of a frame."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pygeofilter import ast, values

import shapely
import shapely.geometry

from service.ogc.boxes import Corners
from service.ogc.problems import refuse
from service.ogc.references import Reference

UNANSWERED: Final = "filter asks for {name}, which is not answered here"
MISPLACED: Final = (
    "filter cannot be answered: "
    "something in it is of another kind than its place asks for"
)
UNLIKE: Final = "filter compares {left} with {right}: compare like with like"
_UNKNOWN: Final = "filter names {name!r}, which is no property: use one of {known}"
_NO_SHAPE: Final = "filter has a geometry that is none ({reason})"
_RECKON: Final[dict[type, Callable[..., object]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mul: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass(frozen=True, slots=True)
class RowValues:
    """
    A value a row.

    Attributes
    ----------
    kind
        ``text``, ``number``, ``boolean``, ``list`` or ``geometry``.
    held
        The values.
    known
        Where there is one.
    """

    kind: str
    held: NDArray[np.object_]
    known: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ValueReader:
    """
    Reads the leaves of a filter.

    Attributes
    ----------
    columns
        The properties by name, a value a row; lists as tuples.
    geometries
        The geometry of each row in `reference`, None for none.
    reference
        The system that the filter's own geometries are in.
    """

    columns: pd.DataFrame
    geometries: NDArray[np.object_]
    reference: Reference

    def read(self, node: object) -> RowValues:  # noqa: PLR0911 - one a kind of node
        """
        Read a node of pygeofilter's that stands for a value.

        Raises
        ------
        RefusalError
            If it is none that can be read.
        """
        match node:
            case ast.Attribute():
                return self._look_up(node.name)
            case ast.Arithmetic():
                return self._reckon(node)
            case ast.Function():
                return self._fold(node)
            case bool():
                return self._spread("boolean", node)
            case int() | float():
                return self._spread("number", float(node))
            case str():
                return self._spread("text", node)
            case list() | tuple():
                return self._spread("list", tuple(node))
            case Corners():
                return self._spread("geometry", node.place(self.reference).draw())
            case values.Geometry() | shapely.Geometry():
                return self._spread("geometry", self._draw(node))
        raise refuse(MISPLACED, "filter")

    def read_list(self, node: object) -> RowValues:
        """Read a list; a text alone is a list of one."""
        return self.read((node,) if isinstance(node, str) else node)

    def _look_up(self, name: str) -> RowValues:
        if name == "geometry":
            known = ~shapely.is_missing(self.geometries)
            return RowValues("geometry", self.geometries, known)
        if name not in self.columns:
            known_names = ", ".join(["geometry", *self.columns])
            raise refuse(_UNKNOWN, "filter", name=name, known=known_names)
        column = self.columns[name]
        held = np.empty(len(column), dtype=object)
        held[:] = column.tolist()
        return RowValues(_name_kind(column), held, column.notna().to_numpy())

    def _spread(self, kind: str, value: object) -> RowValues:
        cell = np.empty(1, dtype=object)
        cell[0] = value
        known = np.ones(len(self.columns), dtype=np.bool_)
        return RowValues(kind, np.broadcast_to(cell, len(self.columns)), known)

    def _reckon(self, node: ast.Arithmetic) -> RowValues:
        one, other = self.read(node.lhs), self.read(node.rhs)
        if {one.kind, other.kind} != {"number"}:
            raise refuse(UNLIKE, "filter", left=one.kind, right=other.kind)
        left, right = (_take_figures(each) for each in (one, other))
        reckoned = np.asarray(_RECKON[type(node)](left, right), dtype=np.float64)
        return RowValues("number", reckoned.astype(object), np.isfinite(reckoned))

    def _fold(self, node: ast.Function) -> RowValues:
        if node.name != "lower" or len(node.arguments) != 1:
            raise refuse(UNANSWERED, "filter", name=str(node.name))
        texts = self.read(node.arguments[0])
        if texts.kind != "text":
            raise refuse(UNLIKE, "filter", left="casei", right=texts.kind)
        held = np.empty(len(texts.held), dtype=object)
        held[:] = [
            text.casefold() if isinstance(text, str) else "" for text in texts.held
        ]
        return RowValues("text", held, texts.known)

    def _draw(self, node: values.Geometry | shapely.Geometry) -> shapely.Geometry:
        if isinstance(node, shapely.Geometry):
            drawn = node
        else:
            drawn = shapely.geometry.shape(node.geometry)
        if not shapely.is_valid(drawn):
            reason = str(shapely.is_valid_reason(drawn))
            raise refuse(_NO_SHAPE, "filter", reason=reason)
        moved: shapely.Geometry = shapely.transform(drawn, self.reference.order)
        return moved


def _name_kind(column: "pd.Series[str]") -> str:
    if pd.api.types.is_numeric_dtype(column.dtype):
        return "number"
    is_listed = len(column) > 0 and column.map(type).isin([tuple, list]).any()
    return "list" if is_listed else "text"


def _take_figures(row_values: RowValues) -> NDArray[np.float64]:
    return np.where(row_values.known, row_values.held, np.nan).astype(np.float64)
