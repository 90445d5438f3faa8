"""Writes what the grammar of CQL2 finds as a tree of pygeofilter's."""

from collections.abc import Iterable
from typing import Final

import lark
from pygeofilter import ast
from pygeofilter.cql2 import (
    ARITHMETIC_MAP,
    ARRAY_PREDICATES_MAP,
    COMPARISON_MAP,
    SPATIAL_PREDICATES_MAP,
)

import shapely

from service.ogc.boxes import Corners

TOO_DEEP: Final = (
    "filter is nested too deeply: write it with fewer brackets, negations and signs"
)


def keep_corners(numbers: Iterable[float]) -> Corners:
    """Keep the numbers of a box in a filter until the system they are in is known."""
    kept = tuple(map(float, numbers))
    return Corners(kept, ",".join(f"{number:.15g}" for number in kept), "filter")


def write_like(value: object, pattern: object, *, not_: bool) -> ast.Node:
    """Ask for a pattern of text, with the signs that CQL2 has for any text."""
    signs = {"wildcard": "%", "singlechar": "_", "escapechar": "\\"}
    return ast.Like(value, pattern, nocase=False, **signs, not_=not_)


@lark.v_args(inline=True)
class TreeWriter(lark.Transformer[lark.Token, ast.Node]):
    """One method for each name in ``cql2.lark``, called from the leaves up."""

    def conjunction(self, left: object, right: object) -> ast.Node:
        """Join by AND."""
        return ast.And(left, right)

    def disjunction(self, left: object, right: object) -> ast.Node:
        """Join by OR."""
        return ast.Or(left, right)

    def negation(self, negated: object) -> ast.Node:
        """Negate."""
        return ast.Not(negated)

    def comparison(self, left: object, sign: str, right: object) -> ast.Node:
        """Compare two values."""
        return COMPARISON_MAP[str(sign)](left, right)

    def between(self, value: object, low: object, high: object) -> ast.Node:
        """Ask for a range, its ends included."""
        return ast.Between(value, low, high, not_=False)

    def not_between(self, value: object, low: object, high: object) -> ast.Node:
        """Ask for what lies outside a range."""
        return ast.Between(value, low, high, not_=True)

    def like(self, value: object, pattern: object) -> ast.Node:
        """Ask for a pattern of text."""
        return write_like(value, pattern, not_=False)

    def not_like(self, value: object, pattern: object) -> ast.Node:
        """Ask for what a pattern leaves out."""
        return write_like(value, pattern, not_=True)

    def one_of(self, value: object, *options: object) -> ast.Node:
        """Ask for any of some values."""
        return ast.In(value, list(options), not_=False)

    def none_of(self, value: object, *options: object) -> ast.Node:
        """Ask for none of some values."""
        return ast.In(value, list(options), not_=True)

    def missing(self, value: object) -> ast.Node:
        """Ask where a value is missing."""
        return ast.IsNull(value, not_=False)

    def present(self, value: object) -> ast.Node:
        """Ask where a value is given."""
        return ast.IsNull(value, not_=True)

    def spatial(self, name: str, left: object, right: object) -> ast.Node:
        """Compare two geometries."""
        return SPATIAL_PREDICATES_MAP[name.lower()](left, right)

    def array(self, name: str, left: object, right: object) -> ast.Node:
        """Compare two lists."""
        return ARRAY_PREDICATES_MAP[name.lower()](left, right)

    def listing(self, *listed: object) -> list[object]:
        """Gather a list."""
        return list(listed)

    def arithmetic(self, left: object, sign: str, right: object) -> ast.Node:
        """Reckon with two numbers."""
        return ARITHMETIC_MAP[str(sign)](left, right)

    def negative(self, value: object) -> ast.Node:
        """Take a value from nought."""
        return ast.Sub(0.0, value)

    def number(self, digits: str) -> float:
        """Read a number."""
        return float(digits)

    def negative_number(self, digits: str) -> float:
        """Read a number below nought."""
        return -float(digits)

    def text(self, quoted: str) -> str:
        """Read a text; a quotation mark in it is written twice."""
        return quoted[1:-1].replace("''", "'")

    def boolean(self, word: str) -> bool:
        """Read yes or no."""
        return word.lower() == "true"

    def function(self, _name: str, argument: object) -> ast.Node:
        """Fold the case of a text: the one function there is."""
        return ast.Function("lower", [argument])

    def box(self, *numbers: float) -> Corners:
        """Keep the corners of a box until the system they are in is known."""
        return keep_corners(numbers)

    def geometry(self, *written: str) -> shapely.Geometry:
        """Read a geometry written as WKT."""
        return shapely.from_wkt(" ".join(map(str, written)))

    def attribute(self, name: str) -> ast.Node:
        """Name a property."""
        return ast.Attribute(str(name))

    def quoted(self, name: str) -> ast.Node:
        """Name a property in quotation marks."""
        return ast.Attribute(name[1:-1])
