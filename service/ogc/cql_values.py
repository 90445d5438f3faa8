"""Reads the values in a CQL2 filter for every row of a frame."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

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
_NOTHING: Final = np.array(None, dtype=object)
_RECKON: Final[dict[type, Callable[..., object]]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mul: operator.mul,
    ast.Div: operator.truediv,
}


@dataclass(frozen=True)
class RowValues:
    """
    A value a row.

    Attributes
    ----------
    kind
        ``text``, ``number``, ``boolean``, ``list`` or ``geometry``.
    held
        The values: figures of numbers, lists as sets.
    known
        Where there is one.
    """

    kind: str
    held: NDArray[Any]
    known: NDArray[np.bool_]

    @cached_property
    def _distinct(self) -> tuple[NDArray[np.intp], list[Any]]:
        """For each row which of the distinct values it holds, -1 for none; and them."""
        codes, distinct = pd.factorize(np.where(self.known, self.held, _NOTHING))
        return codes, distinct.tolist()

    @cached_property
    def folded(self) -> "RowValues":
        """The same texts without regard to case."""
        codes, distinct = self._distinct
        # The last stands where there is none.
        texts = np.array([*(text.casefold() for text in distinct), ""], dtype=object)
        return RowValues(self.kind, texts[codes], self.known)

    def test(self, holds: Callable[[Any], bool]) -> NDArray[np.bool_]:
        """Tell for which rows a value is known and passes a test, made once a value."""
        codes, distinct = self._distinct
        passed = np.array([*map(holds, distinct), False], dtype=np.bool_)
        return passed[codes]


@dataclass(frozen=True)
class ValueReader:
    """
    Reads the leaves of a filter, each column once however often it is named.

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
    _read: dict[str, RowValues] = field(default_factory=dict, init=False, repr=False)

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
                return self._spread("number", float(node), np.float64)
            case str():
                return self._spread("text", node)
            case list() | tuple():
                return self._spread("list", frozenset(node))
            case Corners():
                return self._spread("geometry", node.place(self.reference).draw())
            case values.Geometry() | shapely.Geometry():
                return self._spread("geometry", self._draw(node))
        raise refuse(MISPLACED, "filter")

    def read_list(self, node: object) -> RowValues:
        """Read a list; a text alone is a list of one."""
        return self.read((node,) if isinstance(node, str) else node)

    def _look_up(self, name: str) -> RowValues:
        if name not in self._read:
            self._read[name] = self._take_column(name)
        return self._read[name]

    def _take_column(self, name: str) -> RowValues:
        if name == "geometry":
            known = ~shapely.is_missing(self.geometries)
            return RowValues("geometry", self.geometries, known)
        if name not in self.columns:
            known_names = ", ".join(["geometry", *self.columns])
            raise refuse(_UNKNOWN, "filter", name=name, known=known_names)
        column, kind = self.columns[name], _name_kind(self.columns[name])
        known = column.notna().to_numpy()
        if kind == "number":
            figures = column.to_numpy(dtype=np.float64, na_value=np.nan)
            return RowValues(kind, figures, known)
        held = np.empty(len(column), dtype=object)
        listed = column.tolist()
        held[:] = list(map(_make_set, listed)) if kind == "list" else listed
        return RowValues(kind, held, known)

    def _spread(self, kind: str, value: object, dtype: type = object) -> RowValues:
        cell: NDArray[Any] = np.empty(1, dtype=dtype)
        cell[0] = value
        known = np.ones(len(self.columns), dtype=np.bool_)
        return RowValues(kind, np.broadcast_to(cell, len(self.columns)), known)

    def _reckon(self, node: ast.Arithmetic) -> RowValues:
        one, other = self.read(node.lhs), self.read(node.rhs)
        if {one.kind, other.kind} != {"number"}:
            raise refuse(UNLIKE, "filter", left=one.kind, right=other.kind)
        reckoned = np.asarray(_RECKON[type(node)](one.held, other.held))
        return RowValues("number", reckoned, np.isfinite(reckoned))

    def _fold(self, node: ast.Function) -> RowValues:
        if node.name != "lower" or len(node.arguments) != 1:
            raise refuse(UNANSWERED, "filter", name=str(node.name))
        texts = self.read(node.arguments[0])
        if texts.kind != "text":
            raise refuse(UNLIKE, "filter", left="casei", right=texts.kind)
        return texts.folded

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


def _make_set(listed: Iterable[str] | None) -> frozenset[str] | None:
    return frozenset(listed) if isinstance(listed, tuple | list) else None
