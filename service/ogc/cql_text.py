"""
Reads CQL2 filters, text by a grammar of our own.

pygeofilter's grammar of the text takes AND and OR to bind alike and does not know a
negated bracket: ``a OR b AND c`` would select other parks than its writer means.
"""

from functools import cache
from pathlib import Path
from typing import Final

import lark
from pygeofilter import ast

from service.ogc.cql_json import read_json
from service.ogc.cql_tree import TOO_DEEP, TreeWriter
from service.ogc.problems import refuse

LANGUAGES: Final = ("cql2-text", "cql2-json")
"""What ``filter-lang`` may say; the first is meant if it says nothing."""
LONGEST: Final = 5000
"""Characters of a filter: more than a hand writes, and quick to answer."""
MOST_PARTS: Final = 500
"""Conditions, and values that are named or reckoned: each is a walk over the rows."""
MOST_PATTERNS: Final = 30
"""Of LIKE: each is looked for in every text of a column."""
_TOO_MANY: Final = (
    "filter has {count} conditions and values named or reckoned: give at most {most}"
)
_TOO_PATTERNED: Final = "filter has {count} patterns for LIKE: give at most {most}"
_TOO_LONG: Final = "filter has {count} characters: give at most {most}"
_NO_TEXT: Final = "filter is no CQL2 text: it breaks off or goes wrong at {where!r}"
_UNKNOWN_LANGUAGE: Final = "filter-lang {value!r} is unknown: use one of {known}"
_GRAMMAR: Final = Path(__file__).parent / "cql2.lark"
_SHOWN: Final = 30


def read_filter(text: str, language: str) -> object:
    """
    Read a filter as a tree of pygeofilter's, or as the boolean that it is.

    Raises
    ------
    RefusalError
        If it cannot be read.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise refuse(_UNKNOWN_LANGUAGE, "filter-lang", value=language, known=known)
    if len(text) > LONGEST:
        raise refuse(_TOO_LONG, "filter", count=len(text), most=LONGEST)
    tree = _read_text(text) if language == LANGUAGES[0] else read_json(text)
    _require_few(tree)
    return tree


def _read_text(text: str) -> object:
    try:
        return TreeWriter().transform(_open_grammar().parse(text))
    except (lark.UnexpectedToken, lark.UnexpectedCharacters) as error:
        at = error.pos_in_stream
        where = text[at : at + _SHOWN] if isinstance(at, int) else ""
        raise refuse(_NO_TEXT, "filter", where=where or text[-_SHOWN:]) from error
    except RecursionError as error:
        raise refuse(TOO_DEEP, "filter") from error
    except lark.exceptions.LarkError as error:
        raise refuse(_NO_TEXT, "filter", where=text[:_SHOWN]) from error


def _require_few(tree: object) -> None:
    count = patterns = 0
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Node):
            count += 1
            patterns += isinstance(node, ast.Like)
            waiting.extend(node.get_sub_nodes())
    if count > MOST_PARTS:
        raise refuse(_TOO_MANY, "filter", count=count, most=MOST_PARTS)
    if patterns > MOST_PATTERNS:
        raise refuse(_TOO_PATTERNED, "filter", count=patterns, most=MOST_PATTERNS)


@cache
def _open_grammar() -> lark.Lark:
    return lark.Lark(_GRAMMAR.read_text(encoding="utf-8"), parser="lalr")
