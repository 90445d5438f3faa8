"""Refusals that a script can read: problem documents as RFC 9457 has them."""

from typing import Final

import orjson
from starlette.responses import Response

from geodata.errors import StatedError
from parks.errors import (
    FilterError,
    UnfitReferenceError,
    UnknownFieldsError,
    UnknownFormatError,
    UnknownLayerError,
    UnknownReferenceError,
    UnmetricReferenceError,
    WithheldError,
)
from parks.language import Language, state

MEDIA_TYPE: Final = "application/problem+json"
_PARAMETERS: Final[dict[type[StatedError], str]] = {
    UnknownReferenceError: "crs",
    UnmetricReferenceError: "crs",
    UnfitReferenceError: "crs",
    UnknownFieldsError: "fields",
    UnknownLayerError: "layer",
    UnknownFormatError: "format",
}
"""Which parameter an error is about that does not say so itself."""
_TITLES: Final = {400: "Bad Request", 404: "Not Found", 503: "Service Unavailable"}


def name_parameter(error: StatedError) -> str:
    """Name the parameter that an error is about; empty if it is about none."""
    if isinstance(error, (FilterError, WithheldError)):
        return str(error.facts["option"])
    return _PARAMETERS.get(type(error), "")


def refuse(error: StatedError, language: Language) -> Response:
    """Answer with an error: 400 if a parameter is at fault, else 503."""
    parameter = name_parameter(error)
    return answer_problem(
        400 if parameter else 503, state(error, language), parameter=parameter
    )


def answer_problem(status: int, detail: str, *, parameter: str = "") -> Response:
    """
    Answer with a problem document.

    Parameters
    ----------
    status
        Of HTTP.
    detail
        One sentence for people.
    parameter
        The parameter at fault, a member of its own if there is one.
    """
    title = _TITLES.get(status, "Error")
    return Response(
        orjson.dumps(describe_problem(status, title, detail, parameter)),
        status,
        {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"},
        MEDIA_TYPE,
    )


def describe_problem(
    status: int, title: str, detail: str, parameter: str
) -> dict[str, object]:
    """Write the members of a problem document; ``parameter`` only if one is named."""
    return {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        **({"parameter": parameter} if parameter else {}),
    }
