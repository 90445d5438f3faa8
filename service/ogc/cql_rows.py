"""Tells for which rows of a frame a CQL2 filter holds."""

import operator
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pygeofilter import ast

import shapely

from service.ogc.cql_tree import TOO_DEEP
from service.ogc.cql_values import (
    MISPLACED,
    UNANSWERED,
    UNLIKE,
    RowValues,
    ValueReader,
)
from service.ogc.problems import refuse
from service.ogc.truths import Truths, match_pattern

_Test = Callable[..., object]
_COMPARE: Final[dict[type, _Test]] = {
    ast.Equal: operator.eq,
    ast.NotEqual: operator.ne,
    ast.LessThan: operator.lt,
    ast.LessEqual: operator.le,
    ast.GreaterThan: operator.gt,
    ast.GreaterEqual: operator.ge,
}
_RELATE: Final[dict[type, Callable[..., NDArray[np.bool_]]]] = {
    ast.GeometryIntersects: shapely.intersects,
    ast.GeometryDisjoint: shapely.disjoint,
    ast.GeometryContains: shapely.contains,
    ast.GeometryWithin: shapely.within,
    ast.GeometryTouches: shapely.touches,
    ast.GeometryCrosses: shapely.crosses,
    ast.GeometryOverlaps: shapely.overlaps,
    ast.GeometryEquals: shapely.equals,
}
_LISTS: Final[dict[type, _Test]] = {
    ast.ArrayEquals: operator.eq,
    ast.ArrayContains: operator.ge,
    ast.ArrayContainedBy: operator.le,
    ast.ArrayOverlaps: operator.and_,
}
_LITERALS: Final = {bool: "boolean", int: "number", float: "number", str: "text"}
"""Of each type of value that may stand in a filter: its kind."""
_ERRORS: Final = (
    *(ArithmeticError, AttributeError, LookupError),
    *(TypeError, ValueError, shapely.errors.ShapelyError),
)
"""What a tree of nonsense, well-formed as it is, makes of a walk through it."""


def select_rows(tree: object, reader: ValueReader) -> NDArray[np.bool_]:
    """
    Tell for which rows a filter holds; where that is unknown it does not.

    Raises
    ------
    RefusalError
        If it asks for what is not there or cannot be answered.
    """
    try:
        with np.errstate(all="ignore"):
            return _judge(tree, reader).yes
    except RecursionError as error:
        raise refuse(TOO_DEEP, "filter") from error
    except _ERRORS as error:
        raise refuse(MISPLACED, "filter") from error


def _judge(node: object, reader: ValueReader) -> Truths:  # noqa: PLR0911 - one a kind of node
    match node:
        case bool():
            every = np.ones(len(reader.columns), dtype=np.bool_)
            return Truths.where(every & node, every)
        case ast.And():
            return _judge(node.lhs, reader) & _judge(node.rhs, reader)
        case ast.Or():
            return _judge(node.lhs, reader) | _judge(node.rhs, reader)
        case ast.Not():
            return ~_judge(node.sub_node, reader)
        case ast.Comparison():
            return _compare(_COMPARE[type(node)], node.lhs, node.rhs, reader)
        case ast.SpatialComparisonPredicate():
            one, other = reader.read(node.lhs), reader.read(node.rhs)
            _require("geometry", one, other)
            met = _RELATE[type(node)](one.held, other.held)
            return Truths.where(met, one.known & other.known)
        case ast.ArrayPredicate():
            return _compare_lists(_LISTS[type(node)], node, reader)
    judged = _judge_negatable(node, reader)
    return ~judged if getattr(node, "not_", False) else judged


def _judge_negatable(node: object, reader: ValueReader) -> Truths:
    match node:
        case ast.IsNull():
            known = reader.read(node.lhs).known
            return Truths.where(~known, np.ones_like(known))
        case ast.Between():
            return _compare(operator.ge, node.lhs, node.low, reader) & _compare(
                operator.le, node.lhs, node.high, reader
            )
        case ast.In() if node.sub_nodes:
            return _find(node, reader)
        case ast.Like():
            return _match(node, reader)
    raise refuse(MISPLACED, "filter")


def _compare(holds: _Test, left: object, right: object, reader: ValueReader) -> Truths:
    one, other = reader.read(left), reader.read(right)
    if one.kind in {"list", "geometry"}:
        raise refuse(UNANSWERED, "filter", name=f"{one.kind} = …")
    _require(one.kind, one, other)
    return _claim(holds, one, other)


def _find(node: ast.In, reader: ValueReader) -> Truths:
    """Look for each row's value among the options; a thousand are as quick as one."""
    one = reader.read(node.lhs)
    literals = {each for each in node.sub_nodes if type(each) in _LITERALS}
    for type_ in {type(each) for each in node.sub_nodes} & _LITERALS.keys():
        if _LITERALS[type_] != one.kind:
            raise refuse(UNLIKE, "filter", left=one.kind, right=_LITERALS[type_])
    found = Truths.where(one.test(literals.__contains__), one.known)
    for each in node.sub_nodes:
        if type(each) not in _LITERALS:
            found |= _compare(operator.eq, node.lhs, each, reader)
    return found


def _compare_lists(holds: _Test, node: ast.Node, reader: ValueReader) -> Truths:
    one, other = reader.read_list(node.lhs), reader.read_list(node.rhs)
    _require("list", one, other)
    return _claim(holds, one, other)


def _match(node: ast.Like, reader: ValueReader) -> Truths:
    texts, pattern = reader.read(node.lhs), node.pattern
    _require("text", texts, texts)
    if isinstance(pattern, ast.Function) and pattern.name == "lower":
        (pattern,) = pattern.arguments
        pattern = pattern.casefold()
    if not isinstance(pattern, str):
        raise refuse(MISPLACED, "filter")
    return Truths.where(texts.test(match_pattern(pattern)), texts.known)


def _require(kind: str, one: RowValues, other: RowValues) -> None:
    if (one.kind, other.kind) != (kind, kind):
        raise refuse(UNLIKE, "filter", left=one.kind, right=other.kind)


def _claim(holds: _Test, one: RowValues, other: RowValues) -> Truths:
    """Ask only where both values are known: nothing compares with what is missing."""
    known = one.known & other.known
    held = np.zeros(len(known), dtype=np.bool_)
    held[known] = np.asarray(holds(one.held[known], other.held[known]), dtype=np.bool_)
    return Truths.where(held, known)
