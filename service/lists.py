"""The lists of the filter, which the page's sidebar draws once."""

from typing import Final

import orjson
from starlette.requests import Request
from starlette.routing import Route

from parks.edition import Edition
from parks.filter_lists import describe_lists
from parks.language import Language
from service.answers import route_answer

_UNKNOWN: Final = "This filter is of a table that has changed since: reload the page."


def route_lists() -> Route:
    """
    Route ``/lists?edition=KEY&lang=zh`` to what an opened edition is filtered by.

    The answer is the JSON of `parks.filter_lists.describe_lists`.
    """
    return route_answer("/lists", _write, unknown=_UNKNOWN, kept="private, no-cache")


def _write(edition: Edition, language: Language, _: Request) -> bytes:
    return orjson.dumps(describe_lists(edition, language))
