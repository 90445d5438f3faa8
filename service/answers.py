"""Answers about an opened edition: what is asked, and what is said where it is gone."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from geodata.errors import StatedError
from parks.catalogue import find_edition
from parks.edition import Edition
from parks.language import Language, state, translate


def read_asked(request: Request) -> tuple[str, Language]:
    """Read the key of an edition and the language that an address asks for."""
    asked = request.query_params.get("lang", "")
    language = Language.EN if asked == Language.EN else Language.ZH
    return request.query_params.get("edition", ""), language


def require_edition(key: str) -> Edition:
    """
    Give an opened edition, for what keeps the answers but not the failures.

    Raises
    ------
    LookupError
        If none of this key is open.
    """
    edition = find_edition(key)
    if edition is None:
        raise LookupError(key)
    return edition


def route_answer(
    path: str,
    write: Callable[[Edition, Language, Request], bytes],
    *,
    unknown: str,
    kept: str,
) -> Route:
    """
    Route ``PATH?edition=KEY&lang=zh`` to JSON about an opened edition.

    Parameters
    ----------
    path
        Where.
    write
        Writes the JSON, beside the server's loop; an error it states is 503.
    unknown
        The sentence, in English, that is 404 where no such edition is open.
    kept
        The answer's ``Cache-Control``.
    """

    async def serve(request: Request) -> Response:
        key, language = read_asked(request)
        edition = find_edition(key)
        if edition is None:
            return PlainTextResponse(translate(unknown, language), 404)
        try:
            answer = await run_in_threadpool(write, edition, language, request)
        except StatedError as error:
            return PlainTextResponse(state(error, language), 503)
        return Response(
            answer, media_type="application/json", headers={"Cache-Control": kept}
        )

    return Route(path, serve)
