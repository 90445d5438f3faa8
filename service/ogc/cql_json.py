"""
Reads CQL2 written as JSON.

pygeofilter's reader knows drafts of the standard: it takes other spellings of between
and of the array predicates, and what it does not take it refuses in Python's words.
"""

import json
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from pygeofilter import ast, values
from pygeofilter.cql2 import (
    ARITHMETIC_MAP,
    ARRAY_PREDICATES_MAP,
    COMPARISON_MAP,
    SPATIAL_PREDICATES_MAP,
)

from service.ogc.cql_tree import TOO_DEEP, keep_corners, write_like
from service.ogc.cql_values import UNANSWERED
from service.ogc.problems import RefusalError, refuse

_NO_JSON: Final = "filter is no CQL2 JSON: it breaks off or goes wrong at {where!r}"
_SHOWN: Final = 30
_JOIN: Final[dict[str, type[ast.Combination]]] = {"and": ast.And, "or": ast.Or}
_WRITE: Final[dict[str, tuple[int, Callable[..., ast.Node]]]] = {
    **{
        name: (2, kind)
        for kinds in (
            *(COMPARISON_MAP, SPATIAL_PREDICATES_MAP),
            *(ARRAY_PREDICATES_MAP, ARITHMETIC_MAP),
        )
        for name, kind in kinds.items()
    },
    "not": (1, ast.Not),
    "isnull": (1, partial(ast.IsNull, not_=False)),
    "casei": (1, lambda text: ast.Function("lower", [text])),
    "like": (2, partial(write_like, not_=False)),
    "between": (3, partial(ast.Between, not_=False)),
    "in": (2, partial(ast.In, not_=False)),
}
"""Of every operator: how many arguments it has, and who writes it as a node."""


def read_json(text: str) -> object:
    """
    Read a filter as a tree of pygeofilter's, or as the boolean that it is.

    Raises
    ------
    RefusalError
        If it cannot be read.
    """
    try:
        return _read(json.loads(text, parse_constant=_refuse_constant))
    except json.JSONDecodeError as error:
        raise _refuse(text[error.pos :] or text) from error
    except RecursionError as error:
        raise refuse(TOO_DEEP, "filter") from error
    except (ArithmeticError, ValueError) as error:
        # A number too long for Python.
        raise _refuse(text) from error


def _read(node: Any) -> object:  # noqa: ANN401, PLR0911 - whatever JSON holds, one a kind of node
    match node:
        case bool() | int() | float() | str():
            return node
        case list():
            return [_read(each) for each in node]
        case {"op": str(name), "args": list(args), **rest} if not rest:
            return _write(name, args)
        case {"op": str(name), "args": dict(argument), **rest} if not rest:
            # As drafts had the one argument of not and isNull.
            return _write(name, [argument])
        case {"property": str(name), **rest} if not rest:
            return ast.Attribute(name)
        case {"type": str(), "coordinates": list()}:
            return values.Geometry(node)
        case {"type": "GeometryCollection", "geometries": list()}:
            return values.Geometry(node)
        case {"bbox": list(numbers), **rest} if not rest and _are_numbers(numbers):
            return keep_corners(numbers)
    raise _refuse(json.dumps(node, ensure_ascii=False))


def _write(name: str, args: list[Any]) -> ast.Node:
    # The standard writes a_containedBy and isNull; drafts wrote them otherwise.
    operator = name.lower()
    read = [_read(each) for each in args]
    if operator in _JOIN and read:
        return _JOIN[operator].from_items(*read)
    if operator not in {*_JOIN, *_WRITE}:
        raise refuse(UNANSWERED, "filter", name=name)
    if operator == "between" and len(read) > 1 and isinstance(read[1], list):
        # As drafts had it: the ends of the range in a list of their own.
        read = [read[0], *read[1], *read[2:]]
    count, write = _WRITE.get(operator, (0, None))
    if write is None or len(read) != count:
        raise _refuse(json.dumps({"op": name, "args": args}, ensure_ascii=False))
    if operator == "in" and not isinstance(read[1], list):
        raise _refuse(json.dumps(args[1], ensure_ascii=False))
    return write(*read)


def _are_numbers(numbers: list[Any]) -> bool:
    return all(type(number) in {int, float} for number in numbers)


def _refuse_constant(name: str) -> None:
    # Python reads NaN and Infinity, which are no JSON.
    raise _refuse(name)


def _refuse(where: str) -> RefusalError:
    return refuse(_NO_JSON, "filter", where=where[:_SHOWN])
