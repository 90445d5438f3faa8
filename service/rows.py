"""The words of every park, which the page's table draws its rows from."""

import gzip
from functools import lru_cache
from hashlib import sha256
from typing import Final

import orjson
import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.errors import StatedError
from parks.edition import Edition
from parks.language import Language, state, translate
from parks.wording import TABLE_COLUMNS, tabulate
from service.answers import read_asked, require_edition
from service.copies import knows, takes_gzip

_UNKNOWN: Final = "This table has changed since: reload the page."
_KEPT: Final = 16
"""Answers kept, for a few tables in two languages."""
_LEVEL: Final = 6
"""Of gzip: more takes longer and saves next to nothing."""


def route_rows() -> Route:
    """
    Route ``/rows?edition=KEY&lang=zh`` to the words of an opened edition's parks.

    The answer is JSON: ``edition``, ``language``, ``ids`` (the parks in the edition's
    order) and ``columns``. A column has ``name``, ``heading``, ``words`` (each once)
    and ``cells``: for each park the position of its word.
    """

    @lru_cache(maxsize=_KEPT)
    def write(key: str, language: Language) -> tuple[bytes, str]:
        edition = require_edition(key)
        written = orjson.dumps(describe_rows(edition, language))
        # Not immutable by the key: another release may word the same table otherwise.
        # Weak, for it stands for packed and unpacked bytes alike.
        tag = f'W/"{sha256(written).hexdigest()[:16]}"'
        return gzip.compress(written, _LEVEL, mtime=0), tag

    async def serve(request: Request) -> Response:
        key, language = read_asked(request)
        try:
            found = await run_in_threadpool(write, key, language)
        except StatedError as error:
            return PlainTextResponse(state(error, language), 503)
        except LookupError:
            return PlainTextResponse(translate(_UNKNOWN, language), 404)
        return _answer(request, *found)

    return Route("/rows", serve)


def describe_rows(edition: Edition, language: Language) -> dict[str, object]:
    """Describe every park in words, column by column, as `route_rows` sends it."""
    rows = tabulate(edition, language)
    return {
        "edition": edition.key,
        "language": language.value,
        "ids": edition.parks["park_id"].tolist(),
        "columns": [
            {"name": name, "heading": heading, **_number_words(rows[heading])}
            for name, heading in zip(TABLE_COLUMNS, rows, strict=True)
        ],
    }


def _number_words(column: "pd.Series[str]") -> dict[str, list[object]]:
    """Say each word of a column once: sectors and districts repeat by the hundred."""
    cells, words = pd.factorize(column, use_na_sentinel=False)
    return {"words": words.tolist(), "cells": cells.tolist()}


def _answer(request: Request, packed: bytes, tag: str) -> Response:
    kept = {
        "ETag": tag,
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
    }
    if knows(request.headers, tag):
        return Response(status_code=304, headers=kept)
    if takes_gzip(request.headers):
        return Response(
            packed,
            media_type="application/json",
            headers={**kept, "Content-Encoding": "gzip"},
        )
    return Response(
        gzip.decompress(packed), media_type="application/json", headers=kept
    )
